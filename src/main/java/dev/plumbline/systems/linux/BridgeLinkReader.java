package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Link;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code bridge link}, text and JSON. The tool resolves a peer's index in its own namespace, whichever namespace the
 * peer is in: {@code @NAME} and JSON's {@code "link":"NAME"} may name a bystander and are dropped. {@code @ifN} is
 * printed only where no device here has that index, and is the kernel's own number.
 */
public final class BridgeLinkReader implements Reader {

    @Override
    public String id() {
        return "bridge-link";
    }

    @Override
    public boolean reads(Command command) {
        return IpCommand.bridge(command)
                .filter(bridge -> bridge.object().equals("link"))
                .flatMap(BridgeLinkReader::shown)
                .isPresent();
    }

    private static Optional<List<String>> shown(IpCommand bridge) {
        return bridge.shown("set", "show", "lst", "list", "help");
    }

    @Override
    public Reading read(Observation observation) {
        IpCommand bridge = IpCommand.bridge(observation.command()).orElseThrow();
        Selection selection = Selection.of(shown(bridge).orElse(List.of()));
        if (Json.announced(observation, bridge.json())) {
            Document document = Document.json(observation);
            List<Fact> facts = json(observation, document);
            if (!facts.isEmpty() || Json.answered(observation, document)) {
                cover(observation, selection, facts, document.problem().isPresent());
            }
            return new Reading(facts, document.problem().stream().toList());
        }
        List<Fact> facts = new ArrayList<>();
        boolean broken = false;
        for (Line line : observation.lines()) {
            if (HeadLine.begins(line.text())) {
                Optional<HeadLine> head = HeadLine.parse(line.text());
                head.ifPresent(port -> {
                    facts.add(link(port).seen(observation.vantage(), observation.at(line)));
                    facts.addAll(PortSettings.ofPort(observation, line, port.name()));
                });
                broken |= head.isEmpty();
            } else {
                broken |=
                        line.text().startsWith("Dump ") || Words.of(line.text()).gap();
            }
        }
        if (!facts.isEmpty()) {
            cover(observation, selection, facts, broken);
        }
        return Reading.of(facts);
    }

    private static Link.Builder link(HeadLine port) {
        Link.Builder link = port.link();
        port.peerIndex().ifPresent(link::peerIndex);
        // The old form's state stays unread: a line with it would look like one of ip's, which shows a peer if there is
        // one.
        return link;
    }

    private static List<Fact> json(Observation observation, Document document) {
        List<Fact> facts = new ArrayList<>();
        for (Tree entry : document.root().items()) {
            String name = entry.at("ifname").text();
            if (DeviceName.valid(name)) {
                Link.Builder link = Link.named(name)
                        .flags(entry.at("flags").items().stream()
                                .map(Tree::text)
                                .toList());
                entry.at("ifindex").integer().ifPresent(link::index);
                entry.at("mtu").integer().ifPresent(link::mtu);
                DeviceName.checked(entry.at("master").text()).ifPresent(link::master);
                DeviceName.foreignIndex(entry.at("link").text()).ifPresent(link::peerIndex);
                facts.add(link.seen(observation.vantage(), entry.spot().origin()));
                PortSettings.ofPort(observation, entry, name, facts);
            }
        }
        return facts;
    }

    private static void cover(Observation observation, Selection selection, List<Fact> facts, boolean broken) {
        selection
                .extent()
                .ifPresent(extent ->
                        facts.addFirst(Coverage.of(observation, Covered.Subject.BRIDGE_PORTS, extent, broken)));
    }
}
