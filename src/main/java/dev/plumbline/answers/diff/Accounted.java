package dev.plumbline.answers.diff;

import java.util.Comparator;

/**
 * What is not the same on both sides because a lab has built it otherwise than planned, and says so: no difference.
 *
 * @param object as {@link Difference#object}
 * @param what the attribute
 * @param a the left side's value; empty where it is not there
 * @param b the right side's value; empty where it is not there
 * @param why in the lab's words
 */
public record Accounted(String object, String what, String a, String b, String why) {

    static final Comparator<Accounted> ORDER = Comparator.comparing(Accounted::object)
            .thenComparing(Accounted::what)
            .thenComparing(Accounted::a)
            .thenComparing(Accounted::b)
            .thenComparing(Accounted::why);
}
