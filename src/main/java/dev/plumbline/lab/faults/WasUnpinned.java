package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** No entry in a place's bridges bound this MAC to a port for good. */
record WasUnpinned(Netns place, String mac) implements Was {

    static final String KIND = "unpinned";

    @Override
    public List<Act> mend(Sight now, Stage stage) throws LabException {
        return stage == Stage.LOOSEN
                ? pinned(now, place, mac)
                        .map(port -> (Act) new Act.Line(place, "bridge", "fdb del " + mac + " dev " + port + " master"))
                        .toList()
                : List.of();
    }

    /** Ports that a MAC is bound to. */
    static Stream<String> pinned(Sight lab, Netns place, String mac) throws LabException {
        return View.list(lab.anchor(), place, "bridge", "-j", "fdb", "show")
                .filter(entry -> entry.path("mac").asString("").equals(mac)
                        && entry.path("state").asString("").equals("static"))
                .map(entry -> entry.path("ifname").asString(""));
    }

    @Override
    public ObjectNode json() {
        return Was.object(KIND, place).put("mac", mac);
    }

    static WasUnpinned read(Netns place, JsonNode json) {
        return new WasUnpinned(place, json.path("mac").asString(""));
    }
}
