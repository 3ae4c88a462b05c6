package dev.plumbline.evidence.tree;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A value of a JSON or YAML document. Asking for what is not there gives {@link Missing}, never an error: input is data,
 * and the reader says what it needed.
 */
public sealed interface Tree {

    Spot spot();

    /** A mapping, in document order; of a key given twice the last holds. */
    record Mapping(Map<String, Tree> fields, Spot spot) implements Tree {}

    record Sequence(List<Tree> items, Spot spot) implements Tree {}

    /** A string, number, boolean or null, as written without quotes; null is the empty string. */
    record Scalar(String text, boolean isString, Spot spot) implements Tree {}

    /** What was asked for is not there. */
    record Missing(Spot spot) implements Tree {}

    /** The value under these keys, one below the other. */
    default Tree at(String... keys) {
        Tree tree = this;
        for (String key : keys) {
            Tree next = tree instanceof Mapping mapping ? mapping.fields().get(key) : null;
            if (next == null) {
                return new Missing(tree.spot());
            }
            tree = next;
        }
        return tree;
    }

    /** The items of a sequence; none for anything else. */
    default List<Tree> items() {
        return this instanceof Sequence sequence ? sequence.items() : List.of();
    }

    /** The fields of a mapping in document order; none for anything else. */
    default Map<String, Tree> fields() {
        return this instanceof Mapping mapping ? mapping.fields() : Map.of();
    }

    /** The text of a scalar; empty for anything else. */
    default String text() {
        return this instanceof Scalar scalar ? scalar.text() : "";
    }

    /** The whole number of a scalar, also where it was written as a string. */
    default OptionalInt integer() {
        try {
            return text().isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text()));
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }

    /** Whether it is YAML's or JSON's true, in any of YAML 1.1's words. */
    default boolean isTrue() {
        return List.of("true", "yes", "on").contains(text().toLowerCase(Locale.ROOT));
    }

    default boolean present() {
        return !(this instanceof Missing);
    }
}
