package dev.plumbline.plan;

import dev.plumbline.Corpus;
import dev.plumbline.answers.diff.DiffAnswer;
import dev.plumbline.answers.diff.Differ;
import dev.plumbline.answers.diff.Side;
import dev.plumbline.weave.Woven;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans of the example's manifests, held against what was seen. */
final class Sided {

    private static final Path EXAMPLE = Path.of("examples/seed-environment");

    private Sided() {}

    static Side example(KubevirtVersion version) {
        return plan(EXAMPLE, version, List.of());
    }

    static Side plan(Path manifests, KubevirtVersion version, List<String> nodes) {
        Blueprint blueprint = Planner.plan(
                Manifests.open(List.of(manifests.toString()), InputStream.nullInputStream())
                        .resources(),
                new PlanOptions(version, nodes, Optional.empty()));
        return Side.planned("plan", blueprint.topology(), blueprint.facts());
    }

    /** A copy of the example, with texts of one file replaced in turn. */
    static Path copy(Path folder, String file, String... change) {
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            for (Path each : files.toList()) {
                String text = Files.readString(each);
                if (each.endsWith(file)) {
                    for (int i = 0; i < change.length; i += 2) {
                        if (!text.contains(change[i])) {
                            throw new IllegalArgumentException(change[i]);
                        }
                        text = text.replace(change[i], change[i + 1]);
                    }
                }
                Files.writeString(folder.resolve(each.getFileName()), text);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more text of a copy replaced. */
    static Path more(Path folder, String file, String from, String to) {
        try {
            Path path = folder.resolve(file);
            Files.writeString(path, Files.readString(path).replace(from, to));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Woven seen(Path path) {
        return Corpus.woven(path);
    }

    static List<String> lines(Side plan, Woven seen) {
        return lines(Differ.compare(plan, Side.observed("seen", seen)));
    }

    static List<String> lines(DiffAnswer answer) {
        return answer.items().stream()
                .map(item -> item.object() + " " + item.what() + ": " + or(item.a()) + " > " + or(item.b()))
                .toList();
    }

    private static String or(String value) {
        return value.isEmpty() ? "-" : value;
    }
}
