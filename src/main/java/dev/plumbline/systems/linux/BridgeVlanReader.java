package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.PortVlan;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code bridge vlan}, text and JSON of old and new iproute2: the VLANs of each bridge port, ranges spelled out. */
public final class BridgeVlanReader implements Reader {

    private static final int LAST_VID = 4095;

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
        Optional<Covered.Extent> extent = Selection.of(shown(command).orElse(List.of())).extent();
        List<Fact> facts = new ArrayList<>();
        boolean broken;
        Optional<Document> document =
                Json.announced(observation, command.json()) ? Optional.of(Document.json(observation)) : Optional.empty();
        if (document.isPresent()) {
            json(observation, document.get().root(), facts);
            broken = document.get().problem().isPresent();
        } else {
            broken = text(observation, facts);
        }
        if (!facts.isEmpty() && extent.isPresent()) {
            facts.addFirst(Coverage.of(observation, Covered.Subject.PORT_VLANS, extent.get(), broken));
        }
        return new Reading(facts, document.flatMap(Document::problem).stream().toList());
    }

    /** Reads the table; true where part of it could not be read. */
    private static boolean text(Observation observation, List<Fact> facts) {
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
            Optional<int[]> range = range(vids);
            if (named) {
                port = DeviceName.valid(words.at(0)) && range.isPresent() ? words.at(0) : "";
                broken |= port.isEmpty() && !vids.equals("None");
                above = -1;
            } else if (!observation.filter().keepsNeighbours()) {
                port = "";
            }
            if (range.isPresent() && range.get()[0] <= above) {
                // The kernel lists a port's VLANs in ascending order: the line that named the next port is missing.
                port = "";
                broken = true;
            }
            if (range.isPresent() && !port.isEmpty()) {
                above = range.get()[1];
                String device = port;
                boolean pvid = words.has("PVID");
                boolean untagged = words.has("Untagged");
                add(observation, observation.at(line), device, range.get(), pvid, untagged, facts);
            }
        }
        return broken;
    }

    private static void json(Observation observation, Tree root, List<Fact> facts) {
        for (Tree entry : root.items()) {
            vlans(observation, entry.at("ifname").text(), entry.at("vlans"), facts);
        }
        // iproute2 before 4.19 keyed an object by port.
        root.fields().forEach((port, vlans) -> vlans(observation, port, vlans, facts));
    }

    private static void vlans(Observation observation, String port, Tree vlans, List<Fact> facts) {
        for (Tree vlan : vlans.items()) {
            OptionalInt first = vlan.at("vlan").integer();
            String end = vlan.at("vlanEnd").text();
            Optional<int[]> range = first.isEmpty() || !DeviceName.valid(port)
                    ? Optional.empty()
                    : range(first.getAsInt() + (end.isEmpty() ? "" : "-" + end));
            List<String> flags = vlan.at("flags").items().stream().map(Tree::text).toList();
            boolean untagged = flags.stream().anyMatch(flag -> flag.endsWith("Untagged"));
            range.ifPresent(vids -> add(
                    observation, Json.origin(observation, vlan), port, vids, flags.contains("PVID"), untagged, facts));
        }
    }

    /** {@code 20} or {@code 2-4094}. */
    private static Optional<int[]> range(String vids) {
        int dash = vids.indexOf('-');
        OptionalInt first = Words.number(dash < 0 ? vids : vids.substring(0, dash));
        OptionalInt last = dash < 0 ? first : Words.number(vids.substring(dash + 1));
        boolean valid = first.isPresent()
                && last.isPresent()
                && first.getAsInt() <= last.getAsInt()
                && last.getAsInt() <= LAST_VID;
        return valid ? Optional.of(new int[] {first.getAsInt(), last.getAsInt()}) : Optional.empty();
    }

    private static void add(
            Observation observation,
            Origin origin,
            String port,
            int[] range,
            boolean pvid,
            boolean untagged,
            List<Fact> facts) {
        for (int vid = range[0]; vid <= range[1]; vid++) {
            facts.add(new PortVlan(observation.vantage(), origin, port, vid, pvid, untagged));
        }
    }
}
