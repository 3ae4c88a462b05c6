package dev.plumbline.systems.osnetconfig.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Judges values by rules. Why a choice took none of its branches is found out only when asked for: most of it is never
 * shown.
 *
 * @param wholeReals whether 20.0 is an integer: to draft 7 it is, to draft 4 it is not
 */
record Validation(boolean wholeReals) {

    /** Every violation of a rule that stands at a step. */
    List<Violation> check(PythonValue value, Rule rule, Step at) {
        List<Violation> found = new ArrayList<>();
        check(value, rule, at, found::add);
        return found;
    }

    /**
     * Why a value is none of a choice's branches, in the order of the schema's paths.
     *
     * @param only where there is one, the branch to speak of
     */
    List<Violation> reasons(PythonValue value, List<Rule.Branch> branches, OptionalInt only) {
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            if (only.isEmpty() || only.getAsInt() == i) {
                Rule.Branch branch = branches.get(i);
                check(value, branch.rule(), Step.branch(i, branch.name()), found::add);
            }
        }
        record Placed(List<Step> path, Violation violation) {}
        return found.stream()
                .map(violation -> new Placed(violation.at().path(), violation))
                .sorted((one, other) -> Step.ORDER.compare(one.path, other.path))
                .map(Placed::violation)
                .toList();
    }

    private boolean isValid(PythonValue value, Rule rule, Step at) {
        boolean[] valid = {true};
        check(value, rule, at, _ -> valid[0] = false);
        return valid[0];
    }

    private void check(PythonValue value, Rule rule, Step at, Consumer<Violation> found) {
        for (Rule.Keyword keyword : rule.keywords()) {
            check(value, keyword, at, found);
        }
    }

    private void check(PythonValue value, Rule.Keyword keyword, Step at, Consumer<Violation> found) {
        switch (keyword) {
            case Rule.Keyword.Type type -> {
                if (type.names().stream().noneMatch(name -> is(value, name))) {
                    found.accept(new Violation(at.down("type"), value, new Violation.Reason.WrongType(type.names())));
                }
            }
            case Rule.Keyword.Enum words -> {
                if (!(value instanceof PythonValue.Str text) || !words.words().contains(text.value())) {
                    found.accept(new Violation(at.down("enum"), value, new Violation.Reason.NotOneOf(words.words())));
                }
            }
            case Rule.Keyword.Matches match -> {
                if (value instanceof PythonValue.Str text
                        && !match.pattern().matcher(text.value()).find()) {
                    found.accept(
                            new Violation(at.down("pattern"), value, new Violation.Reason.NoMatch(match.pattern())));
                }
            }
            case Rule.Keyword.OneOf choice -> oneOf(value, choice.branches(), at, found);
            case Rule.Keyword.AllOf all -> {
                for (int i = 0; i < all.rules().size(); i++) {
                    check(value, all.rules().get(i), at.down("allOf").down(i), found);
                }
            }
            case Rule.Keyword.Without without -> {
                // What is no object needs none of the keys, and so has what it must not have.
                if (!(value instanceof PythonValue.Dict dict)
                        || without.keys().stream().anyMatch(dict.fields()::containsKey)) {
                    found.accept(new Violation(at.down("not"), value, new Violation.Reason.NotAllowed(without.keys())));
                }
            }
            default -> {
                if (value instanceof PythonValue.Dict dict) {
                    checkObject(dict, keyword, at, found);
                } else if (value instanceof PythonValue.Sequence list) {
                    checkList(list, keyword, at, found);
                }
            }
        }
    }

    private void checkObject(PythonValue.Dict value, Rule.Keyword keyword, Step at, Consumer<Violation> found) {
        Map<String, PythonValue> fields = value.fields();
        switch (keyword) {
            case Rule.Keyword.Properties properties ->
                fields.forEach((key, field) -> {
                    Rule rule = properties.rules().get(key);
                    if (rule != null) {
                        check(field, rule, at.property(key), found);
                    }
                });
            case Rule.Keyword.Closed closed -> {
                List<String> extra = fields.keySet().stream()
                        .filter(key -> !closed.known().containsKey(key))
                        .sorted(Validation::byCodePoint)
                        .toList();
                if (!extra.isEmpty()) {
                    Step place = at.down("additionalProperties");
                    found.accept(new Violation(place, value, new Violation.Reason.Unexpected(extra)));
                }
            }
            case Rule.Keyword.Required required ->
                required.keys().stream()
                        .filter(key -> !fields.containsKey(key))
                        .map(key -> new Violation(at.down("required"), value, new Violation.Reason.Missing(key)))
                        .forEach(found);
            default -> {
                // What is asked of lists.
            }
        }
    }

    private void checkList(PythonValue.Sequence value, Rule.Keyword keyword, Step at, Consumer<Violation> found) {
        int size = value.items().size();
        switch (keyword) {
            case Rule.Keyword.Items items -> {
                Step each = at.down("items");
                value.items().forEach(item -> check(item, items.rule(), each, found));
            }
            case Rule.Keyword.MinItems min -> {
                if (size < min.count()) {
                    found.accept(new Violation(at.down("minItems"), value, new Violation.Reason.TooShort()));
                }
            }
            case Rule.Keyword.MaxItems max -> {
                if (size > max.count()) {
                    found.accept(new Violation(at.down("maxItems"), value, new Violation.Reason.TooLong()));
                }
            }
            default -> {
                // What is asked of objects.
            }
        }
    }

    private void oneOf(PythonValue value, List<Rule.Branch> branches, Step at, Consumer<Violation> found) {
        List<Rule.Branch> valid = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            if (isValid(value, branches.get(i).rule(), Step.branch(i, ""))) {
                valid.add(branches.get(i));
            }
        }
        if (valid.size() == 1) {
            return;
        }
        Violation.Reason reason = valid.isEmpty()
                ? new Violation.Reason.NoBranch(branches)
                : new Violation.Reason.SeveralBranches(firstToTheEnd(valid));
        found.accept(new Violation(at.down("oneOf"), value, reason));
    }

    private static List<Rule.Branch> firstToTheEnd(List<Rule.Branch> branches) {
        List<Rule.Branch> turned = new ArrayList<>(branches);
        turned.add(turned.removeFirst());
        return List.copyOf(turned);
    }

    private boolean is(PythonValue value, String type) {
        return switch (value) {
            case PythonValue.None _ -> type.equals("null");
            case PythonValue.Bool _ -> type.equals("boolean");
            case PythonValue.Int _ -> type.equals("integer");
            case PythonValue.Real real -> wholeReals && type.equals("integer") && isWhole(real.value());
            case PythonValue.Str _ -> type.equals("string");
            case PythonValue.Foreign _ -> false;
            case PythonValue.Sequence _ -> type.equals("array");
            case PythonValue.Dict _ -> type.equals("object");
        };
    }

    private static boolean isWhole(double value) {
        return !Double.isInfinite(value) && value == Math.rint(value);
    }

    /** Python's order of texts. */
    private static int byCodePoint(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }
}
