package dev.plumbline.evidence;

import java.util.Locale;

/** What stood between a command and its pasted output. A filter narrows what absence means; it never widens it. */
public sealed interface Filter {

    /** The whole output. */
    record None() implements Filter {}

    /**
     * A fixed-string {@code grep}: every line that holds the needle was shown.
     *
     * @param before lines of context shown before each ({@code -B})
     * @param after lines of context shown after each ({@code -A})
     */
    record Holding(String needle, boolean ignoreCase, int before, int after) implements Filter {}

    /** A contiguous part ({@code head}, {@code tail}, cut by {@code ...} or by the paste's end): neighbours are true, absence is not. */
    record Part(String why) implements Filter {}

    /** Anything else: each line stands alone, absence says nothing. */
    record Opaque(String why) implements Filter {}

    Filter NONE = new None();

    /** Whether an original line that contains {@code text} would have been shown for sure. */
    default boolean wouldShow(String text) {
        return switch (this) {
            case None _ -> true;
            case Holding h
            when h.ignoreCase() ->
                text.toLowerCase(Locale.ROOT).contains(h.needle().toLowerCase(Locale.ROOT));
            case Holding h -> text.contains(h.needle());
            case Part _, Opaque _ -> false;
        };
    }

    /** Whether a detail line that follows a head line in the output also followed it in the original. */
    default boolean keepsNeighbours() {
        return switch (this) {
            case None _, Part _ -> true;
            case Holding h -> h.after() > 0;
            case Opaque _ -> false;
        };
    }
}
