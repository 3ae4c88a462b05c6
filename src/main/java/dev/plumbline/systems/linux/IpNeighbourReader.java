package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Mac;
import dev.plumbline.facts.Neighbour;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ip neigh}, text and JSON: entries that have a station and have not failed. */
public final class IpNeighbourReader implements Reader {

    @Override
    public String id() {
        return "ip-neigh";
    }

    @Override
    public boolean reads(Command command) {
        return IpCommand.ip(command)
                .filter(ip -> ip.object().startsWith("neighbo"))
                .flatMap(IpNeighbourReader::shown)
                .filter(words -> !words.contains("proxy"))
                .isPresent();
    }

    private static Optional<List<String>> shown(IpCommand ip) {
        return ip.shown("add", "change", "chg", "replace", "delete", "get", "show", "lst", "list", "flush", "help");
    }

    @Override
    public Reading read(Observation observation) {
        IpCommand ip = IpCommand.ip(observation.command()).orElseThrow();
        // "show dev X" leaves the device out of every line.
        String asked = Selection.of(shown(ip).orElse(List.of())).device();
        List<Fact> facts = new ArrayList<>();
        if (Json.announced(observation, ip.json())) {
            Document document = Document.json(observation);
            for (Tree entry : document.root().items()) {
                boolean failed = entry.at("state").items().stream()
                        .anyMatch(state -> state.text().equals("FAILED"));
                String device = entry.at("dev").present() ? entry.at("dev").text() : asked;
                Origin origin = entry.spot().origin();
                String mac = failed ? "" : entry.at("lladdr").text();
                neighbour(observation, origin, entry.at("dst").text(), mac, device)
                        .ifPresent(facts::add);
            }
            return new Reading(facts, document.problem().stream().toList());
        }
        for (Line line : observation.lines()) {
            Words words = Words.of(line.text());
            String device = words.has("dev") ? words.after("dev") : asked;
            String mac = words.has("FAILED") ? "" : words.after("lladdr");
            neighbour(observation, observation.at(line), words.at(0), mac, device)
                    .ifPresent(facts::add);
        }
        return Reading.of(facts);
    }

    static Optional<Neighbour> neighbour(
            Observation observation, Origin origin, String address, String mac, String device) {
        return Mac.parse(mac)
                .filter(_ -> CidrText.isAddress(address) && DeviceName.valid(device))
                .map(known -> new Neighbour(observation.vantage(), origin, address, known, device));
    }
}
