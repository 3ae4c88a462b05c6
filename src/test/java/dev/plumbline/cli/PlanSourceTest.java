package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with manifests is told by the commands that take {@code plan:PATH}, though it is of no device. */
class PlanSourceTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    /** The example with bridges that are too small for the storage network. */
    @BeforeEach
    void manifests() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("examples/seed-environment"))) {
            files.forEach(this::narrowed);
        }
    }

    private void narrowed(Path file) {
        try {
            String text = Files.readString(file).replace("              mtu: 9000", "              mtu: 1500");
            Files.writeString(folder.resolve(file.getFileName()), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private ExitCode run(String... words) {
        return new Plumbline(Wiring.parts(), new Surroundings(out, out, false, false, Map.of())).run(List.of(words));
    }

    @Test
    void checkTellsWhatIsWrongWithThem() {
        assertThat(run("check", "plan:" + folder)).isEqualTo(ExitCode.FOUND);
        assertThat(out.toString()).contains("ERROR  mtu-exceeds-bridge  network Storage has MTU 9000");
    }

    @Test
    void mapNamesTheCommandThatTellsIt() {
        assertThat(run("map", "plan:" + folder)).isEqualTo(ExitCode.FINE);
        assertThat(out.toString())
                .contains("errors: plumbline check plan:" + folder)
                .doesNotContain("Read 0");
    }

    @Test
    void aTraceIsOfDevicesAndDoesNotTellIt() {
        assertThat(run("trace", "controller-0/nic5", "plan:" + folder)).isEqualTo(ExitCode.FINE);
        assertThat(out.toString()).contains("planned INFERRED").doesNotContain("mtu-exceeds-bridge");
    }
}
