package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.plumbline.Corpus;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Fact;
import dev.plumbline.plan.wiring.Wiring;
import dev.plumbline.plan.wiring.Wishes;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The environment that an engineer traced by hand, planned from its operator's objects: every line comes out as traced. */
class SeedEnvironmentTest {

    private static final Path EXPECTED = Corpus.ROOT.resolve("osp-director/seed-environment/expected");
    private static final List<String> OBJECTS = List.of(
            "network-attachment-definitions.yaml",
            "nncps.yaml",
            "openstackclient-pod.yaml",
            "virtualmachine-controller-0.yaml");

    @Test
    void everyLineIsThatOfTheArticle() {
        assumeThat(Files.isDirectory(EXPECTED)).isTrue();
        Topology topology = planned();
        assertThat(lines(topology, "controller-0"))
                .containsExactly(
                        "nic1 - enp1s0 tap0 k6t-eth0 eth0 cluster network [10.0.2.2/24] cluster-network",
                        "nic2 1500 enp2s0 tap1 k6t-net1 net1 veth*controller-0.net1 br-ctlplane enp1s0"
                                + " [172.22.0.120/24] link",
                        "nic3 1500 br-ex enp3s0 tap2 k6t-net2 net2 veth*controller-0.net2 br-ex enp6s0 [10.0.0.20/24] link",
                        "nic4 1500 enp4s0 tap3 k6t-net3 net3 veth*controller-0.net3 br-osp enp7s0 [172.17.0.20/24] nic",
                        "nic5 9000 enp5s0 tap4 k6t-net4 net4 veth*controller-0.net4 br-osp enp7s0 [172.18.0.20/24] nic",
                        "nic6 1500 enp6s0 tap5 k6t-net5 net5 veth*controller-0.net5 br-osp enp7s0 [172.19.0.20/24] nic",
                        "nic7 9000 br-tenant enp7s0 tap6 k6t-net6 net6 veth*controller-0.net6 br-osp enp7s0"
                                + " [172.20.0.20/24] nic");
        assertThat(lines(topology, "openstackclient"))
                .containsExactly(
                        "net1 1500 net1 veth*openstackclient.net1 br-ctlplane enp1s0 [172.22.0.251/24] link",
                        "net2 1500 net2 veth*openstackclient.net2 br-ex enp6s0 [10.0.0.251/24] link",
                        "net3 1500 net3 veth*openstackclient.net3 br-osp enp7s0 [172.17.0.251/24] nic");
    }

    @Test
    void macsAndBridgesAreThoseOfTheArticle() {
        assumeThat(Files.isDirectory(EXPECTED)).isTrue();
        Topology topology = planned();
        assertThat(topology.machines().getFirst().nics())
                .extracting(nic -> nic.mac().orElseThrow().text())
                .containsExactly(
                        "02:7e:90:00:00:4d",
                        "02:7e:90:00:00:4e",
                        "02:7e:90:00:00:4f",
                        "02:7e:90:00:00:50",
                        "02:7e:90:00:00:51",
                        "02:7e:90:00:00:52",
                        "02:7e:90:00:00:53");
        assertThat(topology.devices())
                .filteredOn(device -> device.id().scope().is(Scope.Kind.NODE) && device.kind() instanceof Kind.Bridge)
                .extracting(device -> device.id().name() + " " + device.mtu().getAsInt())
                .containsExactly("br-ctlplane 1500", "br-ex 1500", "br-osp 9000");
        assertThat(topology.segments())
                .filteredOn(segment -> segment.bridge().name().equals("br-osp"))
                .extracting(segment -> segment.vlan().getAsInt() + " " + String.join(" ", segment.devices()))
                .containsExactly(
                        "20 enp7s0 veth*controller-0.net3 veth*openstackclient.net3",
                        "30 enp7s0 veth*controller-0.net4",
                        "40 enp7s0 veth*controller-0.net5",
                        "50 enp7s0 veth*controller-0.net6");
    }

    private static Topology planned() {
        List<ApiResource> resources = OBJECTS.stream()
                .flatMap(name -> Manifest.resources(EXPECTED.resolve(name)).stream())
                .toList();
        PlanOptions options = new PlanOptions(KubevirtVersion.DEFAULT, List.of("ostest-worker-1"), Optional.empty());
        List<Fact> facts = new ArrayList<>(Planner.plan(resources, options).facts());
        facts.addAll(Manifest.configuration("openstack", "controller-0", EXPECTED.resolve("config.json")));
        return Wiring.of(new Wishes(facts, options));
    }

    private static List<String> lines(Topology topology, String machine) {
        return topology.machines().stream()
                .filter(one -> one.name().equals(machine))
                .map(Machine::nics)
                .flatMap(List::stream)
                .map(SeedEnvironmentTest::line)
                .toList();
    }

    private static String line(Nic nic) {
        return Stream.of(
                        nic.ref(),
                        nic.mtu().isPresent() ? Integer.toString(nic.mtu().getAsInt()) : "-",
                        nic.path().hops().stream().map(Hop::label).collect(Collectors.joining(" ")),
                        nic.addresses().stream()
                                .map(Nic.NicAddress::address)
                                .toList()
                                .toString(),
                        nic.path().end())
                .collect(Collectors.joining(" "));
    }
}
