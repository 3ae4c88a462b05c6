package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What faults a lab has, and what was before each: written before anything is done, so that a kill in between loses nothing. */
final class Ledger {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;

    Ledger(Path file) {
        this.file = file;
    }

    /** One fault, made or about to be made. */
    record Entry(String fault, Spot spot, List<Was> before) {}

    /** Oldest first. */
    List<Entry> entries() throws LabException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Entry> entries = new ArrayList<>();
            for (JsonNode each : MAPPER.readTree(Files.readString(file)).path("faults")) {
                entries.add(entry(each));
            }
            return List.copyOf(entries);
        } catch (IOException | JacksonException e) {
            throw new LabException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Entry entry(JsonNode json) throws LabException {
        Optional<Netns> place = Netns.parse(json.path("place").asString(""));
        List<Was> before = new ArrayList<>();
        json.path("before").forEach(each -> Was.read(each).ifPresent(before::add));
        if (place.isEmpty() || before.size() != json.path("before").size()) {
            throw new LabException(file + " is damaged; plumbline lab down ends the lab");
        }
        return new Entry(
                json.path("fault").asString(""),
                new Spot(place.get(), json.path("device").asString("")),
                List.copyOf(before));
    }

    void write(List<Entry> entries) throws LabException {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode list = root.putArray("faults");
        for (Entry entry : entries) {
            ObjectNode each = list.addObject();
            each.put("fault", entry.fault());
            each.put("place", entry.spot().place().name());
            each.put("device", entry.spot().device());
            ArrayNode before = each.putArray("before");
            entry.before().forEach(was -> before.add(was.json()));
        }
        try {
            Path half = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(half, MAPPER.writeValueAsString(root) + "\n");
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LabException(file + " cannot be written: " + e, e);
        }
    }
}
