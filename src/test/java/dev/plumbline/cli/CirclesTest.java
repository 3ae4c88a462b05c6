package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.lab.Ground;
import dev.plumbline.lab.ground.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is planned, built and read again is one thing; and whatever of a lab is called proven was built so. */
class CirclesTest {

    private static final Path EXAMPLE = Path.of("examples/seed-environment");
    private static final Path THREE = Path.of("src/test/resources/lab/three-controllers");

    private static void ground() {
        Ground.with(Feature.VETH, Feature.BRIDGE, Feature.TAP, Feature.NAT, Feature.OVS);
    }

    @Test
    void the_example(@TempDir Path folder) throws Exception {
        ground();
        try (Circle circle = new Circle(folder, "test-circle-a")) {
            assertThat(circle.up(EXAMPLE, List.of())).as(circle.err()).isZero();
            Circle.Turn turn = circle.turn(EXAMPLE, List.of(), false);
            assertThat(turn.machines()).as("controller-0 and openstackclient").isEqualTo(2);
            // Seven NICs in the guest, six beyond the pod; three of the client's pod.
            assertThat(turn.steps()).isGreaterThanOrEqualTo(40);
            assertThat(circle.run("map", "lab:test-circle-a", "--pods")).isZero();
            assertThat(circle.out()).contains("openstack/openstackclient", "openstack/controller-0");
        }
    }

    @Test
    void the_example_with_pods_attached_by_plugins(@TempDir Path folder) throws Exception {
        Ground.forLabs();
        try (Circle circle = new Circle(folder, "test-circle-g")) {
            assertThat(circle.run("lab", "up", EXAMPLE.toString(), "--name", "test-circle-g", "--wiring", "cni"))
                    .as(circle.err())
                    .isZero();
            assertThat(circle.run("diff", "plan:" + EXAMPLE, "lab:test-circle-g"))
                    .as(circle.out())
                    .isZero();
            assertThat(circle.out()).contains("0 differences", " built instead (see plumbline lab status)");
        }
    }

    @Test
    void three_controllers_on_two_nodes(@TempDir Path folder) throws Exception {
        ground();
        List<String> nodes = List.of("rack-1", "rack-2");
        try (Circle circle = new Circle(folder, "test-circle-b")) {
            assertThat(circle.up(THREE, nodes)).as(circle.err()).isZero();
            Circle.Turn turn = circle.turn(THREE, nodes, false);
            assertThat(turn.machines()).isEqualTo(4);
            assertThat(turn.steps()).isGreaterThanOrEqualTo(120);
        }
    }

    @Test
    void vlans_by_open_vswitch_are_apart(@TempDir Path folder) throws Exception {
        ground();
        try (Circle circle = new Circle(folder, "test-circle-c")) {
            assertThat(circle.up(EXAMPLE, List.of(), "--vlans", "ovs"))
                    .as(circle.err())
                    .isZero();
            Circle.Turn turn = circle.turn(EXAMPLE, List.of(), true);
            assertThat(turn.steps()).isGreaterThanOrEqualTo(40);
            assertThat(ping(circle, "172.17.0.1")).as("within VLAN 20").isZero();
            assertThat(ping(circle, "172.18.0.1")).as("within VLAN 30").isZero();
            // The same network's addresses behind another VLAN's NIC: one flat bridge would answer.
            assertThat(in(circle, "ip", "link", "set", "dev", "enp4s0", "down")).isZero();
            assertThat(in(circle, "ip", "addr", "add", "172.17.0.77/24", "dev", "enp6s0"))
                    .isZero();
            assertThat(ping(circle, "172.17.0.1")).as("VLAN 20 from VLAN 40").isNotZero();
        }
    }

    @Test
    void on_a_flat_bridge_the_same_answers(@TempDir Path folder) {
        assumeTrue(!Ground.with(Feature.VETH, Feature.BRIDGE, Feature.TAP, Feature.NAT, Feature.OVS)
                .has(Feature.VLAN_FILTERING));
        try (Circle circle = new Circle(folder, "test-circle-d")) {
            assertThat(circle.up(EXAMPLE, List.of())).as(circle.err()).isZero();
            assertThat(in(circle, "ip", "link", "set", "dev", "enp4s0", "down")).isZero();
            assertThat(in(circle, "ip", "addr", "add", "172.17.0.77/24", "dev", "enp6s0"))
                    .isZero();
            assertThat(ping(circle, "172.17.0.1")).isZero();
        }
    }

    private static int in(Circle circle, String... words) {
        return circle.inGuest("controller-0", words);
    }

    private static int ping(Circle circle, String address) {
        return in(
                circle,
                "sh",
                "-c",
                "for i in 1 2 3 4; do ping -q -c 1 -W 1 " + address + " >/dev/null && exit 0; done; exit 1");
    }

    /** Files that belong together; each folder of the corpus is tried by itself, too. */
    private static final Map<String, String> TOGETHER = Map.of(
            "openstacknetconfig.yaml", "v1beta2_openstackcontrolplane.yaml",
            "openstacknetconfig_single_net.yaml", "v1beta2_openstackcontrolplane_single_net.yaml",
            "openstacknetconfig_single_net_ipv6.yaml", "v1beta2_openstackcontrolplane_single_net.yaml",
            "openstacknetconfig_multi_subnet.yaml", "v1beta2_openstackcontrolplane.yaml");

    @Test
    void what_the_operators_own_samples_ask_for(@TempDir Path folder) throws Exception {
        Path corpus = Path.of(System.getProperty("plumbline.corpus", "../shared/corpus"), "osp-director");
        assumeTrue(Files.isDirectory(corpus), "no corpus here");
        ground();
        Set<Path> inputs = new TreeSet<>();
        try (Stream<Path> all = Files.walk(corpus)) {
            all.filter(path -> path.toString().endsWith(".yaml") && !path.startsWith(corpus.resolve("crds")))
                    .forEach(path -> inputs.add(path.getParent()));
        }
        for (Map.Entry<String, String> pair : TOGETHER.entrySet()) {
            Path both = Files.createDirectory(folder.resolve(pair.getKey()));
            for (String part : List.of("v1beta1_" + pair.getKey(), pair.getValue())) {
                Path sample = corpus.resolve("samples").resolve("osp-director_" + part);
                Files.copy(sample, both.resolve(sample.getFileName()));
            }
            inputs.add(both);
        }
        List<String> refused = new ArrayList<>();
        int steps = 0;
        for (Path input : inputs) {
            try (Circle circle = new Circle(folder, "test-circle-e")) {
                int code = circle.up(input, List.of("rack-1"));
                if (code == 4) {
                    assertThat(circle.err()).as(input.toString()).contains("the plan has neither a NIC nor a link");
                    refused.add(input.getFileName().toString());
                } else {
                    steps += circle.turn(input, List.of("rack-1"), false).steps();
                }
            }
        }
        assertThat(refused).containsExactlyInAnyOrder("openstacknetconfig_error_validation", "patches");
        assertThat(steps).isGreaterThan(100);
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void plain_machines_of_any_sort(@ForAll("machines") String manifests) throws Exception {
        around(manifests);
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void director_environments_of_any_sort(@ForAll("environments") String manifests) throws Exception {
        around(manifests);
    }

    private static void around(String manifests) throws IOException, Exception {
        ground();
        Path folder = Files.createTempDirectory("plumbline-circle");
        try (Circle circle = new Circle(folder, "test-circle-f")) {
            Path plan = Files.writeString(folder.resolve("plan.yaml"), manifests);
            assertThat(circle.up(plan, List.of())).as(circle.err() + manifests).isZero();
            circle.turn(plan, List.of(), false);
        } finally {
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path path :
                        left.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Provide
    Arbitrary<String> machines() {
        return Arbitraries.randomValue(random -> new AnyManifests(random).machines());
    }

    @Provide
    Arbitrary<String> environments() {
        return Arbitraries.randomValue(random -> new AnyManifests(random).environment());
    }
}
