package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import java.nio.file.Files;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** There was no network namespace of this name. */
record WasNoPlace(Netns place) implements Was {

    static final String KIND = "no-place";

    @Override
    public List<Act> mend(Sight now, Stage stage) {
        return stage == Stage.LOOSEN && Files.exists(now.anchor().inside("/run/netns/" + place))
                ? List.of(new Act.Place(place, false))
                : List.of();
    }

    /** The kernel ends it in its own time; until then others still count it among those they know. */
    @Override
    public boolean settled(Sight now) throws LabException {
        for (Netns node : now.nodes()) {
            if (now.view(node).neighbours().containsValue(place)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public ObjectNode json() {
        return Was.object(KIND, place);
    }
}
