package dev.plumbline.answers.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.Evidence;
import dev.plumbline.answers.Scene;
import dev.plumbline.sources.Sources;
import dev.plumbline.sources.transcript.TranscriptReader;
import dev.plumbline.weave.Weaver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What checks find in the paste of each folder of {@code src/test/resources/check}: {@code expected.txt} has a line a finding.
 * {@code -Dgolden.update=true} writes these files anew.
 */
class CheckCasesTest {

    private static final Path ROOT = Path.of("src/test/resources/check");

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsExpected(Path folder) throws IOException {
        Path expected = folder.resolve("expected.txt");
        String found = found(folder.resolve("input.txt"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(Files.readString(expected));
    }

    private static String found(Path input) {
        Evidence evidence = Evidence.of(Sources.open(
                List.of(input.toString()),
                (source, file, bytes) ->
                        TranscriptReader.read(source + (file.isEmpty() ? "" : "/" + file), bytes, List.of()),
                InputStream.nullInputStream()));
        assertThat(evidence.problems()).isEmpty();
        return Checks.run(new Scene(Weaver.weave(evidence.facts()))).findings().stream()
                .map(finding -> finding.severity() + " " + finding.rule() + ": " + finding.title() + "\n")
                .collect(Collectors.joining());
    }
}
