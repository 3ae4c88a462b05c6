package dev.plumbline.systems;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import java.util.List;

/** Outputs that break off somewhere. */
public final class CutOutput {

    private CutOutput() {}

    /**
     * The observation without a last line that may have lost its end: half a name is a name too, and YAML would take
     * it. JSON keeps its last line, for half a string is no JSON.
     */
    public static Observation sure(Observation o) {
        List<Line> lines = o.lines();
        boolean json = !lines.isEmpty()
                && (lines.getFirst().text().startsWith("{")
                        || lines.getFirst().text().startsWith("["));
        return o.filter() instanceof Filter.Part && !lines.isEmpty() && !json
                ? with(o, lines.subList(0, lines.size() - 1))
                : o;
    }

    /** The same observation with only these of its lines. */
    public static Observation with(Observation o, List<Line> lines) {
        return new Observation(
                o.source(), o.file(), o.vantage(), o.command(), o.namespace(), o.filter(), o.asked(), lines);
    }
}
