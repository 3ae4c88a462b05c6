package dev.plumbline.plan;

import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Mac;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * One case of planning: a folder {@code src/test/resources/plan/CASE/} with {@code manifests/}, guests' configurations under
 * {@code guests/NAMESPACE/VM/}, {@code options} (kubevirt, nodes, firstMac) where they are not the usual ones, and
 * {@code expected.txt}, which is what {@link PlanText} makes of the plan.
 */
record PlanCase(Path folder) {

    private static final Path ROOT = Path.of("src/test/resources/plan");

    static List<PlanCase> all() {
        return children(ROOT).stream().map(PlanCase::new).toList();
    }

    Path expected() {
        return folder.resolve("expected.txt");
    }

    Blueprint blueprint() {
        return Planner.plan(Manifest.resources(folder.resolve("manifests")), options());
    }

    /** Those of the objects and of the guests' files. */
    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(blueprint().facts());
        Path guests = folder.resolve("guests");
        if (Files.isDirectory(guests)) {
            for (Path namespace : children(guests)) {
                for (Path vm : children(namespace)) {
                    children(vm)
                            .forEach(file -> facts.addAll(Manifest.configuration(
                                    namespace.getFileName().toString(),
                                    vm.getFileName().toString(),
                                    file)));
                }
            }
        }
        return facts;
    }

    PlanOptions options() {
        Properties given = new Properties();
        Path file = folder.resolve("options");
        if (Files.exists(file)) {
            try {
                given.load(new StringReader(Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new PlanOptions(
                KubevirtVersion.parse(given.getProperty("kubevirt", "0.49")).orElseThrow(),
                Stream.of(given.getProperty("nodes", "").split(" "))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                Optional.ofNullable(given.getProperty("firstMac")).flatMap(Mac::parse));
    }

    private static List<Path> children(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
