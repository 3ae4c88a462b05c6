package dev.plumbline.systems.ospdirector.crd;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What a schema lets a value be. */
sealed interface Shape {

    /** @param words the only ones allowed; empty for any */
    record Text(List<String> words) implements Shape {}

    /** @param least smallest allowed @param most largest allowed */
    record Whole(boolean bits32, OptionalLong least, OptionalLong most) implements Shape {}

    record Truth() implements Shape {}

    record WholeOrText() implements Shape {}

    /** A mapping of which the schema says nothing: it is kept as it is. */
    record Free() implements Shape {}

    /** @param least fewest items allowed */
    record ListOf(int least, Shape item) implements Shape {}

    /** Any keys. */
    record MapOf(Shape value) implements Shape {}

    record Fields(SortedMap<String, Field> fields) implements Shape {}

    /**
     * @param required whether the schema asks for it
     * @param fallback the default as compact JSON, where it has one
     */
    record Field(boolean required, Shape shape, Optional<String> fallback) {}

    /** For people: {@code one of on, off}. */
    default String wanted() {
        return switch (this) {
            case Text text when text.words().isEmpty() -> "a string";
            case Text text -> "one of " + String.join(", ", text.words());
            case Whole whole -> "a whole number" + range(whole);
            case Truth _ -> "true or false";
            case WholeOrText _ -> "a whole number or a string";
            case Free _, MapOf _, Fields _ -> "a mapping";
            case ListOf list -> "a list" + (list.least() > 0 ? " of at least " + list.least() : "");
        };
    }

    private static String range(Whole whole) {
        String text = List.of(
                        whole.least().isPresent() ? "at least " + whole.least().getAsLong() : "",
                        whole.most().isPresent() ? "at most " + whole.most().getAsLong() : "")
                .stream()
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" and "));
        return text.isEmpty() ? "" : ", " + text;
    }

    /** Whether a Go struct writes it out when it was not given: lists and maps come out as null, which no schema takes. */
    default boolean hasZero() {
        return !(this instanceof ListOf || this instanceof MapOf);
    }
}
