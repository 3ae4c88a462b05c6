package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.Ground;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whole command lines of lab, on the example's manifests. */
class LabCommandTest extends LabLines {

    private static final String EXAMPLE = "examples/seed-environment";
    /** Silent: what a program prints goes to the terminal, past the test. */
    private static final String PING = "for i in 1 2; do ping -q -c 1 -W 1 $1 >/dev/null && exit 0; done; exit 1";

    private static final String NAME = "test-command";

    @BeforeAll
    static void ground() {
        Ground.forLabs();
    }

    @AfterEach
    void down() {
        plumbline("lab", "down", "--name", NAME);
    }

    @Test
    void theExampleIsBuiltTriedReadAndEnded() {
        assertThat(lab(NAME, "up", EXAMPLE, "--first-mac", "02:7e:90:00:00:4d"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).startsWith("lab " + NAME + " is up: 5 places, wiring cni\n");
        for (String gateway : List.of("172.22.0.1", "172.18.0.1", "10.0.0.1", "172.20.0.1")) {
            assertThat(lab(NAME, "exec", "controller-0", "--", "sh", "-c", PING, "ping", gateway))
                    .as(gateway)
                    .isZero();
        }
        assertThat(lab(NAME, "exec", "vm/controller-0", "--", "false")).isEqualTo(1);
        assertThat(lab(NAME, "exec", "node/nowhere", "--", "true")).isEqualTo(2);
        assertThat(lab(NAME, "list")).isZero();
        assertThat(out.toString()).matches("NAME +STATE +VMS +PLACES +AGE\n" + NAME + " +up +1 +5 +\\d+[sm]\n");
        assertThat(lab(NAME, "status")).isZero();
        assertThat(out.toString()).contains("guest.openstack.controller-0  guest/openstack/controller-0");
        assertThat(lab(NAME, "up", EXAMPLE, "--first-mac", "02:7e:90:00:00:4d")).isZero();
        assertThat(out.toString()).startsWith("lab " + NAME + " stands already, from the same resources");
        assertThat(lab(NAME, "up", EXAMPLE)).isEqualTo(4);
        assertThat(err.toString())
                .contains("stands already, built from something else", "lab down " + NAME, "--name OTHER");
        Path seen = folder.resolve("seen");
        assertThat(lab(NAME, "capture", "--dest", seen.toString())).isZero();
        assertThat(lab(NAME, "down")).isZero();
        assertThat(lab(NAME, "down")).isEqualTo(4);
        assertThat(folder.resolve("state/plumbline/labs")).isEmptyDirectory();
        plumbline("map", seen.toString());
        assertThat(out.toString()).contains("openstack/controller-0", "7 NICs: 6 proven, 1 inferred");
        plumbline("diff", "plan:" + EXAMPLE, seen.toString(), "--first-mac", "02:7e:90:00:00:4d", "--no-headers");
        // What this kernel cannot do is not there; what it can is as planned.
        assertThat(out.toString().lines().filter(line -> !line.startsWith("  affects") && !line.contains(" vlan")))
                .isEmpty();
    }

    @Test
    void pluginsMakeTheSame() {
        assertThat(lab(NAME, "up", EXAMPLE, "--wiring", "cni", "--kubevirt", "1.6", "--first-mac", "02:7e:90:00:00:4d"))
                .as(err.toString())
                .isZero();
        assertThat(lab(NAME, "exec", "controller-0", "--", "sh", "-c", PING, "ping", "172.18.0.1"))
                .isZero();
    }

    @Test
    void aWrongWordIsToldBeforeAnythingIsBuilt() throws Exception {
        assertThat(lab(NAME, "upp", EXAMPLE)).isEqualTo(2);
        assertThat(plumbline("lab", "up", EXAMPLE, "--name", "../x")).isEqualTo(2);
        assertThat(lab(NAME, "up")).isEqualTo(2);
        assertThat(lab(NAME, "up", "nowhere/")).isEqualTo(4);
        assertThat(lab(NAME, "status")).isEqualTo(4);
        assertThat(Files.exists(folder.resolve("state"))).isFalse();
    }
}
