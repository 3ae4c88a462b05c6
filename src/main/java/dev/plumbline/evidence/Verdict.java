package dev.plumbline.evidence;

import java.util.Collection;
import java.util.Locale;

/**
 * How well a step, a placement or a name is known. The order is the order of weakness: a path is as good as its weakest
 * hop.
 */
public enum Verdict {
    /** Identifiers seen on both sides that can only match if the step is real, or one statement of the kernel or ovsdb. */
    PROVEN,
    /** A documented rule of the system that made it, one side seen. */
    INFERRED,
    /** One of several, unknown which. */
    AMBIGUOUS,
    /** Nothing seen. */
    UNKNOWN,
    /** Observations disagree. */
    CONTRADICTED;

    /** The weaker of the two. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The weakest of all; {@link #PROVEN} where there is none. */
    public static Verdict weakest(Collection<Verdict> verdicts) {
        return verdicts.stream().reduce(PROVEN, Verdict::and);
    }

    /** The word that output uses: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
