package dev.plumbline.evidence.tree;

import dev.plumbline.evidence.Origin;

/**
 * A place in a document to point at.
 *
 * @param line the whole line as it stands there
 * @param column 0-based column in it
 * @param width characters to underline, at least 1
 */
public record Mark(Origin origin, String line, int column, int width) {

    /** Points at a value: at the whole of a scalar where it stands on one line, else at its first character. */
    public static Mark at(Tree tree) {
        Spot spot = tree.spot();
        String line =
                spot.row() < spot.lines().size() ? spot.lines().get(spot.row()).text() : "";
        int column = Math.min(spot.column(), line.length());
        int rest = line.length() - column;
        int width = tree instanceof Tree.Scalar scalar ? scalar.text().length() : 1;
        return new Mark(spot.origin(), line, column, Math.max(1, Math.min(width, rest)));
    }
}
