package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.Feature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole lab as a user without any right. Run by root, which becomes such a user; any other is one already. */
class RootlessTest {

    @TempDir
    Path state;

    @BeforeAll
    static void ground() {
        Ground.with(Feature.VETH, Feature.BRIDGE);
        assumeTrue(Anchor.isRoot(), "the other tests are run by a user without rights already");
    }

    private static boolean readable() throws Exception {
        String own =
                AsUser.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        List<String> look = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "ls", own);
        Process process = new ProcessBuilder(look)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }

    @Test
    void a_user_without_rights_has_a_lab_too() throws Exception {
        assumeTrue(readable(), "the classes lie where others may not read");
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxrwxrwx"));
        Process user = new ProcessBuilder(
                        "setpriv",
                        "--reuid=65534",
                        "--regid=65534",
                        "--clear-groups",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AsUser.class.getName(),
                        state.resolve("labs").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(user.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(user.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said.lines()).last().isEqualTo("pinged, taken down");
        assertThat(Ground.processesOf(AsUser.LAB)).isEmpty();
    }
}
