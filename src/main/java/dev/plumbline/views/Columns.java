package dev.plumbline.views;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rows of cells set in columns that are as wide as their widest cell, with a gutter between and no borders. */
final class Columns {

    /** A cell's text and how it is painted; the paint takes no room. */
    record Cell(String text, UnaryOperator<String> paint) {

        Cell {
            text = Clean.line(text);
        }

        static Cell of(String text) {
            return new Cell(text, painted -> painted);
        }
    }

    private final int gutter;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** @param gutter spaces between columns */
    Columns(int gutter) {
        this.gutter = gutter;
    }

    void row(List<Cell> cells) {
        rows.add(List.copyOf(cells));
    }

    void row(String... cells) {
        row(List.of(cells).stream().map(Cell::of).toList());
    }

    void draw(String indent, Appendable out) throws IOException {
        List<Integer> widths = widths();
        for (List<Cell> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            int owed = 0;
            for (int i = 0; i < row.size(); i++) {
                String text = row.get(i).text();
                if (!text.isEmpty()) {
                    line.repeat(' ', owed).append(row.get(i).paint().apply(text));
                    owed = 0;
                }
                owed += widths.get(i) + gutter - width(text);
            }
            out.append(line).append('\n');
        }
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        for (List<Cell> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                // A row's last cell may run on: it pushes nothing aside.
                int width = i == row.size() - 1 && i > 0 ? 0 : width(row.get(i).text());
                if (i < widths.size()) {
                    widths.set(i, Math.max(widths.get(i), width));
                } else {
                    widths.add(width);
                }
            }
        }
        return widths;
    }

    /** Terminal cells: two for East Asian wide characters, none for combining marks. */
    static int width(String text) {
        return Clean.ascii(text)
                ? text.length()
                : text.codePoints().map(Columns::width).sum();
    }

    private static int width(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = point >= 0x1100
                && (point <= 0x115f
                        || point >= 0x2e80 && point <= 0xa4cf
                        || point >= 0xac00 && point <= 0xd7a3
                        || point >= 0xf900 && point <= 0xfaff
                        || point >= 0xfe30 && point <= 0xfe6f
                        || point >= 0xff00 && point <= 0xff60
                        || point >= 0xffe0 && point <= 0xffe6
                        || point >= 0x1f300 && point <= 0x1faff
                        || point >= 0x20000 && point <= 0x3fffd);
        return wide ? 2 : 1;
    }
}
