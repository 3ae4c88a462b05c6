package dev.plumbline.facts;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An Ethernet address: six bytes, written in lower case with colons whatever the input used (nmstate writes upper case,
 * KubeVirt accepts dashes).
 *
 * @param text the canonical form, {@code 02:7e:90:00:00:4d}
 */
public record Mac(String text) implements Comparable<Mac> {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{2}([:-][0-9a-fA-F]{2}){5}");

    /** Reads either form; empty where the text is no Ethernet address. */
    public static Optional<Mac> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new Mac(text.toLowerCase(Locale.ROOT).replace('-', ':')))
                : Optional.empty();
    }

    /** Whether it names one NIC: not a group address and not all zeros. */
    public boolean unicast() {
        return !text.equals("00:00:00:00:00:00") && (Integer.parseInt(text.substring(0, 2), 16) & 1) == 0;
    }

    @Override
    public int compareTo(Mac other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
