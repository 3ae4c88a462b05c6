package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tables as kubectl prints them. Columns are cut where the header's words begin, because a cell may be empty or hold
 * spaces ({@code 5 (3h ago)}).
 */
final class Table {

    /** A column's title may hold single spaces: NOMINATED NODE. */
    private static final Pattern TITLE = Pattern.compile("[A-Z][A-Z0-9-]*+(?: [A-Z][A-Z0-9-]*+)*+");

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

        /** The first word of the name: nothing that stands in a table's first column holds spaces. */
        String name() {
            return cell("NAME");
        }
    }

    /** Whether a line heads a table. */
    static boolean isHeader(String line) {
        return line.startsWith("NAME ") || line.equals("NAME") || line.startsWith("NAMESPACE ");
    }

    /** The rows of all tables of an output; each header starts a table of its own. */
    static List<Row> rows(List<Line> lines, Filter filter) {
        List<Row> rows = new ArrayList<>();
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
                boolean mayBeCut = filter instanceof Filter.Opaque
                        || filter instanceof Filter.Part && i == lines.size() - 1;
                table.row(line, mayBeCut, rows);
            }
        }
        return rows;
    }

    private void row(Line line, boolean mayBeCut, List<Row> rows) {
        String text = line.text();
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            int start = starts.get(i);
            int end = i + 1 < titles.size() ? starts.get(i + 1) : text.length();
            if (start >= text.length()) {
                break;
            }
            boolean aligned = (start == 0 || text.charAt(start - 1) == ' ') && text.charAt(start) != '\t';
            if (!aligned) {
                return;
            }
            boolean lastShown = end >= text.length();
            String cell = text.substring(start, Math.min(end, text.length())).strip();
            boolean hidden = cell.isEmpty() || isPlaceholder(cell) || lastShown && mayBeCut;
            if (!hidden) {
                cells.put(titles.get(i), cell);
            }
        }
        if (cells.getOrDefault("NAME", " ").indexOf(' ') < 0) {
            rows.add(new Row(line, Map.copyOf(cells)));
        }
    }

    private static boolean isPlaceholder(String cell) {
        return cell.startsWith("<") && cell.endsWith(">");
    }
}
