package dev.plumbline.evidence;

/**
 * An input, or a part of one, that could not be read. Costs itself only.
 *
 * @param origin where
 * @param found what was found there
 * @param expected what was expected instead
 */
public record Problem(Origin origin, String found, String expected) {

    /** {@code file:line: found; expected ...}: the one form of every input error. */
    public String message() {
        String place = origin.file().isEmpty() ? origin.source() : origin.source() + "/" + origin.file();
        String line = origin.line() > 0 ? ":" + origin.line() : "";
        return place + line + ": " + found + (expected.isEmpty() ? "" : "; expected " + expected);
    }
}
