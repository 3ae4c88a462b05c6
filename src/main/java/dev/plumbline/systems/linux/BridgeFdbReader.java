package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.ForwardingEntry;
import dev.plumbline.facts.Mac;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** {@code bridge fdb}, text and JSON: which station a bridge has seen behind which port. */
public final class BridgeFdbReader implements Reader {

    /** Words of an entry that traffic did not teach the bridge. */
    private static final Set<String> GIVEN = Set.of("permanent", "static", "sticky", "self", "extern_learn", "noarp");

    /** Words that say how an entry stays, the firmest first. */
    private static final List<String> STATES = List.of("permanent", "sticky", "static");

    @Override
    public String id() {
        return "bridge-fdb";
    }

    @Override
    public boolean reads(Command command) {
        return IpCommand.bridge(command)
                .filter(bridge -> bridge.object().equals("fdb"))
                .flatMap(BridgeFdbReader::shown)
                .isPresent();
    }

    private static Optional<List<String>> shown(IpCommand bridge) {
        return bridge.shown("add", "append", "replace", "delete", "get", "show", "lst", "list", "flush", "help");
    }

    /** What was asked for. @param other whether something narrowed the listing further */
    private record Asked(String bridge, String device, boolean other) {
        static Asked of(List<String> words) {
            String bridge = "";
            String device = "";
            boolean other = false;
            for (int i = 0; i < words.size(); i++) {
                String next = i + 1 < words.size() ? words.get(i + 1) : "";
                switch (words.get(i)) {
                    case "br" -> {
                        bridge = next;
                        i++;
                    }
                    case "dev", "brport" -> {
                        device = next;
                        i++;
                    }
                    default -> other = true;
                }
            }
            return new Asked(bridge, device, other);
        }
    }

    @Override
    public Reading read(Observation observation) {
        IpCommand command = IpCommand.bridge(observation.command()).orElseThrow();
        Asked asked = Asked.of(shown(command).orElse(List.of()));
        List<Fact> facts = new ArrayList<>();
        boolean broken = false;
        Optional<Document> document = Json.document(observation, command.json());
        if (document.isPresent()) {
            broken = document.get().problem().isPresent();
            for (Tree entry : document.get().root().items()) {
                json(observation, asked, entry).ifPresent(facts::add);
            }
        } else {
            for (Line line : observation.lines()) {
                text(observation, asked, line).ifPresent(facts::add);
                broken |= line.text().startsWith("Dump ");
            }
        }
        boolean answered = !facts.isEmpty()
                || document.filter(json -> Json.answered(observation, json)).isPresent();
        if (answered
                && !asked.other()
                && (asked.bridge().isEmpty() || asked.device().isEmpty())) {
            Covered.Extent extent = !asked.device().isEmpty()
                    ? new Covered.One(asked.device())
                    : asked.bridge().isEmpty() ? Covered.WHOLE : new Covered.PortsOf(asked.bridge());
            facts.addFirst(Coverage.of(observation, Covered.Subject.FORWARDING, extent, broken));
        }
        return new Reading(facts, document.flatMap(Document::problem).stream().toList());
    }

    private static Optional<Fact> text(Observation observation, Asked asked, Line line) {
        Words words = Words.of(line.text());
        OptionalInt vlan = Words.number(words.after("vlan"));
        boolean learned = words.all().stream().noneMatch(GIVEN::contains);
        String device = words.has("dev") ? words.after("dev") : asked.device();
        String master = words.after("master");
        String state = STATES.stream().filter(words::has).findFirst().orElse("");
        return entry(observation, observation.at(line), asked, words.at(0), device, master, vlan, learned, state);
    }

    private static Optional<Fact> json(Observation observation, Asked asked, Tree entry) {
        boolean learned = entry.at("flags").items().stream().map(Tree::text).noneMatch(GIVEN::contains)
                && !GIVEN.contains(entry.at("state").text());
        String device = entry.at("ifname").present() ? entry.at("ifname").text() : asked.device();
        return entry(
                observation,
                entry.spot().origin(),
                asked,
                entry.at("mac").text(),
                device,
                entry.at("master").text(),
                entry.at("vlan").integer(),
                learned,
                STATES.stream()
                        .filter(word -> word.equals(entry.at("state").text())
                                || entry.at("flags").items().stream()
                                        .anyMatch(flag -> flag.text().equals(word)))
                        .findFirst()
                        .orElse(""));
    }

    private static Optional<Fact> entry(
            Observation observation,
            Origin origin,
            Asked asked,
            String station,
            String device,
            String master,
            OptionalInt vlan,
            boolean learned,
            String state) {
        Optional<Mac> mac = Mac.parse(station);
        String bridge = master.isEmpty() && learned ? asked.bridge() : master;
        boolean valid = DeviceName.valid(device) && (bridge.isEmpty() || DeviceName.valid(bridge));
        return mac.filter(_ -> valid)
                .map(known -> new ForwardingEntry(
                        observation.vantage(), origin, known, device, bridge, vlan, learned, state));
    }
}
