package dev.plumbline.answers;

import static dev.plumbline.answers.MapParts.devices;

import dev.plumbline.evidence.Origin;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Topology;
import java.util.List;

/** Answers as {@code map} would give them. */
public final class MapExamples {

    private MapExamples() {}

    public static MapAnswer sevenNics() {
        return SevenNics.answer();
    }

    public static MapAnswer odd() {
        return OddNics.answer();
    }

    public static MapAnswer hostile() {
        return HostileNames.answer();
    }

    /** Two VMs of one name in two namespaces. */
    public static Topology twins() {
        Machine one = sevenNics().topology().machines().getFirst();
        Machine other = new Machine(
                "vm", "test", "ctl-0", "running", List.of(), one.nics().subList(1, 2));
        return new Topology(List.of(one, other), List.of(), List.of(), devices(one.nics()));
    }

    /** A line of the session that the examples are of. */
    public static Origin line(int number, String text) {
        return MapParts.line(number, text);
    }
}
