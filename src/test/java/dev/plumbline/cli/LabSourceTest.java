package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.Ground;
import dev.plumbline.lab.ground.Feature;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lab:NAME} where any other command takes a source. */
class LabSourceTest {

    private static final String PLAN = "examples/seed-environment";
    private static final String NAME = "test-source";
    private static final String LAB = "lab:" + NAME;

    @TempDir
    static Path folder;

    private static final StringWriter OUT = new StringWriter();
    private static final StringWriter ERR = new StringWriter();

    @BeforeAll
    static void up() {
        Ground.with(Feature.VETH, Feature.BRIDGE, Feature.TAP, Feature.NAT, Feature.OVS);
        assertThat(plumbline("lab", "up", PLAN, "--name", NAME, "--first-mac", "02:7e:90:00:00:4d"))
                .as(ERR.toString())
                .isZero();
    }

    @AfterAll
    static void down() {
        plumbline("lab", "down", NAME);
    }

    private static int plumbline(String... words) {
        OUT.getBuffer().setLength(0);
        ERR.getBuffer().setLength(0);
        Map<String, String> environment =
                Map.of("XDG_STATE_HOME", folder.resolve("state").toString());
        return new Plumbline(Wiring.parts(environment), new Surroundings(OUT, ERR, false, false, environment))
                .run(List.of(words))
                .number();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void every_command_that_reads_evidence_reads_a_lab_and_leaves_no_file() throws IOException {
        List<Path> before = files();

        assertThat(plumbline("map", LAB)).isZero();
        assertThat(OUT.toString()).contains("openstack/controller-0", "7 NICs: 6 proven, 1 inferred");

        assertThat(plumbline("trace", "controller-0/nic5", "-f", LAB)).isZero();
        assertThat(OUT.toString()).contains("PROVEN to enp7s0", "MTU 9000 throughout");

        assertThat(plumbline("check", LAB)).isZero();
        assertThat(OUT.toString()).contains("0 errors");

        assertThat(plumbline("needs", LAB)).isZero();
        assertThat(OUT.toString()).contains("read-only command");

        assertThat(plumbline("sources", LAB)).isZero();
        assertThat(OUT.toString())
                .startsWith(LAB + "   lab   31 outputs in 5 places")
                .contains("nodes/ostest-worker-1/ip_-j_-d_link:1");

        assertThat(files()).isEqualTo(before);
    }

    private static final String CONFIG = "/etc/os-net-config/config.json";

    /** Silent: what a program prints goes to the terminal, past the test. */
    private static int inGuest(String script) {
        return plumbline("lab", "exec", "--name", NAME, "controller-0", "--", "sh", "-c", script);
    }

    @Test
    void a_guest_has_the_configuration_that_the_plan_gives_it() {
        boolean here = Files.exists(Path.of(CONFIG));
        assertThat(inGuest("grep -q '\"name\": \"nic5\"' " + CONFIG)).isZero();
        assertThat(inGuest("! touch /etc/plumbline-was-here 2>/dev/null")).isZero();
        assertThat(plumbline("lab", "exec", "--name", NAME, "node/ostest-worker-1", "--", "test", "-e", CONFIG))
                .isEqualTo(here ? 0 : 1);
        assertThat(Files.exists(Path.of(CONFIG))).isEqualTo(here);

        assertThat(plumbline("trace", "nic5", "-f", LAB)).as(ERR.toString()).isZero();
        assertThat(OUT.toString()).contains("openstack/controller-0/nic5", "nic5~enp5s0");
        assertThat(plumbline("trace", "controller-0/nic5", "-f", LAB)).isZero();
        assertThat(plumbline("reach", "controller-0/nic5", "172.18.0.1", "-f", LAB))
                .isZero();
        assertThat(plumbline("check", LAB)).isZero();
        assertThat(OUT.toString())
                .containsPattern("desired-differs +7 NICs")
                .containsPattern("nic-order-differs +7 NICs");
    }

    @Test
    void a_guest_is_held_against_its_configuration_as_it_is_now() {
        assertThat(inGuest("cp " + CONFIG + " /tmp/kept && sed -i s,172.18.0.20/24,172.18.0.21/24, " + CONFIG))
                .isZero();
        assertThat(plumbline("check", LAB)).isEqualTo(1);
        assertThat(OUT.toString()).contains("desired-differs  controller-0/nic5 lacks 172.18.0.21/24");

        assertThat(inGuest("cat /tmp/kept > " + CONFIG)).isZero();
        assertThat(plumbline("check", LAB)).isZero();
    }

    @Test
    void a_mapping_is_proofread_against_a_lab() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.md"), "enp5s0 -- tap3\n");

        assertThat(plumbline("proofread", notes.toString(), "-f", LAB)).isEqualTo(1);
        assertThat(OUT.toString()).contains("WRONG  enp5s0's tap is tap4");
        Files.delete(notes);
    }

    @Test
    void a_lab_is_either_side_of_a_comparison() throws IOException {
        Path seen = folder.resolve("seen");
        assertThat(plumbline("lab", "capture", "--name", NAME, "--dest", seen.toString()))
                .isZero();

        assertThat(plumbline("diff", LAB, seen.toString())).as(OUT.toString()).isZero();
        assertThat(plumbline("diff", seen.toString(), LAB)).isZero();
        assertThat(OUT.toString()).contains("0 differences, 0 unseen");

        try (Stream<Path> files = Files.walk(seen)) {
            for (Path file : new ArrayList<>(files.toList()).reversed()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void a_lab_typed_twice_is_read_once() {
        assertThat(plumbline("sources", LAB, "-f", LAB, "--no-headers")).isZero();
        assertThat(OUT.toString().lines().filter(line -> line.startsWith("nodes/ostest-worker-1/ip_-j_-d_link")))
                .hasSize(1);
    }

    @Test
    void a_lab_that_is_not_there_is_unreachable() {
        assertThat(plumbline("map", "lab:")).isEqualTo(4);
        assertThat(ERR.toString()).contains("lab:: there is no lab lab", "plumbline lab list");

        assertThat(plumbline("diff", LAB, "lab:nowhere")).isEqualTo(4);
        assertThat(ERR.toString()).contains("lab:nowhere: there is no lab nowhere");

        assertThat(plumbline("map", "lab:../x")).isEqualTo(4);
        assertThat(ERR.toString()).contains("no lab's name; expected 1 to 32 of a-z");
    }

    @Test
    void a_dead_lab_says_how_to_clear_it_away() throws IOException {
        Path dead = Files.createDirectories(folder.resolve("state/plumbline/labs/test-dead"));
        Files.writeString(dead.resolve("anchor"), "999999999 1 0-0\n");

        assertThat(plumbline("map", "lab:test-dead")).isEqualTo(4);
        assertThat(ERR.toString()).contains("lab test-dead is dead", "plumbline lab down test-dead");

        assertThat(plumbline("lab", "down", "test-dead")).isZero();
    }
}
