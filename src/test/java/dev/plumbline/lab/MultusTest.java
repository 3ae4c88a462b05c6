package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.lab.build.AnchorHost;
import dev.plumbline.lab.cni.CniException;
import dev.plumbline.lab.cni.Multus;
import dev.plumbline.lab.cni.Pod;
import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.Batch;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.ground.Netns;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The plugins of the distribution, run in a lab by a Multus of our own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MultusTest {

    private static final LabName LAB = new LabName("test-multus");
    private static final Netns NODE = new Netns("node.w");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String DEFINITIONS = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: lan, namespace: shop}
            spec:
              config: |
                {"cniVersion": "0.3.1", "name": "lan", "plugins": [
                  {"type": "bridge", "bridge": "br-lan", "mtu": 1400, "ipam": {}},
                  {"type": "tuning"}]}
            ---
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: fixed, namespace: shop}
            spec:
              config: |
                {"cniVersion": "0.4.0", "name": "fixed", "plugins": [
                  {"type": "bridge", "bridge": "br-lan", "vlan": 7, "ipam": {"type": "static"}},
                  {"type": "tuning", "mtu": 1300},
                  {"type": "route-override", "addroutes": [{"dst": "192.0.2.0/24", "gw": "198.51.100.1"}]}]}
            ---
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: pool, namespace: shop}
            spec:
              config: '{"cniVersion": "1.0.0", "type": "cnv-bridge", "bridge": "br-lan", "capabilities": {"mac": true},
                "ipam": {"type": "host-local", "dataDir": "/etc/escape",
                         "ranges": [[{"subnet": "203.0.113.0/24"}]]}}'
            ---
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: future, namespace: shop}
            spec:
              config: '{"cniVersion": "9.9.9", "type": "bridge", "bridge": "br-lan"}'
            ---
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: odd, namespace: shop}
            spec:
              config: '{"cniVersion": "0.3.1", "type": "../../../bin/sh"}'
            ---
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: rude, namespace: shop}
            spec:
              config: '{"cniVersion": "0.3.1", "type": "tuning", "sysctl": {"kernel.panic": "1"}}'
            """;

    @TempDir
    static Path state;

    private Labs labs;
    private Anchor anchor;
    private AnchorHost host;
    private Multus multus;
    private Pod pod;
    private Netns podNetns;
    private int pods;

    @BeforeAll
    void up() throws LabException {
        Kernel kernel = Ground.with(
                Feature.VETH,
                Feature.BRIDGE,
                Feature.CNI_BRIDGE,
                Feature.CNI_TUNING,
                Feature.CNI_STATIC,
                Feature.CNI_HOST_LOCAL);
        labs = new Labs(state);
        labs.up(LAB, _ -> "{}");
        anchor = labs.standing(LAB);
        new Batch().add("netns add node.w").run(anchor);
        new Batch()
                .add("link add dev br-lan type bridge")
                .add("link set dev br-lan up")
                .run(anchor, NODE);
        host = new AnchorHost(anchor, NODE, kernel);
        multus = new Multus(host, Manifests.definitions("networks.yaml", DEFINITIONS));
    }

    @AfterAll
    void down() throws LabException {
        if (labs != null) {
            labs.down(LAB);
        }
    }

    @BeforeEach
    void pod() throws LabException {
        podNetns = new Netns("pod.shop.web-" + ++pods);
        new Batch().add("netns add " + podNetns).run(anchor);
        pod = new Pod("shop", "web-" + pods, AnchorHost.path(podNetns));
    }

    private static Tree annotation(String text) {
        return Manifests.read("pod.yaml", "\n\nnetworks: '" + text + "'\n")
                .getFirst()
                .at("networks");
    }

    private JsonNode links(Netns place) throws LabException {
        return JSON.readTree(
                anchor.run(place, List.of("ip", "-j", "-d", "link"), "").out());
    }

    private Optional<JsonNode> link(Netns place, String name) throws LabException {
        return links(place)
                .valueStream()
                .filter(link -> link.path("ifname").asString("").equals(name))
                .findFirst();
    }

    @Test
    void a_chain_of_plugins_makes_the_interface_that_network_status_tells_of() throws Exception {
        Multus.Attached attached =
                multus.add(pod, annotation("[{\"name\":\"lan\",\"mac\":\"02:7E:90:00:00:0a\"},{\"name\":\"lan\"}]"));
        JsonNode net1 = link(podNetns, "net1").orElseThrow();
        assertThat(net1.path("address").asString()).isEqualTo("02:7e:90:00:00:0a");
        assertThat(net1.path("mtu").asInt()).isEqualTo(1400);
        JsonNode outside = link(NODE, attached.nodeEnd("net1").orElseThrow()).orElseThrow();
        assertThat(outside.path("master").asString()).isEqualTo("br-lan");
        assertThat(outside.path("link_index").asInt())
                .isEqualTo(net1.path("ifindex").asInt());
        JsonNode status = JSON.readTree(attached.status());
        assertThat(status.size()).isEqualTo(2);
        assertThat(status.get(0)).isEqualTo(JSON.readTree("""
                {"name":"shop/lan","interface":"net1","mac":"02:7e:90:00:00:0a","dns":{}}"""));
        assertThat(status.get(1).path("interface").asString()).isEqualTo("net2");
    }

    @Test
    void addresses_and_routes_that_a_pod_asks_for_are_set() throws Exception {
        Multus.Attached attached = multus.add(
                pod, annotation("[{\"name\":\"fixed\",\"interface\":\"data0\",\"ips\":[\"198.51.100.9/24\"]}]"));
        assertThat(link(podNetns, "data0").orElseThrow().path("mtu").asInt()).isEqualTo(1300);
        assertThat(anchor.run(podNetns, List.of("ip", "route"), "").out())
                .contains("192.0.2.0/24 via 198.51.100.1 dev data0");
        assertThat(attached.status()).contains("\"198.51.100.9\"");
        assertThat(host.remarks()).contains("plugin route-override is not installed: its routes are set by ip route");
        multus.check(attached);
        new Batch().add("link del dev data0").run(anchor, podNetns);
        assertThatThrownBy(() -> multus.check(attached))
                .isInstanceOf(CniException.class)
                .hasMessageContaining("networks.yaml:14: CHECK of network shop/fixed");
    }

    @Test
    void addresses_from_a_pool_are_noted_inside_the_lab_only() throws Exception {
        Multus.Attached attached = multus.add(pod, annotation("pool@eth1"));
        assertThat(attached.status()).contains("203.0.113.");
        assertThat(Path.of("/etc/escape")).doesNotExist();
        assertThat(anchor.run(List.of("ls", "/run/cni/networks/pool"), "").out())
                .contains("203.0.113.");
    }

    @Test
    void detaching_leaves_neither_links_nor_addresses() throws Exception {
        Multus.Attached attached = multus.add(pod, annotation("lan,pool"));
        String outside = attached.nodeEnd("net1").orElseThrow();
        String address = JSON.readTree(attached.status()).at("/1/ips/0").asString();
        multus.del(attached);
        assertThat(links(podNetns).size()).isOne();
        assertThat(link(NODE, outside)).isEmpty();
        assertThat(anchor.run(List.of("ls", "/run/cni/networks/pool"), "").out())
                .doesNotContain(address + "\n");
    }

    @Test
    void a_plugins_refusal_is_told_with_the_definitions_line_and_undoes_the_rest() throws Exception {
        assertThatThrownBy(() -> multus.add(pod, annotation("lan,future")))
                .isInstanceOf(CniException.class)
                .hasMessageContaining("networks.yaml:32: ADD of network shop/future on " + pod.name() + " as net2:"
                        + " plugin bridge says incompatible CNI versions");
        assertThat(links(podNetns).size()).isOne();
    }

    @Test
    void what_would_reach_out_of_the_lab_is_refused() {
        Map.of(
                        "odd", "networks.yaml:38: a lab has no plugin of type \"../../../bin/sh\"",
                        "rude", "networks.yaml:44: sysctl \"kernel.panic\" is not a network namespace's",
                        "none", "pod.yaml:3: there is no NetworkAttachmentDefinition shop/none",
                        "lan@a/b", "pod.yaml:3: Multus refuses this annotation")
                .forEach((networks, says) -> assertThatThrownBy(() -> multus.add(pod, annotation(networks)))
                        .isInstanceOf(CniException.class)
                        .hasMessageStartingWith(says));
    }
}
