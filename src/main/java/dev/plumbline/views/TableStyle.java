package dev.plumbline.views;

import java.util.Optional;

/**
 * How a text view is dressed.
 *
 * @param headers headlines, column heads, notes and the last line; without them each row names its machine and stands
 *     alone
 * @param read how much was read, where the last line is to say so
 */
public record TableStyle(Ink ink, boolean headers, Optional<ReadSummary> read) {

    /** For files and pipes. */
    public static TableStyle plain() {
        return new TableStyle(Ink.NONE, true, Optional.empty());
    }
}
