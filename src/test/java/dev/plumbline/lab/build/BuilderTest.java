package dev.plumbline.lab.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.facts.Mac;
import dev.plumbline.lab.Ground;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.Pings;
import dev.plumbline.lab.draft.GuestKind;
import dev.plumbline.lab.draft.LabBuild;
import dev.plumbline.lab.draft.VmNic;
import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.Output;
import dev.plumbline.plan.KubevirtVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One VM with three NICs, written down by hand: the pod network by masquerade, a bridge, an Open vSwitch bridge. */
class BuilderTest {

    private static final LabName LAB = new LabName("test-builder");
    private static final Netns NODE = new Netns("node.w");
    private static final Netns POD = new Netns("pod.shop.virt-launcher-web-x");
    private static final Netns GUEST = new Netns("guest.shop.web");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Kernel kernel;

    @TempDir
    Path state;

    @BeforeAll
    static void ground() {
        kernel = Ground.with(Feature.VETH, Feature.BRIDGE, Feature.TAP, Feature.NAT, Feature.OVS, Feature.ETHTOOL);
    }

    @AfterEach
    void down() throws LabException {
        new Labs(state).down(LAB);
    }

    private static Mac mac(int last) {
        return new Mac("02:7e:90:00:00:" + String.format("%02x", last));
    }

    private static LabBuild.Wire uplink(String nic, int mtu, String fabric, int last) {
        return new LabBuild.Wire(
                new LabBuild.End(NODE, nic, mtu, Optional.of(new Mac("52:54:00:00:00:0" + last))),
                new LabBuild.End(Netns.FABRIC, fabric, mtu, Optional.empty()),
                Optional.empty());
    }

    private static LabBuild.Wire podLink(String pod, String node, int mtu, Optional<Mac> mac) {
        return new LabBuild.Wire(
                new LabBuild.End(POD, pod, mtu, mac),
                new LabBuild.End(NODE, node, mtu, Optional.empty()),
                Optional.empty());
    }

    private static LabBuild.Bridge bridge(Netns place, String name, int mtu) {
        return new LabBuild.Bridge(place, name, OptionalInt.of(mtu), Optional.empty(), false, Optional.empty());
    }

    private static LabBuild.Port port(Netns place, String device, String bridge) {
        return new LabBuild.Port(place, device, bridge, Optional.empty());
    }

    private static LabBuild.Address address(Netns place, String device, String address) {
        return new LabBuild.Address(place, device, address, Optional.empty());
    }

    private static LabBuild.Route route(Netns place, String to, String via) {
        return new LabBuild.Route(place, to, Optional.of(via), Optional.empty(), Optional.empty());
    }

    private static VmNic nic(
            KubevirtVersion version, VmNic.Binding binding, String pod, String guest, int last, int mtu) {
        return new VmNic(
                POD,
                GUEST,
                binding,
                "",
                pod,
                guest,
                mac(last),
                mtu,
                mtu,
                version.atLeast(1, 1),
                Optional.empty(),
                last - 1,
                Optional.empty());
    }

    private static LabBuild web(KubevirtVersion version, String second, String third) {
        return new LabBuild(
                version,
                GuestKind.NETNS,
                List.of(Netns.FABRIC, NODE, POD, GUEST),
                List.of(
                        uplink("enp1s0", 1500, "w-enp1s0", 1),
                        uplink("enp2s0", 9000, "w-enp2s0", 2),
                        podLink("eth0", "veth0", 1450, Optional.empty()),
                        podLink(second, "veth1", 9000, Optional.of(mac(2))),
                        podLink(third, "veth2", 1500, Optional.of(mac(3)))),
                List.of(
                        bridge(Netns.FABRIC, "lan", 1500),
                        bridge(Netns.FABRIC, "store", 9000),
                        bridge(NODE, "br-lan", 1500),
                        bridge(NODE, "br-store", 9000),
                        bridge(NODE, "br-pods", 1450)),
                List.of(),
                List.of(
                        port(Netns.FABRIC, "w-enp1s0", "lan"),
                        port(Netns.FABRIC, "w-enp2s0", "store"),
                        port(NODE, "enp1s0", "br-lan"),
                        port(NODE, "enp2s0", "br-store"),
                        port(NODE, "veth0", "br-pods"),
                        port(NODE, "veth1", "br-store"),
                        port(NODE, "veth2", "br-lan")),
                List.of(),
                Map.of(),
                List.of(),
                List.of(
                        nic(version, VmNic.Binding.MASQUERADE, "eth0", "enp1s0", 1, 1450),
                        nic(version, VmNic.Binding.BRIDGE, second, "enp2s0", 2, 9000),
                        nic(version, VmNic.Binding.BRIDGE, third, "enp3s0", 3, 1500)),
                List.of(new LabBuild.Switch(
                        GUEST,
                        "br-ex",
                        Optional.of(mac(3)),
                        OptionalInt.of(1500),
                        List.of(new LabBuild.SwitchPort(
                                "enp3s0", false, OptionalInt.empty(), OptionalInt.of(1500), List.of())),
                        Optional.empty())),
                List.of(
                        address(Netns.FABRIC, "lan", "192.0.2.1/24"),
                        address(Netns.FABRIC, "store", "198.51.100.1/24"),
                        address(NODE, "br-lan", "192.0.2.2/24"),
                        address(NODE, "br-pods", "10.128.0.1/23"),
                        address(POD, "eth0", "10.128.0.40/23"),
                        address(GUEST, "enp1s0", "10.0.2.2/24"),
                        address(GUEST, "enp2s0", "198.51.100.9/24"),
                        address(GUEST, "br-ex", "192.0.2.9/24")),
                List.of(
                        route(POD, "default", "10.128.0.1"),
                        route(Netns.FABRIC, "10.128.0.0/23", "192.0.2.2"),
                        route(GUEST, "10.128.0.0/23", "10.0.2.1")),
                List.of());
    }

    private Anchor up(LabBuild build) throws LabException {
        Labs labs = new Labs(state);
        labs.up(
                LAB,
                anchor -> String.join(
                        "\n", new Builder(anchor, build, kernel).run().remarks()));
        return labs.standing(LAB);
    }

    private static JsonNode link(Anchor anchor, Netns place, String name) throws LabException {
        JsonNode list = JSON.readTree(anchor.run(place, List.of("ip", "-j", "-d", "link", "show", "dev", name), "")
                .out());
        assertThat(list.size()).as("%s in %s", name, place).isOne();
        return list.get(0);
    }

    private static String kind(JsonNode link) {
        return link.at("/linkinfo/info_kind").asString("");
    }

    @Test
    void the_guest_reaches_gateways_by_all_three_nics_with_full_frames() throws Exception {
        Anchor anchor = up(web(new KubevirtVersion(0, 49), "net1", "net2"));
        assertThat(Pings.arrive(anchor, GUEST, "198.51.100.1", 8972))
                .as("by the bridge")
                .isTrue();
        assertThat(Pings.arrive(anchor, GUEST, "192.0.2.1", 1472))
                .as("by the switch")
                .isTrue();
        assertThat(Pings.arrive(anchor, GUEST, "10.128.0.1", 1422))
                .as("through the NAT")
                .isTrue();
        assertThat(Pings.arrive(anchor, NODE, "10.128.0.40", 1422))
                .as("to the pod's address")
                .isTrue();
        Output large =
                anchor.run(GUEST, List.of("ping", "-c", "1", "-W", "0.1", "-M", "do", "-s", "1473", "192.0.2.1"), "");
        assertThat(large.fine()).as("too large").isFalse();
    }

    @Test
    void each_place_holds_what_was_asked_for() throws Exception {
        Anchor anchor = up(web(new KubevirtVersion(0, 49), "net1", "net2"));
        JsonNode store = link(anchor, NODE, "br-store");
        assertThat(kind(store)).isEqualTo("bridge");
        assertThat(store.path("mtu").asInt()).isEqualTo(9000);
        JsonNode net1 = link(anchor, POD, "net1");
        JsonNode veth1 = link(anchor, NODE, "veth1");
        assertThat(veth1.path("master").asString()).isEqualTo("br-store");
        assertThat(veth1.path("link_index").asInt())
                .isEqualTo(net1.path("ifindex").asInt());
        assertThat(net1.path("link_index").asInt())
                .isEqualTo(veth1.path("ifindex").asInt());
        assertThat(net1.path("master").asString()).isEqualTo("k6t-net1");
        assertThat(net1.path("address").asString()).startsWith("02:7e:90:").isNotEqualTo(mac(2).text());
        assertThat(net1.at("/linkinfo/info_slave_data/learning").asBoolean()).isFalse();
        assertThat(link(anchor, POD, "tap1").path("master").asString()).isEqualTo("k6t-net1");
        assertThat(link(anchor, POD, "k6t-net1").path("mtu").asInt()).isEqualTo(9000);
        assertThat(link(anchor, POD, "k6t-eth0").path("address").asString()).isEqualTo("02:00:00:00:00:00");
        assertThat(link(anchor, POD, "eth0").path("master").isMissingNode()).isTrue();
        JsonNode enp2s0 = link(anchor, GUEST, "enp2s0");
        assertThat(enp2s0.path("address").asString()).isEqualTo(mac(2).text());
        assertThat(enp2s0.path("mtu").asInt()).isEqualTo(9000);
        assertThat(enp2s0.path("operstate").asString()).isEqualTo("UP");
        assertThat(link(anchor, GUEST, "br-ex").path("address").asString()).isEqualTo(mac(3).text());
        assertThat(anchor.run(POD, List.of("ip", "-o", "addr", "show", "dev", "k6t-net1"), "")
                        .out())
                .contains("169.254.75.11/32");
    }

    /** From 1.1 on a dummy takes the pod interface's name and the veth another. */
    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.6"})
    void later_launchers_plumb_in_their_own_way(String version) throws Exception {
        String second = "pod4fa3b1c2d5e";
        Anchor anchor = up(web(KubevirtVersion.parse(version).orElseThrow(), second, "pod0a1b2c3d4e5"));
        boolean renamed = version.equals("1.6");
        JsonNode nic = link(anchor, POD, renamed ? "4fa3b1c2d5e-nic" : second);
        assertThat(kind(nic)).isEqualTo("veth");
        assertThat(nic.path("master").asString()).isEqualTo("k6t-4fa3b1c2d5e");
        assertThat(link(anchor, POD, "tap4fa3b1c2d5e").path("master").asString())
                .isEqualTo("k6t-4fa3b1c2d5e");
        if (renamed) {
            JsonNode kept = link(anchor, POD, second);
            assertThat(kept.path("address").asString()).isEqualTo(mac(2).text());
            assertThat(kept.path("master").isMissingNode()).isTrue();
        }
        assertThat(Pings.arrive(anchor, GUEST, "198.51.100.1", 8972)).isTrue();
    }

    @Test
    void ten_nics_more_take_no_process_more() throws Exception {
        List<LabBuild.Wire> wires = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            wires.add(new LabBuild.Wire(
                    new LabBuild.End(NODE, "a" + i, 1500, Optional.empty()),
                    new LabBuild.End(POD, "b" + i, 1500, Optional.empty()),
                    Optional.empty()));
        }
        LabBuild build = new LabBuild(
                KubevirtVersion.DEFAULT,
                GuestKind.NETNS,
                List.of(NODE, POD),
                wires,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Anchor anchor = up(build);
        assertThat(anchor.run(POD, List.of("ip", "-o", "link"), "").out().lines())
                .hasSize(11);
    }
}
