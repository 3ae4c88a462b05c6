package dev.plumbline.answers.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.Evidence;
import dev.plumbline.sources.Gathered;
import dev.plumbline.sources.transcript.TranscriptReader;
import dev.plumbline.views.Ink;
import dev.plumbline.views.PatchView;
import dev.plumbline.views.ProofreadView;
import dev.plumbline.weave.Weaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder under src/test/resources/proofread: what a human wrote (input.md with its evidence, or mapping.txt beside
 * evidence.txt), and what is said to it. {@code -Dgolden.update=true} writes what is said.
 */
class ProofreadCasesTest {

    private static final Path CASES = Path.of("src/test/resources/proofread");

    @TestFactory
    Stream<DynamicTest> judgedAsExpected() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> judge(folder)));
        }
    }

    private static void judge(Path folder) throws IOException {
        Path human = Stream.of("input.md", "mapping.txt")
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        Gathered gathered = read(human);
        if (Files.exists(folder.resolve("evidence.txt"))) {
            gathered = gathered.and(read(folder.resolve("evidence.txt")));
        }
        String name = human.getFileName().toString();
        ProofreadAnswer answer = answer(gathered, name);
        String drawn = new ProofreadView(Ink.NONE, true).text(answer)
                + "\n"
                + PatchView.of(name, Files.readString(human)).text(answer);
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, drawn);
        }
        assertThat(drawn).isEqualTo(Files.readString(expected));
    }

    private static Gathered read(Path file) throws IOException {
        return TranscriptReader.read(file.getFileName().toString(), Files.readAllBytes(file), List.of());
    }

    static ProofreadAnswer answer(Gathered gathered, String file) {
        return Proofreader.read(
                gathered, Set.of(file), Weaver.weave(Evidence.of(gathered).facts()));
    }
}
