package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A device that was not there. Its other end, if it has one, goes with it. */
record WasAbsent(Netns place, String device) implements Was {

    static final String KIND = "absent";

    @Override
    public List<Act> mend(Sight now, Stage stage) throws LabException {
        return stage == Stage.LOOSEN && now.view(place).link(device).isPresent()
                ? List.of(new Act.Line(place, "ip", "link del dev " + device))
                : List.of();
    }

    @Override
    public ObjectNode json() {
        return Was.object(KIND, place).put("device", device);
    }

    static WasAbsent read(Netns place, JsonNode json) {
        return new WasAbsent(place, json.path("device").asString(""));
    }
}
