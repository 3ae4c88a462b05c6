package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.Output;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A sysctl of a place as it was. @param key with slashes, for devices' names hold dots */
record WasSetting(Netns place, String key, String value) implements Was {

    static final String KIND = "setting";

    static WasSetting of(Sight sight, Netns place, String key) throws LabException {
        return new WasSetting(place, key, value(sight, place, key));
    }

    private static String value(Sight sight, Netns place, String key) throws LabException {
        Output output = sight.anchor().run(place, List.of("sysctl", "-n", key), "");
        if (!output.fine()) {
            throw new LabException("in " + place + ": sysctl " + key + ": " + output.complaint());
        }
        return output.out().strip();
    }

    Act set(String other) {
        return new Act.Program(place, List.of("sysctl", "-q", "-w", key + "=" + other));
    }

    @Override
    public List<Act> mend(Sight now, Stage stage) throws LabException {
        return stage == Stage.FASTEN && !value(now, place, key).equals(value) ? List.of(set(value)) : List.of();
    }

    @Override
    public ObjectNode json() {
        return Was.object(KIND, place).put("key", key).put("value", value);
    }

    static WasSetting read(Netns place, JsonNode json) {
        return new WasSetting(
                place, json.path("key").asString(""), json.path("value").asString(""));
    }
}
