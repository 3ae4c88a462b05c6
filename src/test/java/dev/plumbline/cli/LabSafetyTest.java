package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.Ground;
import dev.plumbline.lab.Hosts;
import dev.plumbline.lab.ground.LabName;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine is not a lab's: whatever is done with labs, it stays as it was. */
class LabSafetyTest {

    private static final String EXAMPLE = "examples/seed-environment";
    private static final String ONE = "test-safety-one";
    private static final String TWO = "test-safety-two";

    @TempDir
    Path folder;

    private record Said(int code, String out, String err) {}

    @BeforeAll
    static void ground() {
        Ground.forLabs();
    }

    @AfterEach
    void down() {
        lab(ONE, "down");
        lab(TWO, "down");
    }

    private Said lab(String name, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Map<String, String> environment =
                Map.of("XDG_STATE_HOME", folder.resolve("state").toString());
        int code = new Plumbline(Wiring.parts(), new Surroundings(out, err, false, false, environment))
                .run(Stream.concat(Stream.of("lab", "--name", name), Stream.of(words))
                        .toList())
                .number();
        return new Said(code, out.toString(), err.toString());
    }

    private void does(String name, String... words) {
        Said said = lab(name, words);
        assertThat(said.code()).as(said.err()).isZero();
    }

    @Test
    void two_labs_of_the_same_resources_are_used_and_ended_and_the_machine_is_as_before() throws Exception {
        Map<String, String> before = Hosts.state();
        does(ONE, "up", EXAMPLE);
        does(TWO, "up", EXAMPLE, "--wiring", "direct");
        does(ONE, "exec", "node/ostest-worker-1", "--", "ip", "link", "set", "dev", "br-osp", "mtu", "1400");
        does(ONE, "exec", "node/ostest-worker-1", "--", "ip", "link", "del", "dev", "enp6s0");
        does(ONE, "exec", "controller-0", "--", "sysctl", "-q", "-w", "net.ipv4.ip_forward=1");
        does(ONE, "exec", "controller-0", "--", "nft", "add", "table", "inet", "broken");
        does(ONE, "exec", "fabric", "--", "ip", "route", "add", "blackhole", "203.0.113.0/24");
        does(TWO, "capture", "--dest", folder.resolve("two").toString());
        assertThat(Hosts.state()).as("while they stand").isEqualTo(before);
        does(ONE, "down");
        does(TWO, "exec", "controller-0", "--", "ping", "-q", "-c", "2", "-W", "1", "172.18.0.1");
        does(TWO, "down");
        assertThat(Hosts.state()).isEqualTo(before);
        assertThat(Ground.processesOf(new LabName(ONE))).isEmpty();
        assertThat(Ground.processesOf(new LabName(TWO))).isEmpty();
        assertThat(folder.resolve("state/plumbline/labs")).isEmptyDirectory();
    }

    @Test
    void the_same_again_leaves_a_lab_as_it_stands_and_anything_else_is_refused() throws Exception {
        does(ONE, "up", EXAMPLE, "--wiring", "direct");
        String anchor = Files.readString(folder.resolve("state/plumbline/labs/" + ONE + "/anchor"));
        Said again = lab(ONE, "up", "./" + EXAMPLE, "--wiring", "direct");
        assertThat(again.code()).isZero();
        assertThat(again.out()).startsWith("lab " + ONE + " stands already, from the same resources: 5 places");
        for (List<String> other : List.of(
                List.of("up", EXAMPLE, "--wiring", "cni"),
                List.of("up", EXAMPLE, "--wiring", "direct", "--kubevirt", "1.6"),
                List.of("up", EXAMPLE, "--wiring", "direct", "--first-mac", "02:7e:90:00:00:4d"),
                List.of("up", "examples/storage-1500", "--wiring", "direct"))) {
            Said refused = lab(ONE, other.toArray(String[]::new));
            assertThat(refused.code()).as(other.toString()).isEqualTo(4);
            assertThat(refused.err())
                    .contains("lab " + ONE + " stands already", "plumbline lab down " + ONE, "--name OTHER");
        }
        assertThat(Files.readString(folder.resolve("state/plumbline/labs/" + ONE + "/anchor")))
                .isEqualTo(anchor);
        assertThat(lab(ONE, "list").out())
                .containsPattern("NAME +STATE +VMS +PLACES +AGE\n" + ONE + " +up +1 +5 +\\d+s");
    }

    @Test
    void a_lab_killed_from_outside_is_told_of_as_dead_and_built_again() throws Exception {
        does(ONE, "up", EXAMPLE, "--wiring", "direct");
        long anchor = Long.parseLong(Files.readString(folder.resolve("state/plumbline/labs/" + ONE + "/anchor"))
                .split(" ")[0]);
        ProcessHandle killed = ProcessHandle.of(anchor).orElseThrow();
        killed.destroyForcibly();
        for (int i = 0; i < 200 && !lab(ONE, "status").out().contains("dead"); i++) {
            Thread.sleep(10);
        }
        assertThat(lab(ONE, "status").out()).startsWith("lab " + ONE + ": dead\n");
        assertThat(lab(ONE, "exec", "controller-0", "--", "true").err()).contains("is dead; remove what is left");
        does(ONE, "up", EXAMPLE, "--wiring", "direct");
        assertThat(lab(ONE, "status").out()).startsWith("lab " + ONE + ": up");
    }

    @Test
    void of_several_that_build_one_name_at_once_one_does() {
        List<CompletableFuture<Said>> all = Stream.of(1, 2, 3)
                .map(_ -> CompletableFuture.supplyAsync(() -> lab(ONE, "up", EXAMPLE, "--wiring", "direct")))
                .toList();
        List<Said> said = all.stream().map(CompletableFuture::join).toList();
        assertThat(said).anyMatch(one -> one.out().contains(" is up: "));
        assertThat(said)
                .allMatch(one -> one.out().contains(" is up: ")
                        || one.out().contains("stands already")
                        || one.err().contains("is being built by another process")
                        || one.err().contains("stands already"));
        assertThat(said.stream().filter(one -> one.out().contains(" is up: "))).hasSize(1);
    }

    @Test
    void what_no_machine_can_hold_is_refused_before_anything_is_built() throws Exception {
        Path many = folder.resolve("many.yaml");
        StringBuilder text = new StringBuilder("""
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: lan, namespace: shop}
                spec:
                  config: '{"cniVersion":"0.3.1","type":"bridge","bridge":"br-a"}'
                ---
                apiVersion: nmstate.io/v1
                kind: NodeNetworkConfigurationPolicy
                metadata: {name: br-a}
                spec:
                  desiredState:
                    interfaces:
                    - {name: br-a, type: linux-bridge, state: up, bridge: {port: [{name: eno1}]}}
                """);
        for (int i = 0; i < 1100; i++) {
            text.append("""
                    ---
                    apiVersion: kubevirt.io/v1
                    kind: VirtualMachine
                    metadata: {name: vm-%d, namespace: shop}
                    spec:
                      template:
                        spec:
                          nodeSelector: {kubernetes.io/hostname: w}
                          networks: [{name: a, multus: {networkName: lan}}]
                          domain: {devices: {interfaces: [{name: a, bridge: {}}]}}
                    """.formatted(i));
        }
        Files.writeString(many, text);
        Said said = lab(ONE, "up", many.toString());
        assertThat(said.code()).isEqualTo(4);
        assertThat(said.err()).contains("br-a", "1101 ports", "1023 at most");
        assertThat(folder.resolve("state")).doesNotExist();
    }
}
