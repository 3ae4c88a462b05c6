package dev.plumbline.systems.osnetconfig.schema;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A value that does not satisfy a keyword.
 *
 * @param at the keyword's place below the nearest choice above it
 */
record Violation(Step at, PythonValue value, Reason reason) {

    sealed interface Reason {

        record WrongType(List<String> expected) implements Reason {}

        record NotOneOf(List<String> words) implements Reason {}

        record NoMatch(Pattern pattern) implements Reason {}

        record Missing(String key) implements Reason {}

        /** @param keys sorted */
        record Unexpected(List<String> keys) implements Reason {}

        record NotAllowed(List<String> keys) implements Reason {}

        record TooShort() implements Reason {}

        record TooLong() implements Reason {}

        record NoBranch(List<Rule.Branch> branches) implements Reason {}

        /** @param branches all but the first, and then the first */
        record SeveralBranches(List<Rule.Branch> branches) implements Reason {}
    }

    /** In jsonschema's words, but types and texts of a choice in those of os-net-config. */
    String message() {
        return switch (reason) {
            case Reason.WrongType type ->
                "'" + value.str() + "' is not of type '"
                        + (type.expected().size() == 1
                                ? type.expected().getFirst()
                                : "[" + PythonText.reprs(type.expected()) + "]")
                        + "'";
            case Reason.NotOneOf words ->
                "'" + value.str() + "' is not one of ['" + String.join("','", words.words()) + "']";
            case Reason.NoMatch match ->
                value.repr() + " does not match "
                        + PythonText.reprs(List.of(match.pattern().pattern()));
            case Reason.Missing missing -> PythonText.reprs(List.of(missing.key())) + " is a required property";
            case Reason.Unexpected extra ->
                "Additional properties are not allowed (" + PythonText.reprs(extra.keys())
                        + (extra.keys().size() == 1 ? " was" : " were") + " unexpected)";
            case Reason.NotAllowed keys ->
                value.repr() + " should not be valid under "
                        + RuleText.anyOf(keys.keys()).repr();
            case Reason.TooShort() -> value.repr() + " is too short";
            case Reason.TooLong() -> value.repr() + " is too long";
            case Reason.NoBranch _ -> value.repr() + " is not valid under any of the given schemas";
            case Reason.SeveralBranches several ->
                value.repr() + " is valid under each of " + RuleText.reprs(several.branches());
        };
    }
}
