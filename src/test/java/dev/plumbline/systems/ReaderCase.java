package dev.plumbline.systems;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One case of a reader: a folder {@code src/test/resources/readers/READER-ID/CASE/}.
 *
 * <p>{@code command} holds the words as typed, then any of the lines {@code filter: holding NEEDLE}, {@code filter:
 * holding NEEDLE after N}, {@code filter: part}, {@code filter: opaque}, {@code namespace: NAMESPACE}; {@code input}
 * the output; {@code expected.json} what {@link FactJson} makes of the reading. The command counts as line 1, so the
 * output begins on line 2, as in a transcript.
 */
record ReaderCase(Path folder) {

    private static final Path ROOT = Path.of("src/test/resources/readers");

    static List<ReaderCase> all() {
        return folders(ROOT).stream()
                .flatMap(reader -> folders(reader).stream())
                .map(ReaderCase::new)
                .toList();
    }

    private static List<Path> folders(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String readerId() {
        return folder.getParent().getFileName().toString();
    }

    String name() {
        return readerId() + "/" + folder.getFileName();
    }

    String input() {
        return text("input");
    }

    Path expected() {
        return folder.resolve("expected.json");
    }

    String typed() {
        return text("command").lines().findFirst().orElse("");
    }

    Observation observation() {
        return observation(input());
    }

    /** The same command with another output. */
    Observation observation(String output) {
        List<Line> lines = new ArrayList<>();
        for (String line : output.lines().toList()) {
            lines.add(new Line(lines.size() + 2, line));
        }
        return new Observation(
                "case.txt",
                "",
                Vantage.of(Scope.node("node-a"), Standing.STATED),
                new Command(List.of(typed().split(" "))),
                directive("namespace"),
                filter(directive("filter")),
                new Line(1, "$ " + typed()),
                lines);
    }

    private String directive(String key) {
        return text("command")
                .lines()
                .skip(1)
                .filter(line -> line.startsWith(key + ": "))
                .map(line -> line.substring(key.length() + 2))
                .findFirst()
                .orElse("");
    }

    private static Filter filter(String words) {
        List<String> word = List.of(words.split(" "));
        return switch (word.getFirst()) {
            case "" -> Filter.NONE;
            case "holding" -> {
                int after = word.indexOf("after");
                yield new Filter.Holding(word.get(1), false, 0, after < 0 ? 0 : Integer.parseInt(word.get(after + 1)));
            }
            case "part" -> new Filter.Part("cut");
            case "opaque" -> new Filter.Opaque("awk");
            default -> throw new AssertionError("no such filter: " + words);
        };
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
