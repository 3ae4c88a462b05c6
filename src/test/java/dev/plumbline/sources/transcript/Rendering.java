package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.sources.Gathered;
import java.util.ArrayList;
import java.util.List;

/** What was gathered, a line each, for expected.txt. */
final class Rendering {

    private Rendering() {}

    static String of(Gathered gathered) {
        List<String> lines = new ArrayList<>();
        int seen = 0;
        int passed = 0;
        for (Gathered.Stretch stretch : gathered.stretches()) {
            String place = range(stretch.from(), stretch.to()) + "  " + stretch.scope() + "  " + stretch.standing();
            boolean isSkip = passed < gathered.skipped().size()
                    && gathered.skipped().get(passed).why().equals(stretch.how())
                    && gathered.skipped().get(passed).origin().line() == stretch.from();
            if (isSkip) {
                Skipped skipped = gathered.skipped().get(passed++);
                lines.add("skipped " + range(stretch.from(), stretch.to()) + "  " + skipped.command() + "  ("
                        + skipped.why() + ")");
            } else {
                Observation one = gathered.observations().get(seen++);
                String cluster =
                        one.scope().cluster().isEmpty() ? "" : "@" + one.scope().cluster();
                String namespace = one.namespace().isEmpty() ? "" : "  [" + one.namespace() + "]";
                lines.add(place.replace("cluster  ", "cluster" + cluster + "  ") + "  " + label(one) + namespace + "  ("
                        + count(one.lines()) + ")  " + stretch.how());
            }
        }
        for (Gathered.Prose prose : gathered.prose()) {
            lines.add("prose "
                    + range(
                            prose.lines().getFirst().number(),
                            prose.lines().getLast().number()));
        }
        for (Problem problem : gathered.problems()) {
            lines.add("problem " + problem.message());
        }
        return String.join("\n", lines) + "\n";
    }

    private static String range(int from, int to) {
        return from == to ? "L" + from : "L" + from + "-" + to;
    }

    private static String count(List<Line> lines) {
        return lines.isEmpty() ? "no lines" : lines.size() == 1 ? "1 line" : lines.size() + " lines";
    }

    private static String label(Observation one) {
        String command = String.join(" ", one.command().argv()).replace("\n", " ; ");
        return switch (one.filter()) {
            case Filter.None _ -> command;
            case Filter.Holding h ->
                command + " | holding " + h.needle() + (h.ignoreCase() ? " -i" : "")
                        + (h.before() > 0 ? " -B" + h.before() : "") + (h.after() > 0 ? " -A" + h.after() : "");
            case Filter.Part part -> command + " | part: " + part.why();
            case Filter.Opaque opaque -> command + " | opaque: " + opaque.why();
        };
    }
}
