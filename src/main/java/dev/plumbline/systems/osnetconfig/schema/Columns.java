package dev.plumbline.systems.osnetconfig.schema;

import dev.plumbline.evidence.tree.Spot;
import java.util.HashMap;
import java.util.Map;

/** The text at the spots of one document. Their columns count code points; each line is counted through but once. */
final class Columns {

    private static final int[] AS_THEY_ARE = {};

    /** By row: where each code point begins. */
    private final Map<Integer, int[]> starts = new HashMap<>();

    /** At most so many characters from a spot on, within its line. */
    String from(Spot spot, int most) {
        if (spot.row() >= spot.lines().size()) {
            return "";
        }
        String line = spot.lines().get(spot.row()).text();
        int[] counted = starts.computeIfAbsent(spot.row(), _ -> count(line));
        int points = counted.length == 0 ? line.length() : counted.length;
        if (spot.column() >= points) {
            return "";
        }
        int start = counted.length == 0 ? spot.column() : counted[spot.column()];
        return line.substring(start, Math.min(line.length(), start + most));
    }

    private static int[] count(String line) {
        int points = line.codePointCount(0, line.length());
        if (points == line.length()) {
            return AS_THEY_ARE;
        }
        int[] counted = new int[points];
        int at = 0;
        for (int i = 0; i < points; i++) {
            counted[i] = at;
            at += Character.charCount(line.codePointAt(at));
        }
        return counted;
    }
}
