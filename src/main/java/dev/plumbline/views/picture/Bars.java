package dev.plumbline.views.picture;

import dev.plumbline.views.picture.BlockPlan.Span;
import dev.plumbline.views.picture.Column.Slot;
import dev.plumbline.views.picture.Drawing.Form;
import dev.plumbline.views.picture.Piece.Strand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The narrow bars of bridges that many machines use: their lengths, which stand side by side, where a name fits. */
final class Bars {

    /** Width of a bar, px. */
    static final double WIDTH = 16;
    /** From one bar to the next, px. */
    static final double PITCH = 34;

    private static final int REPEAT = 900;

    private final Map<Slot, List<Piece>> pieces;
    private final Spans spans;
    private final List<Strand> strands;
    private final RowPlan rows;

    Bars(Map<Slot, List<Piece>> pieces, Spans spans, List<Strand> strands, RowPlan rows) {
        this.pieces = pieces;
        this.spans = spans;
        this.strands = strands;
        this.rows = rows;
    }

    /** Makes every bar reach the strands that leave it, and long enough for its name. */
    void stretch() {
        for (Piece bar : bars()) {
            Span span = spans.of(bar);
            for (Strand strand : strands) {
                if (strand.from().id() == bar.id()) {
                    span = span.and(Span.around(strand.fromY(), 24));
                }
            }
            double label = label(bar) + 12;
            double missing = label - (span.bottom() - span.top());
            spans.put(bar, missing > 0 ? new Span(span.top(), span.bottom() + missing) : span);
        }
    }

    /** Length of a bar's turned name, px. */
    static double label(Piece bar) {
        return Type.detail(text(bar.face().face()));
    }

    /** What is written along a bar. */
    static String text(Lane.Face face) {
        return face.name() + (face.mtu().isPresent() ? " · " + face.mtu().getAsInt() : "");
    }

    /** Interval colouring: a bar takes the first column where none is beside it. */
    Map<Integer, Integer> columns() {
        Map<Integer, Integer> columns = new HashMap<>();
        List<List<Span>> taken = new ArrayList<>();
        for (Piece bar : bars()) {
            Span span = spans.of(bar);
            int column = 0;
            while (column < taken.size() && taken.get(column).stream().anyMatch(other -> other.meets(span, 26))) {
                column++;
            }
            if (column == taken.size()) {
                taken.add(new ArrayList<>());
            }
            taken.get(column).add(span);
            columns.put(bar.id(), column);
        }
        return columns;
    }

    /** Middles of the longest stretches that no line crosses: one, and in a long bar one every {@value #REPEAT} px. */
    Map<Integer, List<Double>> labels() {
        List<Double> crossings = new ArrayList<>(rows.y().values());
        strands.stream().filter(s -> s.from().form() == Form.BAR).forEach(s -> crossings.add(s.fromY()));
        crossings.sort(null);
        Map<Integer, List<Double>> labels = new HashMap<>();
        for (Piece bar : bars()) {
            Span span = spans.of(bar);
            double length = span.bottom() - span.top();
            int parts = Math.max(1, (int) (length / REPEAT));
            List<Double> middles = new ArrayList<>();
            for (int i = 0; i < parts; i++) {
                Span part = new Span(span.top() + length * i / parts, span.top() + length * (i + 1) / parts);
                double half = label(bar) / 2 + 6;
                double middle = longest(part, crossings);
                middles.add(Math.max(part.top() + half, Math.min(part.bottom() - half, middle)));
            }
            labels.put(bar.id(), List.copyOf(middles));
        }
        return labels;
    }

    private static double longest(Span span, List<Double> crossings) {
        double best = -1;
        double from = span.top();
        double middle = span.middle();
        List<Double> ends = new ArrayList<>(crossings.stream()
                .filter(y -> y > span.top() && y < span.bottom())
                .toList());
        ends.add(span.bottom());
        for (double end : ends) {
            if (end - from > best + 0.01) {
                best = end - from;
                middle = (from + end) / 2;
            }
            from = end;
        }
        return middle;
    }

    private List<Piece> bars() {
        return pieces.values().stream()
                .flatMap(List::stream)
                .filter(p -> p.form() == Form.BAR)
                .sorted(Comparator.<Piece>comparingDouble(p -> spans.of(p).top())
                        .thenComparing(Piece::id))
                .toList();
    }
}
