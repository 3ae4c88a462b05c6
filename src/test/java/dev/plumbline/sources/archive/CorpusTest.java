package dev.plumbline.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.sources.Gathered;
import dev.plumbline.sources.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Captures of a real lab, where they are at hand. */
class CorpusTest {

    private static final Path CAPTURES =
            Path.of(System.getProperty("plumbline.corpus", "../shared/corpus")).resolve("captures");

    static List<String> captures() throws IOException {
        Path folder = Files.isDirectory(CAPTURES) ? CAPTURES : Path.of("../..").resolve("shared/corpus/captures");
        if (!Files.isDirectory(folder)) {
            return List.of("none");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.resolve("capture"))
                    .filter(Files::isDirectory)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void everyFileIsReadAndNoneIsAProblem(String capture) throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(Path.of(capture)), "the captures are not here");

        Gathered gathered =
                Sources.open(List.of(capture), (_, file, _) -> unexpected(file), InputStream.nullInputStream());

        assertThat(gathered.problems()).isEmpty();
        Set<String> told = Stream.concat(
                        gathered.observations().stream().map(Observation::file),
                        gathered.skipped().stream().map(Skipped::origin).map(origin -> origin.file()))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(Path.of(capture))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> Path.of(capture).relativize(file).toString())
                            .filter(file -> !file.equals("capture.json"))
                            .filter(file -> !told.contains(file)))
                    .isEmpty();
        }
    }

    private static Gathered unexpected(String file) {
        throw new AssertionError(file + " was taken for a transcript");
    }
}
