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

    /** Rows above a value in which its key is looked for: comments and blank lines may part the two. */
    private static final int ROWS_OF_KEY = 4;

    /** Points at the key of a value; at the value where the key is not found before it. */
    public static Mark atKey(Tree tree) {
        Spot spot = tree.spot();
        for (int row = spot.row(); row >= Math.max(0, spot.row() - ROWS_OF_KEY); row--) {
            String line = row < spot.lines().size() ? spot.lines().get(row).text() : "";
            int end = row == spot.row() ? Math.min(spot.column(), line.length()) : line.length();
            for (int at = line.lastIndexOf(spot.key(), end - 1); at >= 0; at = line.lastIndexOf(spot.key(), at - 1)) {
                if (isKey(line, at, at + spot.key().length())) {
                    Origin origin = spot.origin();
                    return new Mark(
                            new Origin(
                                    origin.source(),
                                    origin.file(),
                                    spot.lines().get(row).number(),
                                    origin.pointer(),
                                    line.strip()),
                            line,
                            at,
                            spot.key().length());
                }
            }
        }
        return at(tree);
    }

    private static boolean isKey(String line, int start, int end) {
        int colon = end;
        while (colon < line.length() && "\"' ".indexOf(line.charAt(colon)) >= 0) {
            colon++;
        }
        return end > start
                && colon < line.length()
                && line.charAt(colon) == ':'
                && (start == 0 || "\"' {,\t".indexOf(line.charAt(start - 1)) >= 0);
    }

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
