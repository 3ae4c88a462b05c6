package dev.plumbline.systems.ovs;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Problem;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One pass over one output of {@code ovs-vsctl show}. Its keywords tell the level; pastes lose indentation. */
final class OvsShow {

    private final Observation observation;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<OvsSection> section = Optional.empty();
    private String port = "";
    private boolean aloneInPort;
    private OptionalInt tag = OptionalInt.empty();
    private Optional<OvsEntry> current = Optional.empty();
    private boolean typed;

    OvsShow(Observation observation) {
        this.observation = observation;
    }

    Reading read() {
        Filter filter = observation.filter();
        if (!(filter instanceof Filter.None || filter instanceof Filter.Part)) {
            return Reading.of(List.of());
        }
        boolean known = false;
        for (Line line : observation.lines()) {
            known |= take(line);
        }
        closeSection(filter instanceof Filter.Part);
        if (known) {
            facts.add(new Covered(
                    observation.vantage(),
                    observation.atCommand(),
                    Covered.Subject.OVS_PORTS,
                    Covered.WHOLE,
                    problems.isEmpty() ? filter : new Filter.Part("not all of it could be read")));
        }
        return new Reading(List.copyOf(facts), List.copyOf(problems));
    }

    /** Whether the line is of this format. */
    private boolean take(Line line) {
        String text = line.text().strip();
        int gap = text.indexOf(' ');
        String word = gap < 0 ? text : text.substring(0, gap);
        String rest = gap < 0 ? "" : text.substring(gap + 1);
        switch (word) {
            case "Bridge" -> bridge(OvsEntry.name(rest), line);
            case "Port" -> port(OvsEntry.name(rest));
            case "Interface" -> device(OvsEntry.name(rest), line);
            case "tag:" -> tag(rest);
            case "type:" -> type(OvsEntry.name(rest));
            case "options:" -> current = current.map(entry -> known(entry).withPeer(peer(rest)));
            case "error:" -> current = current.map(entry -> entry.withError(unquoted(rest)));
            case "Controller", "fail_mode:", "datapath_type:" -> ofBridge();
            case "Manager", "ovs_version:" -> closeSection(false);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void bridge(String name, Line line) {
        closeSection(false);
        section = name.isEmpty() ? Optional.empty() : Optional.of(new OvsSection(name, line));
    }

    /** A bridge's own columns come before its ports: after them they are the next bridge's, its heading lost. */
    private void ofBridge() {
        closePort();
        section.filter(open -> !open.isEmpty()).ifPresent(OvsSection::doubtRest);
    }

    private void port(String name) {
        closePort();
        port = name;
    }

    private void tag(String text) {
        if (current.isPresent()) {
            // A port's columns come before its interfaces: this is the next port's, its heading lost.
            closePort();
        } else if (text.length() <= 4 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            tag = OptionalInt.of(Integer.parseInt(text));
        }
    }

    private void device(String name, Line line) {
        closeInterface();
        // An interface that bears its port's name is alone in it: further ones have lost their port's heading.
        if (name.isEmpty() || port.isEmpty() || aloneInPort || section.isEmpty()) {
            problems.add(new Problem(
                    observation.at(line), "an interface of an unknown port", "its bridge and its port above it"));
        } else {
            current = Optional.of(new OvsEntry(port, name, "", tag, "", "", line));
            aloneInPort = name.equals(port);
        }
    }

    private void type(String type) {
        if (typed && current.isPresent()) {
            problems.add(new Problem(
                    observation.at(current.get().line()), "two interfaces in one", "each interface with its own line"));
            current = Optional.empty();
        }
        typed = true;
        current = current.map(entry -> entry.withType(type));
    }

    /** A system interface has no options: the line with the type is lost. */
    private static OvsEntry known(OvsEntry entry) {
        return entry.type().isEmpty() ? entry.withType(OvsEntry.UNKNOWN) : entry;
    }

    /** The peer in {@code {peer=patch-a, ...}}; empty where there is none. */
    private static String peer(String options) {
        String inner = options.strip();
        if (!inner.startsWith("{") || !inner.endsWith("}")) {
            return "";
        }
        for (String pair : inner.substring(1, inner.length() - 1).split(",")) {
            if (pair.strip().startsWith("peer=")) {
                return OvsEntry.name(pair.strip().substring("peer=".length()));
            }
        }
        return "";
    }

    private static String unquoted(String text) {
        String inner = text.strip();
        return inner.length() >= 2 && inner.startsWith("\"") && inner.endsWith("\"")
                ? inner.substring(1, inner.length() - 1).replace("\\\"", "\"")
                : inner;
    }

    private void closeInterface() {
        current.ifPresent(entry -> section.ifPresent(open -> open.add(entry)));
        current = Optional.empty();
        typed = false;
    }

    private void closePort() {
        closeInterface();
        port = "";
        tag = OptionalInt.empty();
        aloneInPort = false;
    }

    private void closeSection(boolean cut) {
        closePort();
        section.ifPresent(
                open -> open.finish(observation, entry -> looksLocal(entry, open.bridge()), cut, facts, problems));
        section = Optional.empty();
    }

    /** There are other untagged internal ports (ovn-k8s-mp0): a name is reason enough to doubt, not to believe. */
    private static boolean looksLocal(OvsEntry entry, String bridge) {
        return entry.type().equals("internal")
                && entry.tag().isEmpty()
                && entry.port().equals(entry.device())
                && (entry.device().equals(bridge) || entry.device().startsWith("br"));
    }
}
