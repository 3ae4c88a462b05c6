package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.kubernetes.ObjectStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Resources as manifests hold them. */
final class Manifests {

    private Manifests() {}

    static List<ApiResource> text(String yaml) {
        return text("manifest.yaml", yaml);
    }

    static List<ApiResource> text(String name, String yaml) {
        ObjectStream stream = ObjectStream.of(observation(name, yaml.lines().toList()), false);
        if (!stream.problems().isEmpty()) {
            throw new IllegalArgumentException(stream.problems().getFirst().message());
        }
        return stream.objects();
    }

    static List<ApiResource> file(Path file) {
        try {
            return text(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All YAML files of a folder, by name. */
    static List<ApiResource> folder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> file(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A derived object as a resource, as if the API server gave it back. */
    static ApiResource resource(DerivedObject object) {
        Observation observation = observation("derived", List.of("derived"));
        return new ApiResource(
                new ApiObject(observation, object.tree()), object.group(), object.version(), object.kind());
    }

    /** These resources, with the derived ones in the place of those of the same name. */
    static List<ApiResource> after(List<ApiResource> resources, Derived derived) {
        List<ApiResource> all = new ArrayList<>(resources);
        all.removeIf(each -> derived.objects().stream().anyMatch(made -> isSame(made, each)));
        all.removeIf(each ->
                each.kind().equals("VirtualMachine") && derived.removedHosts().contains(each.name()));
        derived.objects().forEach(made -> all.add(resource(made)));
        return all;
    }

    private static boolean isSame(DerivedObject made, ApiResource given) {
        return made.kind().equals(given.kind())
                && made.group().equals(given.group())
                && made.name().equals(given.name());
    }

    static Observation observation(String name, List<String> text) {
        List<Line> lines = new ArrayList<>();
        text.forEach(line -> lines.add(new Line(lines.size() + 1, line)));
        return new Observation(
                name,
                "",
                Vantage.of(Scope.ofCluster(), Standing.STATED),
                new Command(List.of()),
                "",
                new Filter.None(),
                new Line(0, ""),
                lines);
    }

    static Tree tree(String yaml) {
        return text("expected.yaml", yaml).getFirst().tree();
    }
}
