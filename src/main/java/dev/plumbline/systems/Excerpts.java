package dev.plumbline.systems;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.tree.Page;
import dev.plumbline.evidence.tree.Spot;
import dev.plumbline.evidence.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the raw text of the parts of a long scalar (JSON as a string, say), one behind the other. What an origin quotes
 * must stand in the input, which the unescaped value need not.
 */
public final class Excerpts {

    /** A name that is escaped is not found; to search on for every one of many would take a search each. */
    private static final int MOST_MISSES = 3;

    private final Spot spot;
    private final int end;
    private int row;
    private int column;
    private int misses;

    public Excerpts(Tree scalar) {
        this.spot = scalar.spot();
        this.row = spot.row();
        this.column = spot.column();
        // A folded scalar takes more rows than its value has lines, but no row is shorter than a word.
        long rows = scalar.text().lines().count() + scalar.text().length() / 8 + 2;
        this.end = (int) Math.min(spot.lines().size(), row + rows);
    }

    /** The same over whole lines, from the first of them on. */
    public static Excerpts over(Observation observation, List<Line> lines) {
        String text = lines.stream().map(Line::text).collect(Collectors.joining("\n"));
        Spot start = new Spot(Optional.empty(), "", new Page(observation.source(), observation.file(), lines), 0, 0);
        return new Excerpts(new Tree.Scalar(text, true, start));
    }

    /** The origin that quotes the next place that holds the needle; that of the scalar where none does. */
    public Origin next(String needle) {
        if (needle.isEmpty() || misses > MOST_MISSES) {
            return spot.origin();
        }
        int fromColumn = column;
        for (int at = row; at < end; at++) {
            String line = spot.lines().get(at).text();
            int found = line.indexOf(needle, fromColumn);
            if (found >= 0) {
                row = at;
                column = found + needle.length();
                return quote(line, found);
            }
            fromColumn = 0;
        }
        misses++;
        return spot.origin();
    }

    private Origin quote(String line, int found) {
        String text = line.strip().length() <= Origin.TEXT_LIMIT
                ? line.strip()
                : line.substring(Math.max(0, found - Origin.TEXT_LIMIT / 2));
        return new Origin(
                spot.page().source(),
                spot.page().file(),
                spot.lines().get(row).number(),
                spot.pointer(),
                text.substring(0, Math.min(text.length(), Origin.TEXT_LIMIT)).strip());
    }
}
