package dev.plumbline.systems.osnetconfig.schema;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Words violations as os-net-config does: first the object's own, then below it why each type was not taken. */
final class Report {

    /**
     * Characters of reasons in one report. os-net-config has no such limit; but an object of two bytes can have a
     * hundred reasons, and a file of a thousand such objects is no configuration.
     */
    private static final int ROOM = 4_000_000;

    private final Validation validation;
    private int room = ROOM;

    Report(Validation validation) {
        this.validation = validation;
    }

    String message(String place, Violation violation) {
        StringBuilder reasons = new StringBuilder();
        reasons(violation, violation.at().path(), 1, reasons);
        String head = "Config file failed schema validation at " + place + ":\n    " + violation.message();
        return reasons.isEmpty() ? head : head + "\n  Sub-schemas tested and not matching:" + reasons;
    }

    private void reasons(Violation above, List<Step> path, int depth, StringBuilder out) {
        if (room <= 0 || !(above.reason() instanceof Violation.Reason.NoBranch choice)) {
            return;
        }
        for (Violation violation : validation.reasons(above.value(), choice.branches(), meant(above.value(), choice))) {
            if (room <= 0) {
                return;
            }
            int before = out.length();
            List<Step> below = Step.joined(path, violation.at().path());
            out.append("\n  ")
                    .repeat('-', depth)
                    .append(' ')
                    .append(Step.shown(below))
                    .append(": ")
                    .append(violation.message());
            room -= out.length() - before;
            reasons(violation, below, depth + 1, out);
        }
    }

    /**
     * The branch that an object's type names, which then is the only one looked at. A definition's name counts, not the
     * type it asks for: a team is never found, for its definition is linux_team.
     */
    private static OptionalInt meant(PythonValue value, Violation.Reason.NoBranch choice) {
        if (!(value instanceof PythonValue.Dict dict)
                || !(dict.fields().get("type") instanceof PythonValue.Str type)
                || type.value().isEmpty()) {
            return OptionalInt.empty();
        }
        return IntStream.range(0, choice.branches().size())
                .filter(i -> choice.branches().get(i).name().equals(type.value()))
                .findFirst();
    }
}
