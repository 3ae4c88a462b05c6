package dev.plumbline.lab.draft;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What stands in a guest's place. */
public enum GuestKind {
    /** A network namespace; veth pairs stand for taps and NICs. */
    NETNS,
    /** A network namespace, whose NICs are reached through real taps. */
    TAP,
    /** A virtual machine. */
    VM;

    /** The word on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<GuestKind> parse(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
