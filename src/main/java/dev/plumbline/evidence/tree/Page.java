package dev.plumbline.evidence.tree;

import dev.plumbline.evidence.Line;
import java.util.List;

/**
 * The text that a document was read from.
 *
 * @param source the source's name as the user gave it
 * @param file the file inside the source; empty where the source is the file
 * @param lines all lines of the document
 */
public record Page(String source, String file, List<Line> lines) {

    /** Where there is no text: the place of what nothing was read for. */
    public static final Page BLANK = new Page("", "", List.of());
}
