package dev.plumbline.systems.linux;

import java.util.Optional;
import java.util.OptionalInt;

/** What the kernel accepts as the name of a network device: 1 to 15 bytes without white space, slash and colon.
 *
 * <p>One without any letter or digit is allowed too, but stands in pastes for what was left out: {@code ...}. */
final class DeviceName {

    private DeviceName() {}

    static boolean valid(String name) {
        return !name.isEmpty()
                && name.length() <= 15
                && name.chars().anyMatch(Character::isLetterOrDigit)
                && name.chars().noneMatch(c -> c == '/' || c == ':' || c < ' ' || Character.isWhitespace(c));
    }

    /** The name before an alias' colon: {@code br-ex} of {@code br-ex:1}. */
    static String withoutAlias(String label) {
        int colon = label.indexOf(':');
        return colon < 0 ? label : label.substring(0, colon);
    }

    /** The index of {@code ifN}, the form that stands for a device of another namespace. */
    static OptionalInt foreignIndex(String word) {
        return word.startsWith("if") ? Words.number(word.substring(2)) : OptionalInt.empty();
    }

    static Optional<String> checked(String name) {
        return valid(name) ? Optional.of(name) : Optional.empty();
    }
}
