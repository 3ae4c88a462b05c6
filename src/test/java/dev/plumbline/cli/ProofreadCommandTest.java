package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code proofread} from the command line to its exit code, over files. */
class ProofreadCommandTest {

    private static final String EVIDENCE = "src/test/resources/proofread/dashes/evidence.txt";
    private static final String NOTE = "examples/hand-drawn.md";
    private static final String SESSION = "examples/controller-0.txt";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aMappingWithoutCommandsIsNoBrokenTranscript() throws IOException {
        String mapping = mapping("ens2 -- tap2\n");
        assertThat(run("proofread", mapping, "-f", EVIDENCE)).isEqualTo(0);
        assertThat(out.toString()).startsWith("1 claim: 1 true, 0 wrong, 0 unproven\nL1  ens2 -- tap2  true  ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void withoutEvidenceNothingIsTrueAndItIsSaid() throws IOException {
        assertThat(run("proofread", mapping("ens2 -- tap2\n"))).isEqualTo(3);
        assertThat(out.toString()).contains("unproven  no output shows ens2 or tap2");
        assertThat(err.toString()).contains("no command found");
    }

    @Test
    void aWrongClaimExitsWithOne() {
        assertThat(run("proofread", NOTE, "-f", SESSION)).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("7 claims: 4 true, 2 wrong, 1 unproven\n")
                .contains(
                        "\ncorrected lines:\n  L9   | nic5 | enp5s0 | tap4 | vethf037a556 | br-osp | enp7s0 |\n  L17  enp1s0 -- tap0\n");
    }

    @Test
    void aPatchMendsTheFile() throws IOException {
        assertThat(run("proofread", NOTE, "-f", SESSION, "-o", "diff")).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("--- examples/hand-drawn.md\n+++ examples/hand-drawn.md\n@@ -6,7 +6,7 @@\n")
                .contains("\n-    enp1s0 -- tap1\n+    enp1s0 -- tap0\n");
        String mended = Files.readString(Path.of(NOTE))
                .replace("tap4 | veth84e51668", "tap4 | vethf037a556")
                .replace("enp1s0 -- tap1", "enp1s0 -- tap0");
        out.getBuffer().setLength(0);
        assertThat(run("proofread", mapping(mended), "-f", SESSION)).isEqualTo(0);
        assertThat(out.toString()).startsWith("7 claims: 6 true, 0 wrong, 1 unproven\n");
    }

    @Test
    void jsonCountsAndQuotes() {
        assertThat(run("proofread", NOTE, "-f", SESSION, "-o", "json")).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "\"kind\": \"Proofread\"",
                        "\"wrong\": 2",
                        "\"corrected\": \"enp1s0 -- tap0\"",
                        "\"wrong\": \"tap1\"");
    }

    @Test
    void withoutAFileItIsAWrongCall() {
        assertThat(run("proofread", "-f", SESSION)).isEqualTo(2);
        assertThat(err.toString()).contains("proofread wants a FILE");
        assertThat(run("proofread", "examples", "-o", "diff")).isEqualTo(2);
    }

    private String mapping(String text) throws IOException {
        return Files.writeString(folder.resolve("mapping.txt"), text).toString();
    }

    private int run(String... arguments) {
        return new Plumbline(Wiring.parts(), new Surroundings(out, err, false, false, Map.of()))
                .run(List.of(arguments))
                .number();
    }
}
