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

/**
 * {@code ovs-vsctl list-ports} and {@code list-ifaces}: a name a line, the bridge in the command. {@code list-br} gives
 * nothing: it also lists fake bridges, whose ports are their parent's.
 */
public final class OvsListReader implements Reader {

    @Override
    public String id() {
        return "ovs-vsctl-list-ports";
    }

    @Override
    public boolean reads(Command command) {
        OvsCall call = OvsCall.of(command);
        return call.is("ovs-vsctl", 2)
                && (call.word(0).equals("list-ports") || call.word(0).equals("list-ifaces"));
    }

    @Override
    public Reading read(Observation observation) {
        OvsCall call = OvsCall.of(observation.command());
        boolean ports = call.word(0).equals("list-ports");
        List<Fact> facts = new ArrayList<>();
        boolean unread = false;
        for (Line line : observation.lines()) {
            String name = OvsEntry.name(line.text());
            if (name.isEmpty() || call.speaks(line.text())) {
                unread |= !line.text().isBlank();
            } else {
                facts.add(OvsEntry.of(name, OvsEntry.UNKNOWN, line)
                        .inPort(ports ? name : "")
                        .on(call.word(1), observation));
            }
        }
        // No line at all may as well be a command that failed.
        if (!facts.isEmpty()) {
            facts.add(new Covered(
                    observation.vantage(),
                    observation.atCommand(),
                    Covered.Subject.OVS_PORTS,
                    new Covered.PortsOf(call.word(1)),
                    unread ? new Filter.Part("a line was not understood") : observation.filter()));
        }
        return Reading.of(facts);
    }
}
