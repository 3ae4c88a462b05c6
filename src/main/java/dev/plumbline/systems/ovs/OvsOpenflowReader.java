package dev.plumbline.systems.ovs;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ovs-ofctl show BRIDGE}: {@code 1(enp3s0): addr:...}, the bridge in the command. */
public final class OvsOpenflowReader implements Reader {

    private static final Pattern PORT = Pattern.compile("(\\d{1,10}|LOCAL)\\(([^)]{1,80})\\): addr:.*");
    private static final Set<String> SUBCOMMANDS = Set.of("show", "dump-ports-desc");
    /** OpenFlow 1.0 cuts names there: a longer name, a patch port's mostly, is not told whole. */
    private static final int NAME_LIMIT = 15;

    @Override
    public String id() {
        return "ovs-ofctl-show";
    }

    @Override
    public boolean reads(Command command) {
        OvsCall call = OvsCall.of(command);
        return call.is("ovs-ofctl", 2)
                && SUBCOMMANDS.contains(call.word(0))
                && call.word(1).chars().noneMatch(c -> c == ':' || c == '/');
    }

    @Override
    public Reading read(Observation observation) {
        String bridge = OvsCall.of(observation.command()).word(1);
        List<Fact> facts = new ArrayList<>();
        boolean unread = false;
        for (Line line : observation.lines()) {
            Matcher port = PORT.matcher(line.text().strip());
            if (!port.matches()) {
                continue;
            }
            String name = OvsEntry.name(port.group(2));
            boolean local = port.group(1).equals("LOCAL");
            boolean known = local
                    ? name.equals(bridge)
                    : !name.isEmpty() && (name.length() < NAME_LIMIT || !name.startsWith("patch"));
            if (known) {
                OvsEntry entry = OvsEntry.of(name, local ? "internal" : OvsEntry.UNKNOWN, line);
                facts.add((local ? entry.inPort(name) : entry).on(bridge, observation));
            } else {
                unread = true;
            }
        }
        if (!facts.isEmpty()) {
            facts.add(new Covered(
                    observation.vantage(),
                    observation.atCommand(),
                    Covered.Subject.OVS_PORTS,
                    new Covered.PortsOf(bridge),
                    unread ? new Filter.Part("a name that is not told whole") : observation.filter()));
        }
        return Reading.of(facts);
    }
}
