package dev.plumbline.evidence;

import java.util.Comparator;

/**
 * Where a fact was read.
 *
 * @param source the source's name as the user gave it
 * @param file the file inside the source (a capture's or archive's member); empty where the source is the file
 * @param line 1-based line in that file; 0 where a line says nothing
 * @param pointer RFC 6901 JSON pointer inside the document, empty where the line is enough
 * @param text the text itself as it stands there, at most {@value #TEXT_LIMIT} characters
 */
public record Origin(String source, String file, int line, String pointer, String text) implements Comparable<Origin> {

    /** The longest text that an origin quotes, in characters. */
    public static final int TEXT_LIMIT = 300;

    private static final Comparator<Origin> ORDER = Comparator.comparing(Origin::source)
            .thenComparing(Origin::file)
            .thenComparingInt(Origin::line)
            .thenComparing(Origin::pointer)
            .thenComparing(Origin::text);

    public Origin {
        text = text.length() > TEXT_LIMIT ? text.substring(0, TEXT_LIMIT) : text;
    }

    /** {@code L103}, {@code nodes/w/ip_link:4} or {@code a.txt:9}: short, for people who know the source. */
    public String brief() {
        String place = line > 0 ? (file.isEmpty() ? "L" + line : file + ":" + line) : file;
        return pointer.isEmpty() || line > 1 ? place : place + pointer;
    }

    @Override
    public int compareTo(Origin other) {
        return ORDER.compare(this, other);
    }
}
