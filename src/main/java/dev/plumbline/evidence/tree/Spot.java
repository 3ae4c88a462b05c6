package dev.plumbline.evidence.tree;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Origin;
import java.util.List;
import java.util.Optional;

/**
 * Where a value stands in its document. The pointer is put together only when asked for. A value that was derived from
 * another has the spot of that one: a planned object points into the manifest that asks for it.
 *
 * @param above the spot of the value that holds this one
 * @param key its key or index there
 * @param page the document's text
 * @param row 0-based row in the page
 * @param column 0-based column of its first character
 */
public record Spot(Optional<Spot> above, String key, Page page, int row, int column) {

    /** Nowhere. */
    public static final Spot NOWHERE = new Spot(Optional.empty(), "", Page.BLANK, 0, 0);

    public List<Line> lines() {
        return page.lines();
    }

    /** 1-based line in the file; 0 for an empty document. */
    public int line() {
        return row < lines().size() ? lines().get(row).number() : 0;
    }

    /** RFC 6901 pointer from the document's root, empty for the root itself. */
    public String pointer() {
        return above.map(spot -> spot.pointer() + "/" + key.replace("~", "~0").replace("/", "~1"))
                .orElse("");
    }

    /** The text there: the line where it is short, else as much as an origin quotes, from the value's first character. */
    public String text() {
        if (row >= lines().size()) {
            return "";
        }
        String line = lines().get(row).text();
        if (line.strip().length() <= Origin.TEXT_LIMIT) {
            return line.strip();
        }
        int start = Math.min(column, line.length());
        return line.substring(start, Math.min(line.length(), start + Origin.TEXT_LIMIT));
    }

    public Origin origin() {
        return new Origin(page.source(), page.file(), line(), pointer(), text());
    }
}
