package dev.plumbline.views.picture;

import dev.plumbline.views.picture.Column.Slot;
import dev.plumbline.views.picture.Drawing.Form;
import dev.plumbline.views.picture.Piece.Strand;
import dev.plumbline.views.picture.Sheet.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The heights of everything in one block, and its lines.
 *
 * @param barLanes columns of the narrow bars within their slot, by piece id, from 0
 * @param labels middles of the bars' names, by piece id
 */
record BlockPlan(
        Block block,
        RowPlan rows,
        Map<Slot, List<Piece>> pieces,
        List<Strand> strands,
        Spans spans,
        Map<Integer, Integer> barLanes,
        Map<Integer, List<Double>> labels) {

    /** From top to bottom, px. */
    record Span(double top, double bottom) {

        double middle() {
            return (top + bottom) / 2;
        }

        static Span around(double middle, double height) {
            return new Span(middle - height / 2, middle + height / 2);
        }

        Span and(Span other) {
            return new Span(Math.min(top, other.top), Math.max(bottom, other.bottom));
        }

        boolean meets(Span other, double air) {
            return top < other.bottom + air && other.top < bottom + air;
        }
    }

    static BlockPlan of(Block block, double top) {
        RowPlan rows = RowPlan.of(block, top);
        Map<Slot, List<Piece>> pieces = Pieces.of(block);
        Spans spans = new Spans();
        for (List<Piece> column : pieces.values()) {
            for (Piece piece : column) {
                if (piece.form() != Form.COMPACT) {
                    spans.put(piece, overRows(piece, rows));
                }
            }
        }
        List<Strand> strands = new ArrayList<>(LaneWires.of(pieces, rows));
        TrunkPlan trunk = new TrunkPlan(block.lanes(), rows, pieces, spans);
        strands.addAll(trunk.place());
        List<Strand> placed = Channels.assign(strands);
        Bars bars = new Bars(pieces, spans, placed, rows);
        bars.stretch();
        return new BlockPlan(block, rows, pieces, placed, spans, bars.columns(), bars.labels());
    }

    private static Span overRows(Piece piece, RowPlan rows) {
        Span first = Span.around(rows.at(piece.lanes().getFirst()), Piece.ROW_HEIGHT);
        return first.and(Span.around(rows.at(piece.lanes().getLast()), Piece.ROW_HEIGHT));
    }

    /** The lowest edge of everything in the block, the tags and numbers beneath boxes included. */
    double bottom() {
        double lowest = spans.all().stream().mapToDouble(Span::bottom).max().orElse(0) + 10;
        return Math.max(rows.bottom(), lowest);
    }

    Span span(Piece piece) {
        return spans.of(piece);
    }

    /** How many bars stand side by side in a slot; 0 where it has none. */
    int bars(Slot slot) {
        return pieces.getOrDefault(slot, List.of()).stream()
                .filter(p -> p.form() == Form.BAR)
                .mapToInt(p -> barLanes.getOrDefault(p.id(), 0) + 1)
                .max()
                .orElse(0);
    }

    /** How many turns lie side by side before a slot. */
    int channels(Slot slot) {
        return strands.stream()
                .filter(s -> s.bends() && s.to().slot().equals(slot))
                .mapToInt(s -> s.channel() + 1)
                .max()
                .orElse(0);
    }
}
