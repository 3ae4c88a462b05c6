package dev.plumbline.lab.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Mac;
import dev.plumbline.lab.Planned;
import dev.plumbline.lab.build.Frame;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.plan.KubevirtVersion;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Topology;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a plan holds, it becomes something that can be written into commands, or a remark. */
class AnyTopologyTest {

    private record Odd(Scope scope, String name, Kind kind, OptionalInt mtu, String master) {}

    private static final List<String> NAMES = List.of(
            "br0",
            "eth0",
            "eth1",
            "net1",
            "tap0",
            "k6t-net1",
            "veth*a.net1",
            "a name",
            "-all",
            "x;y",
            "name-longer-than-15-is-none",
            "\u00e9th0",
            "#",
            "",
            ".",
            "*",
            "vlan20",
            "eth0.20",
            "bond0");

    @Provide
    Arbitrary<List<Odd>> devices() {
        Arbitrary<Scope> scopes = Arbitraries.of(
                Scope.node("*"),
                Scope.node("w.example"),
                Scope.node("a b"),
                Scope.guest("n", "v"),
                Scope.pod("n", "p-*"),
                Scope.ofCluster());
        Arbitrary<Kind> kinds = Arbitraries.of(
                new Kind.Bridge(),
                new Kind.OvsBridge(),
                new Kind.Nic(""),
                new Kind.Link(),
                new Kind.Tap(),
                new Kind.Veth(OptionalInt.empty(), OptionalInt.empty()),
                new Kind.Vlan(OptionalInt.of(20), Optional.of("eth0")),
                new Kind.Vlan(OptionalInt.of(-1), Optional.of("a name")),
                new Kind.Vlan(OptionalInt.empty(), Optional.empty()),
                new Kind.Bond(List.of("eth0", "x;y", "eth1")),
                new Kind.Other("macvtap"));
        Arbitrary<OptionalInt> mtus =
                Arbitraries.of(-5, 0, 1, 68, 1500, 9000, 70_000).map(OptionalInt::of);
        return Combinators.combine(scopes, Arbitraries.of(NAMES), kinds, mtus, Arbitraries.of(NAMES))
                .as(Odd::new)
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 400)
    void everyPlanCanBeWrittenDown(@ForAll("devices") List<Odd> devices, @ForAll boolean able) {
        Planned plan = new Planned();
        devices.forEach(
                odd -> plan.device(odd.scope(), odd.name(), odd.kind(), Mac.parse(""), odd.mtu(), odd.master()));
        plan.tag("eth0", -7);
        plan.route(Scope.guest("n", "v"), "nowhere", "no one");
        plan.route(Scope.guest("n", "v"), "default", "192.0.2.1; reboot");
        Topology topology = plan.topology();
        Map<Feature, String> lacks = new EnumMap<>(Feature.class);
        if (!able) {
            for (Feature feature : Feature.values()) {
                lacks.put(feature, "none");
            }
        }
        Kernel kernel = new Kernel(lacks);
        LabBuild build = TopologyBuild.of(topology, KubevirtVersion.DEFAULT, GuestKind.NETNS, kernel, Map.of())
                .build();
        for (Netns place : build.places()) {
            Frame frame = new Frame(build, kernel, place);
            assertThat(frame.links().text()
                            + frame.vlans().text()
                            + frame.addresses().text())
                    .matches("(?:[A-Za-z0-9_.:/@%+ -]+\n)+");
        }
    }
}
