package dev.plumbline.laws;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.sources.Gathered;
import java.util.List;
import java.util.Random;

/** Takes whole observations, or whole lines of outputs, out of what sources hold; never a command's own line. */
enum Removal {
    OBSERVATIONS {
        @Override
        Gathered from(Gathered whole, double rate, Random random) {
            return with(
                    whole,
                    whole.observations().stream()
                            .filter(_ -> random.nextDouble() >= rate)
                            .toList());
        }
    },
    LINES {
        @Override
        Gathered from(Gathered whole, double rate, Random random) {
            return with(
                    whole,
                    whole.observations().stream()
                            .map(one -> without(one, rate, random))
                            .toList());
        }
    };

    abstract Gathered from(Gathered whole, double rate, Random random);

    private static Gathered with(Gathered whole, List<Observation> observations) {
        return new Gathered(
                whole.sources(), observations, whole.stretches(), whole.prose(), whole.skipped(), whole.problems());
    }

    /**
     * Outputs whose lines mean something only below others (XML, YAML, JSON, blocks of ovs-vsctl, ovs-ofctl and the like): no reader can tell that a
     * line that opens a block is lost, so they are here or not, as a whole.
     */
    static boolean isNested(Observation one) {
        String first = one.lines().stream()
                .map(line -> line.text().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        String last = one.command().argv().isEmpty() ? "" : one.command().argv().getLast();
        return one.command().program().startsWith("ovs-")
                || one.command().has("dumpxml")
                || first.startsWith("{")
                || first.startsWith("[")
                || first.startsWith("<")
                || first.startsWith("apiVersion:")
                || last.endsWith("yaml")
                || last.endsWith("json")
                || one.command().has("describe");
    }

    private static Observation without(Observation one, double rate, Random random) {
        if (isNested(one)) {
            return one;
        }
        List<Line> left =
                one.lines().stream().filter(_ -> random.nextDouble() >= rate).toList();
        return new Observation(
                one.source(),
                one.file(),
                one.vantage(),
                one.command(),
                one.namespace(),
                one.filter(),
                one.asked(),
                left);
    }
}
