package dev.plumbline.plan;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.kubernetes.ObjectStream;
import dev.plumbline.systems.osnetconfig.PlannedConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Manifests and guests' files as a source would hand them on. */
public final class Manifest {

    private Manifest() {}

    /** Every object of a file, or of all files below a folder, by path. */
    public static List<ApiResource> resources(Path path) {
        return files(path).stream()
                .flatMap(file -> of(
                        path.relativize(file).toString().isEmpty()
                                ? file.getFileName().toString()
                                : path.relativize(file).toString(),
                        read(file))
                        .stream())
                .toList();
    }

    /** The objects of a text. */
    public static List<ApiResource> of(String name, String text) {
        return ObjectStream.of(observation(name, text), false).objects();
    }

    /** What os-net-config's file asks for in a guest. */
    public static List<Fact> configuration(String namespace, String vm, Path file) {
        Observation observation = observation(file.getFileName().toString(), read(file));
        return PlannedConfig.read(
                        Vantage.of(Scope.guest(namespace, vm), Standing.STATED),
                        Document.yaml(observation).root())
                .facts();
    }

    static Observation observation(String name, String text) {
        List<String> rows = text.lines().toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            lines.add(new Line(i + 1, rows.get(i)));
        }
        return Observation.ofFile(name, "", Vantage.of(Scope.ofCluster(), Standing.STATED), lines);
    }

    static List<Path> files(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
