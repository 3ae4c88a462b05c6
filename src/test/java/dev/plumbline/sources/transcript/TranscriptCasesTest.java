package dev.plumbline.sources.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.sources.Gathered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Case folders: input.txt, what is read from it in expected.txt; corrections, a line each, in corrections.txt. */
class TranscriptCasesTest {

    private static final Path CASES = Path.of("src/test/resources/transcripts");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsAsExpected(Path folder) throws IOException {
        Path golden = folder.resolve("expected.txt");
        String rendered = Rendering.of(read(folder));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, rendered);
        }
        assertThat(rendered).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void neverGivesALineThatTheInputDoesNotHold(Path folder) throws IOException {
        List<Line> cleaned =
                Decoded.of(Files.readAllBytes(folder.resolve("input.txt"))).lines();
        for (Observation observation : read(folder).observations()) {
            for (Line line : observation.lines()) {
                // a line that a narrow terminal broke stands in several
                String rows = cleaned.stream()
                        .skip(line.number() - 1L)
                        .limit(6)
                        .map(Line::text)
                        .collect(Collectors.joining());
                assertThat(rows).contains(line.text());
            }
        }
    }

    private static Gathered read(Path folder) throws IOException {
        Path file = folder.resolve("corrections.txt");
        List<Correction> corrections = Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .map(text -> Correction.parse(text).orElseThrow())
                        .toList()
                : List.of();
        return TranscriptReader.read(
                folder.getFileName().toString(), Files.readAllBytes(folder.resolve("input.txt")), corrections);
    }
}
