package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.Output;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the kernel tells of one place at one moment.
 *
 * @param links in the order of their numbers
 * @param routes of the table main, in the kernel's order
 * @param neighbours namespaces by the number that this one gives them
 */
record View(Netns place, List<SeenLink> links, List<JsonNode> routes, Map<Integer, Netns> neighbours) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static View of(Anchor anchor, Netns place) throws LabException {
        List<SeenLink> links = new ArrayList<>();
        list(anchor, place, "ip", "-j", "-d", "addr").forEach(link -> links.add(new SeenLink(place, link)));
        List<JsonNode> routes = list(anchor, place, "ip", "-j", "-d", "route", "show", "table", "all")
                .filter(route -> route.path("table").asString("").equals("main"))
                .toList();
        Map<Integer, Netns> neighbours = new HashMap<>();
        list(anchor, place, "ip", "-j", "netns", "list-id")
                .forEach(each -> Netns.parse(each.path("name").asString(""))
                        .ifPresent(name -> neighbours.put(each.path("nsid").asInt(-1), name)));
        return new View(place, List.copyOf(links), routes, Map.copyOf(neighbours));
    }

    /** What a program prints as one JSON list. */
    static Stream<JsonNode> list(Anchor anchor, Netns place, String... command) throws LabException {
        Output output = anchor.run(place, List.of(command), "");
        if (!output.fine() || output.cut()) {
            throw new LabException("in " + place + ": " + String.join(" ", command) + ": " + output.complaint());
        }
        try {
            // Some versions print an empty object among the rest for what another family's dump would hold.
            return output.out().isBlank()
                    ? Stream.of()
                    : MAPPER.readTree(output.out()).valueStream();
        } catch (JacksonException e) {
            throw new LabException("in " + place + ": " + String.join(" ", command) + ": " + e.getOriginalMessage(), e);
        }
    }

    Optional<SeenLink> link(String name) {
        return links.stream().filter(link -> link.name().equals(name)).findFirst();
    }

    Optional<SeenLink> link(int index) {
        return links.stream().filter(link -> link.index() == index).findFirst();
    }

    List<SeenLink> portsOf(String bridge) {
        return links.stream().filter(link -> link.master().equals(bridge)).toList();
    }
}
