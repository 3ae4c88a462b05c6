package dev.plumbline.laws;

import dev.plumbline.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that the laws are held against: the project's own cases, its example, and the corpus where it is there. */
final class Inputs {

    private static final Path CASES = Path.of("src/test/resources/weave");

    private Inputs() {}

    /** Pasted sessions. */
    static List<Path> transcripts() {
        List<Path> found = new ArrayList<>(List.of(Path.of("examples/controller-0.txt")));
        try (Stream<Path> folders = Files.list(CASES)) {
            folders.map(folder -> folder.resolve("input.txt"))
                    .filter(Files::exists)
                    .sorted()
                    .forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Captures of real labs; says so where there are none. */
    static List<Path> captures(String test) {
        List<Path> found = Corpus.scenarios().stream()
                .map(folder -> folder.resolve("capture"))
                .toList();
        if (found.isEmpty()) {
            System.out.println(test + ": no corpus at " + Corpus.ROOT + ", the project's own inputs only");
        }
        return found;
    }

    static List<Path> all(String test) {
        return Stream.concat(transcripts().stream(), captures(test).stream()).toList();
    }
}
