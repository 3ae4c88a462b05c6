package dev.plumbline.answers.diff;

import java.util.Comparator;

/**
 * What one side holds and the other does not show, where it need not have shown it: neither equal nor different.
 *
 * @param known the value that the one side holds
 * @param side the name of the side that does not show it
 * @param why in a few words
 * @param command what would show it; empty where no single command does
 */
public record Unseen(String object, String what, String known, String side, String why, String command) {

    static final Comparator<Unseen> ORDER = Comparator.comparing(Unseen::object)
            .thenComparing(Unseen::what)
            .thenComparing(Unseen::side)
            .thenComparing(Unseen::known)
            .thenComparing(Unseen::why);
}
