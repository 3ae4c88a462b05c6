package dev.plumbline.answers.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One small network a folder: {@code input.txt} as someone pasted it, {@code asked} with lines {@code FROM TO SIZE}, {@code
 * expected} with the answers. {@code -Dgolden.update=true} writes the last.
 */
class ReachCasesTest {

    private static final Path CASES = Path.of("src/test/resources/reach");

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void foretells(String name) throws Exception {
        Path folder = CASES.resolve(name);
        Reachability reach =
                new Reachability(Corpus.woven(folder.resolve("input.txt")).topology(), Optional.empty());
        StringBuilder said = new StringBuilder();
        for (String line : Files.readAllLines(folder.resolve("asked"))) {
            String[] words = line.split(" ");
            for (ReachItem item : reach.of(new Question(words[0], words[1], Integer.parseInt(words[2])))) {
                said.append(line).append('\n').append(told(item)).append('\n');
            }
        }
        Path expected = folder.resolve("expected");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, said);
        }
        assertThat(said).hasToString(Files.readString(expected));
    }

    private static String told(ReachItem item) {
        StringBuilder text = new StringBuilder("  ")
                .append(item.outcome().toString().toLowerCase(java.util.Locale.ROOT))
                .append(", ")
                .append(item.verdict().toString().toLowerCase(java.util.Locale.ROOT));
        item.at().ifPresent(at -> text.append(", at ").append(at));
        if (!item.reason().isEmpty()) {
            text.append(": ").append(item.cause()).append(", ").append(item.reason());
        }
        item.premises().forEach(premise -> text.append("\n  if ").append(premise));
        return text.toString();
    }
}
