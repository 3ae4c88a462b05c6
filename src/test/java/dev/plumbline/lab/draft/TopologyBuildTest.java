package dev.plumbline.lab.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.lab.Ground;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.Manifests;
import dev.plumbline.lab.Pings;
import dev.plumbline.lab.Planned;
import dev.plumbline.lab.build.Builder;
import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.plan.KubevirtVersion;
import dev.plumbline.topology.Topology;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan becomes what is to be built, and is built. */
class TopologyBuildTest {

    private static final LabName LAB = new LabName("test-topology");
    private static final KubevirtVersion VERSION = KubevirtVersion.DEFAULT;

    @TempDir
    Path state;

    @AfterEach
    void down() throws LabException {
        new Labs(state).down(LAB);
    }

    private static Topology twoControllers() {
        Planned plan = new Planned();
        plan.nodeBridge("br-ctl", "ens1", 1500);
        plan.nodeBridge("br-data", "ens2", 9000);
        plan.vm(
                "ctl-0",
                10,
                "default  10.0.2.2/24",
                "ctl br-ctl 192.0.2.10/24",
                "tenant br-data 198.51.100.10/24 br-ten");
        plan.vm(
                "ctl-1",
                20,
                "default  10.0.2.2/24",
                "ctl br-ctl 192.0.2.11/24",
                "tenant br-data 198.51.100.11/24 br-ten");
        plan.route(Scope.guest("shop", "ctl-0"), "203.0.113.0/24", "192.0.2.254");
        plan.route(Scope.guest("shop", "ctl-0"), "default", "10.0.2.1");
        return plan.topology();
    }

    private static Kernel lacking(Feature... missing) {
        Map<Feature, String> lacks = new EnumMap<>(Feature.class);
        for (Feature feature : missing) {
            lacks.put(feature, "as a test has it");
        }
        return new Kernel(lacks);
    }

    @Test
    void places_are_named_for_what_they_stand_for() {
        TopologyBuild.Result result = TopologyBuild.of(twoControllers(), VERSION, GuestKind.NETNS, lacking(), Map.of());
        assertThat(result.build().places())
                .extracting(Netns::name)
                .contains("fabric", "node.any", "guest.shop.ctl-0", "guest.shop.ctl-1")
                .anyMatch(name -> name.matches("pod\\.shop\\.virt-launcher-ctl-0-[b-z2-9]{5}"));
        assertThat(result.places().get(new Netns("guest.shop.ctl-0"))).isEqualTo(Scope.guest("shop", "ctl-0"));
        assertThat(result.remarks())
                .anyMatch(remark -> remark.startsWith("no node is known"))
                .anyMatch(remark -> remark.startsWith("the pod network is routed"));
    }

    @Test
    void the_same_plan_gives_the_same_build() {
        assertThat(TopologyBuild.of(twoControllers(), VERSION, GuestKind.NETNS, lacking(), Map.of()))
                .isEqualTo(TopologyBuild.of(twoControllers(), VERSION, GuestKind.NETNS, lacking(), Map.of()));
    }

    @Test
    void the_fabric_has_the_routers_that_guests_send_by_and_else_an_address_to_try() {
        assertThat(TopologyBuild.of(twoControllers(), VERSION, GuestKind.NETNS, lacking(), Map.of())
                        .build()
                        .addresses())
                .filteredOn(address -> address.place().equals(Netns.FABRIC))
                .extracting(address -> address.device() + " " + address.address())
                .containsExactlyInAnyOrder(
                        "pods 10.129.255.1/24", "sw-br-ctl 192.0.2.254/24", "sw-br-data 198.51.100.1/24");
    }

    @Test
    void hosts_behind_the_pod_answer_in_the_fabric() {
        Planned plan = new Planned();
        plan.vm("web", 10, "default  10.0.2.2/24");
        plan.route(Scope.guest("shop", "web"), "172.30.0.1/32", "10.0.2.1");
        plan.route(Scope.guest("shop", "web"), "172.31.0.1/32", "192.0.2.1");
        assertThat(TopologyBuild.of(plan.topology(), VERSION, GuestKind.NETNS, lacking(), Map.of())
                        .build()
                        .addresses())
                .filteredOn(address -> address.device().equals("lo"))
                .extracting(LabBuild.Address::address)
                .containsExactly("172.30.0.1/32");
    }

    @Test
    void a_second_uplink_of_a_bridge_makes_no_loop() {
        Planned plan = new Planned();
        plan.nodeBridge("br-data", "ens2", 1500);
        plan.nodeBridge("br-data", "ens3", 1500);
        LabBuild build = TopologyBuild.of(plan.topology(), VERSION, GuestKind.NETNS, lacking(), Map.of())
                .build();
        assertThat(build.ports())
                .filteredOn(port -> port.place().equals(Netns.FABRIC))
                .extracting(LabBuild.Port::bridge)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void vlans_of_ports_filter_where_the_kernel_can() {
        Planned plan = new Planned();
        plan.nodeBridge("br-data", "ens2", 1500);
        plan.vm("web", 10, "lan br-data 192.0.2.10/24");
        plan.tag("veth*web.net0", 20);
        LabBuild build = TopologyBuild.of(plan.topology(), VERSION, GuestKind.NETNS, lacking(), Map.of())
                .build();
        assertThat(build.bridges())
                .filteredOn(bridge -> bridge.name().equals("br-data"))
                .extracting(LabBuild.Bridge::filtering)
                .containsExactly(true);
        assertThat(build.tags()).extracting(LabBuild.Tag::vlan).containsExactly(20);
        assertThat(build.addresses())
                .filteredOn(address -> address.place().equals(Netns.FABRIC))
                .extracting(LabBuild.Address::device)
                .containsExactly("v0.20");
    }

    @Test
    void two_controllers_reach_each_other_and_the_fabric() throws Exception {
        Kernel kernel = Ground.with(Feature.VETH, Feature.BRIDGE, Feature.TAP, Feature.NAT, Feature.OVS);
        LabBuild build = TopologyBuild.of(twoControllers(), VERSION, GuestKind.NETNS, kernel, Map.of())
                .build();
        Labs labs = new Labs(state);
        labs.up(LAB, anchor -> String.valueOf(new Builder(anchor, build, kernel).run()));
        Anchor anchor = labs.standing(LAB);
        Netns guest = new Netns("guest.shop.ctl-0");
        for (String to :
                List.of("192.0.2.11", "192.0.2.254", "198.51.100.11", "198.51.100.1", "10.128.0.1", "10.129.255.1")) {
            assertThat(Pings.arrive(anchor, guest, to, 56)).as(to).isTrue();
        }
    }

    @Test
    void plugins_attach_the_pods_where_definitions_are_given() throws Exception {
        Kernel kernel = Ground.with(Feature.VETH, Feature.BRIDGE, Feature.NAT, Feature.OVS, Feature.CNI_BRIDGE);
        Map<String, Tree> definitions = Manifests.definitions("networks.yaml", """
                metadata: {namespace: shop, name: ctl}
                spec: {config: '{"cniVersion": "0.3.1", "type": "bridge", "bridge": "br-ctl"}'}
                """);
        TopologyBuild.Result result = TopologyBuild.of(twoControllers(), VERSION, GuestKind.NETNS, kernel, definitions);
        assertThat(result.build().pods()).hasSize(2);
        Labs labs = new Labs(state);
        labs.up(LAB, anchor -> {
            Builder.Built built = new Builder(anchor, result.build(), kernel).run();
            assertThat(built.statuses().values()).hasSize(2).allMatch(status -> status.contains("shop/ctl"));
            return "{}";
        });
        assertThat(Pings.arrive(labs.standing(LAB), new Netns("guest.shop.ctl-0"), "192.0.2.11", 56))
                .isTrue();
    }
}
