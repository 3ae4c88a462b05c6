package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How something was before a fault. It is brought back by comparing it with what is, so that it does not matter how far a
 * fault, or an attempt to undo it, had come.
 */
sealed interface Was
        permits WasDevice, WasAbsent, WasRoutes, WasRules, WasSetting, WasSwitchPort, WasUnpinned, WasNoPlace {

    JsonMapper MAPPER = JsonMapper.builder().build();

    Netns place();

    /** What is left to do in a stage, given what is now. */
    List<Act> mend(Sight now, Stage stage) throws LabException;

    /** Whether the kernel, which takes some things in its own time, has come to show what was. */
    default boolean settled(Sight now) throws LabException {
        return true;
    }

    /** In the order in which several are to be mended. */
    default int rank() {
        return 0;
    }

    /** For the ledger. */
    ObjectNode json();

    static ObjectNode object(String kind, Netns place) {
        return MAPPER.createObjectNode().put("kind", kind).put("place", place.name());
    }

    /** Empty where it is none. */
    static Optional<Was> read(JsonNode json) {
        Optional<Netns> place = Netns.parse(json.path("place").asString(""));
        return place.isEmpty()
                ? Optional.empty()
                : switch (json.path("kind").asString("")) {
                    case WasDevice.KIND -> Optional.of(WasDevice.read(place.get(), json));
                    case WasAbsent.KIND -> Optional.of(WasAbsent.read(place.get(), json));
                    case WasRoutes.KIND -> Optional.of(WasRoutes.read(place.get(), json));
                    case WasRules.KIND -> Optional.of(WasRules.read(place.get(), json));
                    case WasSetting.KIND -> Optional.of(WasSetting.read(place.get(), json));
                    case WasSwitchPort.KIND -> Optional.of(WasSwitchPort.read(place.get(), json));
                    case WasNoPlace.KIND -> Optional.of(new WasNoPlace(place.get()));
                    case WasUnpinned.KIND -> Optional.of(WasUnpinned.read(place.get(), json));
                    default -> Optional.empty();
                };
    }
}
