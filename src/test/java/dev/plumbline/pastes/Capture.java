package dev.plumbline.pastes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A capture folder with its truth. */
record Capture(String name, Path folder, Truth truth) {

    static Capture of(Path scenario) {
        try {
            String name = scenario.getFileName().toString();
            JsonNode root = JsonMapper.shared().readTree(Files.readString(scenario.resolve("truth.json")));
            return new Capture(name, scenario.resolve("capture"), Truth.of(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> nodes() {
        return truth.vms().stream().map(Truth.Vm::node).distinct().sorted().toList();
    }

    /** The lines of one output; empty where the capture lacks it or it is empty. */
    Optional<List<String>> lines(String path) {
        Path file = folder.resolve(path);
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0
                    ? Optional.of(Files.readAllLines(file))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects in the files of a folder under {@code namespaces/openstack}; of a list its items. */
    List<JsonNode> objects(String kind) {
        try (Stream<Path> files = Files.list(folder.resolve("namespaces/openstack/" + kind))) {
            return files.sorted().map(this::parsed).flatMap(Capture::items).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode parsed(Path file) {
        return YAMLMapper.shared().readTree(file);
    }

    private static Stream<JsonNode> items(JsonNode object) {
        return object.has("items") ? object.get("items").valueStream() : Stream.of(object);
    }
}
