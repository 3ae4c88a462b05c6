package dev.plumbline.answers;

import dev.plumbline.evidence.Scope;
import java.util.List;

/**
 * The answer of {@code check}: what is wrong, what was looked at and is right, and what could not be judged.
 *
 * @param findings gravest first
 * @param passed in the order of the rules
 * @param open in the order of the rules; a rule that could not be judged in full may have findings as well
 */
public record CheckAnswer(List<Finding> findings, List<Passed> passed, List<Open> open) {

    /** @param note what was looked at */
    public record Passed(String rule, String note) {}

    /** @param why what evidence is missing @param wanted what would supply it */
    public record Open(String rule, String why, List<Wanted> wanted) {}

    /** A command in a place. */
    public record Wanted(Scope scope, String command) {}
}
