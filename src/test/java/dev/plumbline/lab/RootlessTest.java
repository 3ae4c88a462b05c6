package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole lab as a user without any right. Run by root, which becomes such a user; any other is one already. */
class RootlessTest {

    private static final String EXAMPLE = "test-rootless-example";

    @TempDir
    Path state;

    @BeforeAll
    static void ground() {
        Ground.with(Feature.VETH, Feature.BRIDGE);
        assumeTrue(Anchor.isRoot(), "the other tests are run by a user without rights already");
    }

    @AfterEach
    void down() throws LabException {
        new Labs(state.resolve("home/plumbline/labs")).down(new LabName(EXAMPLE));
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

    /** Where a user may not open the device of taps a copy that anyone may stands in its place, for the test alone. */
    private static final String OPEN_TUN = """
            mount -t tmpfs plumbline /mnt
            mknod -m 666 /mnt/tun c 10 200
            mount --bind /mnt/tun /dev/net/tun
            exec "$@"
            """;

    private String user(List<String> before, String... arguments) throws Exception {
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxrwxrwx"));
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                "setpriv",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                AsUser.class.getName(),
                state.resolve("labs").toString()));
        command.addAll(List.of(arguments));
        Process user = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(user.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(user.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    @Test
    void a_user_without_rights_has_a_lab_too() throws Exception {
        assumeTrue(readable(), "the classes lie where others may not read");
        assertThat(user(List.of()).lines()).last().isEqualTo("pinged, taken down");
        assertThat(Ground.processesOf(AsUser.LAB)).isEmpty();
    }

    @Test
    void and_one_of_taps_where_the_machine_lets_users_have_them() throws Exception {
        assumeTrue(readable(), "the classes lie where others may not read");
        Ground.with(Feature.TAP);
        assertThat(user(List.of("unshare", "-m", "sh", "-e", "-c", OPEN_TUN, "sh"), "taps")
                        .lines())
                .last()
                .isEqualTo("pinged, taken down");
        assertThat(Ground.processesOf(AsUser.LAB)).isEmpty();
    }

    /** Whole processes, as a user types them. */
    @Test
    void the_example_is_built_used_and_ended_without_rights() throws Exception {
        Ground.forLabs();
        assumeTrue(readable(), "the classes lie where others may not read");
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(asUser("up", "examples/seed-environment")).contains("lab " + EXAMPLE + " is up: 5 places");
        assertThat(asUser("exec", "controller-0", "--", "ping", "-q", "-c", "2", "-W", "1", "172.18.0.1"))
                .contains(" 0% packet loss");
        // A switch, or where the user has no taps the Linux bridge in its place.
        assertThat(asUser("exec", "controller-0", "--", "ip", "-br", "link")).contains("br-ex", "br-tenant");
        assertThat(asUser("exec", "controller-0", "--", "cat", "/etc/os-net-config/config.json"))
                .contains("\"name\": \"nic5\"");
        assertThat(asUser("down")).contains("lab " + EXAMPLE + " is down");
        assertThat(Ground.processesOf(new LabName(EXAMPLE))).isEmpty();
    }

    /** Libraries lie in a home that others may not read. */
    private String classPath() throws IOException {
        Path libraries = Files.createDirectories(state.resolve("lib"));
        Files.setPosixFilePermissions(libraries, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isRegularFile(path)) {
                Path copy = libraries.resolve(path.getFileName());
                if (!Files.exists(copy)) {
                    Files.copy(path, copy);
                    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
                }
                path = copy;
            }
            entries.add(path.toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private String asUser(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "setpriv",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "dev.plumbline.cli.Plumbline",
                "lab",
                "--name",
                EXAMPLE));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("XDG_STATE_HOME", state.resolve("home").toString());
        Process user = builder.start();
        String said = new String(user.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(user.waitFor()).as(said).isZero();
        return said;
    }
}
