package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** No entry in a bridge's table bound this MAC to this port for good. */
record WasUnpinned(Netns place, String mac, String device) implements Was {

    static final String KIND = "unpinned";

    @Override
    public List<Act> mend(Sight now, Stage stage) throws LabException {
        boolean pinned = stage == Stage.LOOSEN
                && View.list(now.anchor(), place, "bridge", "-j", "fdb", "show", "dev", device)
                        .anyMatch(entry -> entry.path("mac").asString("").equals(mac)
                                && entry.path("state").asString("").equals("static"));
        return pinned
                ? List.of(new Act.Line(place, "bridge", "fdb del " + mac + " dev " + device + " master"))
                : List.of();
    }

    @Override
    public ObjectNode json() {
        return Was.object(KIND, place).put("mac", mac).put("device", device);
    }

    static WasUnpinned read(Netns place, JsonNode json) {
        return new WasUnpinned(
                place, json.path("mac").asString(""), json.path("device").asString(""));
    }
}
