package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bridge vlan}, text and JSON of old and new iproute2: the VLANs of each bridge port, ranges spelled out. */
public final class BridgeVlanReader implements Reader {

    @Override
    public String id() {
        return "bridge-vlan";
    }

    @Override
    public boolean reads(Command command) {
        return IpCommand.bridge(command)
                .filter(bridge -> bridge.object().equals("vlan"))
                .flatMap(BridgeVlanReader::shown)
                .isPresent();
    }

    private static Optional<List<String>> shown(IpCommand bridge) {
        return bridge.shown("add", "delete", "set", "show", "lst", "list", "global", "tunnelshow", "help");
    }

    @Override
    public Reading read(Observation observation) {
        IpCommand command = IpCommand.bridge(observation.command()).orElseThrow();
        Optional<Covered.Extent> extent =
                Selection.of(shown(command).orElse(List.of())).extent();
        PortVlans vlans = new PortVlans(observation);
        boolean broken;
        Optional<Document> document = Json.document(observation, command.json());
        if (document.isPresent()) {
            json(document.get().root(), vlans);
            broken = document.get().problem().isPresent();
        } else {
            broken = text(observation, vlans);
        }
        List<Fact> facts = new ArrayList<>(vlans.facts());
        boolean answered = !facts.isEmpty()
                || document.filter(json -> Json.answered(observation, json)).isPresent();
        if (answered && extent.isPresent()) {
            boolean part = broken || vlans.full();
            facts.addFirst(Coverage.of(observation, Covered.Subject.PORT_VLANS, extent.get(), part));
        }
        return new Reading(facts, document.flatMap(Document::problem).stream().toList());
    }

    /** Reads the table; true where part of it could not be read. */
    private static boolean text(Observation observation, PortVlans vlans) {
        String port = "";
        int above = -1;
        boolean broken = false;
        for (Line line : observation.lines()) {
            String text = line.text();
            Words words = Words.of(text);
            boolean header = words.at(0).equals("port") && words.at(1).startsWith("vlan");
            if (words.size() == 0 || header) {
                continue;
            }
            boolean named = !Character.isWhitespace(text.charAt(0));
            String vids = words.at(named ? 1 : 0);
            Optional<PortVlans.Range> range = PortVlans.Range.parse(vids);
            if (named) {
                port = DeviceName.valid(words.at(0)) && range.isPresent() ? words.at(0) : "";
                broken |= port.isEmpty() && !vids.equals("None") && !words.at(0).equals("--");
                above = -1;
            } else if (!observation.filter().keepsNeighbours() || words.gap()) {
                port = "";
                broken |= words.gap();
            }
            if (range.isPresent() && range.get().first() <= above) {
                // The kernel lists a port's VLANs in ascending order: the line that named the next port is missing.
                port = "";
                broken = true;
            }
            if (range.isPresent() && !port.isEmpty()) {
                above = range.get().last();
                vlans.add(observation.at(line), port, range.get(), words.has("PVID"), words.has("Untagged"));
            }
        }
        return broken;
    }

    private static void json(Tree root, PortVlans vlans) {
        for (Tree entry : root.items()) {
            port(entry.at("ifname").text(), entry.at("vlans"), vlans);
        }
        // iproute2 before 4.19 keyed an object by port.
        root.fields().forEach((port, listed) -> port(port, listed, vlans));
    }

    private static void port(String port, Tree listed, PortVlans vlans) {
        for (Tree vlan : listed.items()) {
            String end = vlan.at("vlanEnd").text();
            String vids = vlan.at("vlan").text() + (end.isEmpty() ? "" : "-" + end);
            List<String> flags =
                    vlan.at("flags").items().stream().map(Tree::text).toList();
            boolean untagged = flags.stream().anyMatch(flag -> flag.endsWith("Untagged"));
            PortVlans.Range.parse(vids)
                    .filter(_ -> DeviceName.valid(port))
                    .ifPresent(range -> vlans.add(vlan.spot().origin(), port, range, flags.contains("PVID"), untagged));
        }
    }
}
