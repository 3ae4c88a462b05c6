package dev.plumbline.systems.osnetconfig;

import java.util.Locale;
import java.util.Set;

/** oslo.utils' {@code bool_from_string}: everything else is false, without an error. */
public final class OsloBool {

    private static final Set<String> TRUE = Set.of("1", "t", "true", "on", "y", "yes");

    private OsloBool() {}

    public static boolean isTrue(String text) {
        return TRUE.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
