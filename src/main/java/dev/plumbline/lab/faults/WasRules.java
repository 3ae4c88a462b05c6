package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.Output;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The packet filter of a place as it was. @param text as nft lists it, without counts */
record WasRules(Netns place, String text) implements Was {

    static final String KIND = "rules";

    static WasRules of(Sight sight, Netns place) throws LabException {
        return new WasRules(place, list(sight.anchor(), place));
    }

    static String list(Anchor anchor, Netns place) throws LabException {
        Output output = anchor.run(place, List.of("nft", "-s", "list", "ruleset"), "");
        if (!output.fine() || output.cut()) {
            throw new LabException("in " + place + ": nft list ruleset: " + output.complaint());
        }
        return output.out();
    }

    @Override
    public List<Act> mend(Sight now, Stage stage) throws LabException {
        return stage == Stage.FASTEN && !list(now.anchor(), place).equals(text)
                ? List.of(new Act.Rules(place, "flush ruleset\n" + text))
                : List.of();
    }

    @Override
    public ObjectNode json() {
        return Was.object(KIND, place).put("text", text);
    }

    static WasRules read(Netns place, JsonNode json) {
        return new WasRules(place, json.path("text").asString(""));
    }
}
