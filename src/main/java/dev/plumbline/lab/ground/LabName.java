package dev.plumbline.lab.ground;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A lab's name: also its folder's, so that it holds no dot and no slash.
 *
 * @param text 1 to 32 of a-z, 0-9 and the hyphen
 */
public record LabName(String text) implements Comparable<LabName> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,32}");

    public static final LabName DEFAULT = new LabName("lab");

    public LabName {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a lab's name");
        }
    }

    /** Empty where the text is no such name. */
    public static Optional<LabName> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new LabName(text)) : Optional.empty();
    }

    @Override
    public int compareTo(LabName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
