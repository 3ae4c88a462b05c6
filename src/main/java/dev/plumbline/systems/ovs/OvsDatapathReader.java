package dev.plumbline.systems.ovs;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Problem;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ovs-appctl dpif/show}: {@code BRIDGE:} and under it {@code NAME OFPORT/DPPORT: (TYPE)}. The older form of
 * {@code dpctl/show} names no bridge and gives nothing.
 */
public final class OvsDatapathReader implements Reader {

    private static final Pattern PORT = Pattern.compile("(\\S{1,64}) (\\d{1,5})/(\\d{1,10}|none): \\((\\w+)[^)]*\\)");
    private static final Pattern BRIDGE = Pattern.compile("\\s+([^\\s:]{1,64}):");
    /** OpenFlow's number of the local port, OFPP_LOCAL of OpenFlow 1.0. */
    private static final String LOCAL = "65534";

    @Override
    public String id() {
        return "ovs-dpif-show";
    }

    @Override
    public boolean reads(Command command) {
        OvsCall call = OvsCall.of(command);
        return call.is("ovs-appctl", 1)
                && (call.word(0).equals("dpif/show") || call.word(0).equals("dpctl/show"));
    }

    @Override
    public Reading read(Observation observation) {
        Filter filter = observation.filter();
        if (!(filter instanceof Filter.None || filter instanceof Filter.Part)) {
            return Reading.of(List.of());
        }
        List<Fact> facts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Optional<OvsSection> section = Optional.empty();
        boolean unread = false;
        for (Line line : observation.lines()) {
            Matcher bridge = BRIDGE.matcher(line.text());
            if (bridge.matches()) {
                finish(section, false, observation, facts, problems);
                section = Optional.of(new OvsSection(bridge.group(1), line));
            } else {
                Optional<OvsEntry> port = port(line);
                section.ifPresent(open -> port.ifPresent(open::add));
                unread |= section.isPresent() && port.isEmpty() && !line.text().isBlank();
            }
        }
        finish(section, filter instanceof Filter.Part, observation, facts, problems);
        if (!facts.isEmpty()) {
            facts.add(new Covered(
                    observation.vantage(),
                    observation.atCommand(),
                    Covered.Subject.OVS_PORTS,
                    Covered.WHOLE,
                    problems.isEmpty() && !unread ? filter : new Filter.Part("not all of it could be read")));
        }
        return new Reading(List.copyOf(facts), List.copyOf(problems));
    }

    private static Optional<OvsEntry> port(Line line) {
        Matcher port = PORT.matcher(line.text().strip());
        if (!port.lookingAt()) {
            return Optional.empty();
        }
        boolean local = port.group(2).equals(LOCAL);
        // The local port's type reads "tap" in the userspace datapath; for ovsdb it is internal in both.
        OvsEntry entry = OvsEntry.of(port.group(1), local ? "internal" : port.group(4), line);
        return Optional.of(local ? entry.inPort(port.group(1)) : entry);
    }

    private static void finish(
            Optional<OvsSection> section,
            boolean cut,
            Observation observation,
            List<Fact> facts,
            List<Problem> problems) {
        section.ifPresent(
                open -> open.finish(observation, entry -> !entry.port().isEmpty(), cut, facts, problems));
    }
}
