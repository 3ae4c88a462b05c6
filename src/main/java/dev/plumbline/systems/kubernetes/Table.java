package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables as kubectl prints them. Columns are cut where the header's words begin, because a cell may be empty or hold
 * spaces ({@code 5 (3h ago)}).
 */
final class Table {

    /** A column's title may hold single spaces: NOMINATED NODE. */
    private static final Pattern TITLE = Pattern.compile("[A-Z][A-Z0-9-]*+(?: [A-Z][A-Z0-9-]*+)*+");

    /** kubectl leaves at least three spaces between columns: inside a cell they show that names were replaced by others. */
    private static final String GAP = "   ";

    private final List<String> titles = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    private Table(String header) {
        Matcher matcher = TITLE.matcher(header);
        while (matcher.find()) {
            titles.add(matcher.group());
            starts.add(matcher.start());
        }
    }

    /**
     * One row.
     *
     * @param cells by title; a cell that was empty, {@code <none>} or cut off is not there
     */
    record Row(Line line, Map<String, String> cells) {

        String cell(String title) {
            return cells.getOrDefault(title, "");
        }

        /** With its resource in front of a slash where several resources were asked for. */
        String name() {
            return cell("NAME");
        }
    }

    /** Whether a line heads a table. */
    static boolean isHeader(String line) {
        return line.startsWith("NAME ") || line.equals("NAME") || line.startsWith("NAMESPACE ");
    }

    /**
     * What was read of an output.
     *
     * @param rows of all its tables, in order
     * @param whole whether every line was understood: else an object may be listed and yet not be seen
     */
    record Listing(List<Row> rows, boolean whole) {}

    /** The rows of all tables of an output; each header starts a table of its own. */
    static Listing read(List<Line> lines, Filter filter) {
        List<Row> rows = new ArrayList<>();
        boolean whole = true;
        Table table = new Table("");
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (isHeader(line.text())) {
                table = new Table(line.text());
            } else if (line.text().isBlank()) {
                // Several resources are printed as several tables with a blank line between.
                table = new Table("");
            } else if (!table.titles.isEmpty()) {
                // A filter that is not understood may have cut every row short, the paste's end the last one.
                boolean mayBeCut =
                        filter instanceof Filter.Opaque || filter instanceof Filter.Part && i == lines.size() - 1;
                Optional<Row> row = table.row(line, mayBeCut);
                row.ifPresent(rows::add);
                whole &= row.isPresent();
            } else {
                whole &= isRemark(line.text());
            }
        }
        return new Listing(rows, whole);
    }

    /** Whether a line between tables lists nothing. */
    private static boolean isRemark(String line) {
        return line.startsWith("No resources found") || line.startsWith("Warning: ");
    }

    private Optional<Row> row(Line line, boolean mayBeCut) {
        String text = line.text();
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            int start = starts.get(i);
            int end = i + 1 < titles.size() ? starts.get(i + 1) : text.length();
            if (start >= text.length()) {
                break;
            }
            boolean lastShown = end >= text.length();
            String cell = text.substring(start, Math.min(end, text.length())).strip();
            boolean aligned = (start == 0 || text.charAt(start - 1) == ' ')
                    && (cell.isEmpty() || text.charAt(start) == cell.charAt(0))
                    && (i + 1 == titles.size() || !cell.contains(GAP));
            if (!aligned) {
                // The paste has lost spaces: which column is which is not known.
                return Optional.empty();
            }
            boolean hidden = cell.isEmpty() || isPlaceholder(cell) || lastShown && mayBeCut;
            if (!hidden) {
                cells.put(titles.get(i), cell);
            }
        }
        return cells.getOrDefault("NAME", " ").indexOf(' ') < 0
                ? Optional.of(new Row(line, Map.copyOf(cells)))
                : Optional.empty();
    }

    private static boolean isPlaceholder(String cell) {
        return cell.startsWith("<") && cell.endsWith(">");
    }
}
