package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** Typed values of resources: what is not given takes the default, what cannot be read becomes a problem and the default too. */
final class Given {

    /** kubectl reads YAML 1.1. */
    private static final Set<String> TRUTHS = Set.of("true", "false", "yes", "no", "on", "off");

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return problems;
    }

    /** Whether something is there; a null is nothing, as for the API server. */
    static boolean is(Tree value) {
        return switch (value) {
            case Tree.Missing _ -> false;
            case Tree.Scalar scalar -> scalar.isString() || !scalar.text().isEmpty();
            case Tree.Mapping _, Tree.Sequence _ -> true;
        };
    }

    void refuse(Tree value, String key, String expected) {
        problems.add(new Problem(value.spot().origin(), found(value, key), expected));
    }

    void refuse(Problem problem) {
        problems.add(problem);
    }

    private static String found(Tree value, String key) {
        return switch (value) {
            case Tree.Missing _ -> "no " + key;
            case Tree.Scalar scalar -> key + " is " + (scalar.text().isEmpty() ? "empty" : scalar.text());
            case Tree.Mapping _ -> key + " is a mapping";
            case Tree.Sequence _ -> key + " is a list";
        };
    }

    /** A whole number of at least 0. */
    int number(Tree value, String key, int fallback) {
        if (!is(value)) {
            return fallback;
        }
        OptionalInt number = value.integer();
        if (number.isEmpty() || number.getAsInt() < 0) {
            refuse(value, key, "a whole number, at least 0");
            return fallback;
        }
        return number.getAsInt();
    }

    boolean truth(Tree value, String key, boolean fallback) {
        if (!is(value)) {
            return fallback;
        }
        if (value instanceof Tree.Scalar scalar && TRUTHS.contains(scalar.text().toLowerCase(Locale.ROOT))) {
            return scalar.isTrue();
        }
        refuse(value, key, "true or false");
        return fallback;
    }

    String text(Tree value, String key, String fallback) {
        if (!is(value)) {
            return fallback;
        }
        if (value instanceof Tree.Scalar scalar) {
            return scalar.text();
        }
        refuse(value, key, "a text");
        return fallback;
    }

    /** A text that must be there; empty with a problem where it is not. */
    String needed(Tree holder, String key) {
        Tree value = holder.at(key);
        String text = text(value, key, "");
        if (text.isEmpty() && (!is(value) || value instanceof Tree.Scalar)) {
            refuse(is(value) ? value : holder.at(key), key, "a name");
        }
        return text;
    }

    /** A text of a certain form; kept as it is where it is of another, which is a problem. */
    String formed(Tree value, String key, Predicate<String> form, String expected) {
        String text = text(value, key, "");
        if (!text.isEmpty() && !form.test(text)) {
            refuse(value, key, expected);
        }
        return text;
    }

    List<Tree> list(Tree value, String key) {
        if (is(value) && !(value instanceof Tree.Sequence)) {
            refuse(value, key, "a list");
        }
        return value.items();
    }

    List<String> texts(Tree value, String key, List<String> fallback) {
        List<String> texts = new ArrayList<>();
        for (Tree item : list(value, key)) {
            String text = text(item, key, "");
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts.isEmpty() ? fallback : List.copyOf(texts);
    }
}
