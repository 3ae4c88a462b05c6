package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Joins what a narrow terminal broke in the listings of {@code ip addr} and {@code ip link}: there every line begins
 * with an index or with four spaces, so that a line which begins otherwise is the rest of the one before.
 */
final class WrappedLines {

    private static final Pattern BEGINS = Pattern.compile("^(?:\\d{1,9}: |\\s{4,}|\\t|\\s*$).*", Pattern.DOTALL);
    private static final int NARROWEST = 40;
    private static final int MOST_ROWS = 6;
    private static final Set<Integer> USUAL = Set.of(80, 100, 120, 132, 140, 150, 160, 180, 200, 211, 240);

    private WrappedLines() {}

    /** The lines joined; empty where some are broken, but not all at one width. */
    static Optional<List<Line>> join(List<Line> lines) {
        if (lines.isEmpty() || !lines.getFirst().text().matches("(?s)\\d{1,9}: \\S.*")) {
            return Optional.of(lines);
        }
        OptionalInt width = OptionalInt.empty();
        List<Line> joined = new ArrayList<>();
        int breaks = 0;
        int rows = 1;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (i == 0 || begins(line)) {
                joined.add(line);
                rows = 1;
                continue;
            }
            int before = lines.get(i - 1).text().length();
            breaks++;
            if (before < NARROWEST || width.orElse(before) != before || ++rows > MOST_ROWS) {
                return Optional.empty();
            }
            width = OptionalInt.of(before);
            Line head = joined.removeLast();
            joined.add(new Line(head.number(), head.text() + line.text()));
        }
        int limit = width.orElse(Integer.MAX_VALUE);
        if (breaks == 1 && !USUAL.contains(limit)) {
            return Optional.empty();
        }
        return lines.stream().allMatch(line -> line.text().length() <= limit) ? Optional.of(joined) : Optional.empty();
    }

    private static boolean begins(Line line) {
        return BEGINS.matcher(line.text()).matches();
    }
}
