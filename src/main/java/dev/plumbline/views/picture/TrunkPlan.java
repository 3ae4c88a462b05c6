package dev.plumbline.views.picture;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.views.picture.BlockPlan.Span;
import dev.plumbline.views.picture.Column.Slot;
import dev.plumbline.views.picture.Drawing.Form;
import dev.plumbline.views.picture.Piece.Strand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Places what stands behind the bridges. Behind a tall box every lane keeps its own strand down to the shared NIC;
 * behind a bar, which many machines use, one strand a network is enough and leaves the bar where it is wanted, so that it
 * needs no turn.
 */
final class TrunkPlan {

    private static final double AIR = 16;
    /** From a box to a line that passes it, px. */
    private static final double CLEAR = 8;

    private final List<Lane> lanes;
    private final RowPlan rows;
    private final Map<Slot, List<Piece>> pieces;
    private final Spans spans;
    private final List<Span> taken = new ArrayList<>();
    private final Map<Integer, End> ends = new HashMap<>();

    TrunkPlan(List<Lane> lanes, RowPlan rows, Map<Slot, List<Piece>> pieces, Spans spans) {
        this.lanes = lanes;
        this.rows = rows;
        this.pieces = pieces;
        this.spans = spans;
    }

    /**
     * How far a lane is placed.
     *
     * @param y where it leaves the piece, px
     */
    private record End(Piece piece, double y) {}

    /** The strands into everything placed here; adds its spans. */
    List<Strand> place() {
        List<Strand> all = new ArrayList<>();
        for (List<Piece> column : pieces.values()) {
            List<Arrival> arriving = new ArrayList<>();
            for (Piece piece : column) {
                if (piece.form() == Form.COMPACT) {
                    arriving.add(new Arrival(piece, bundles(piece)));
                }
            }
            settle(arriving, passing(column));
            arriving.forEach(arrival -> all.addAll(tie(arrival.piece(), arrival.bundles())));
            for (Piece piece : column) {
                if (piece.form() != Form.COMPACT) {
                    piece.lanes().forEach(lane -> ends.put(lane.number(), new End(piece, rows.at(lane))));
                }
            }
        }
        return all;
    }

    /** Lanes that arrive as one line. */
    private record Bundle(Piece from, Verdict verdict, List<Lane> lanes, double leaves) {

        boolean free() {
            return from.form() == Form.BAR;
        }
    }

    private record Arrival(Piece piece, List<Bundle> bundles) {

        double height() {
            return piece.height(bundles.size());
        }

        /** Whether a bar feeds it. */
        boolean fed() {
            return bundles.stream().anyMatch(Bundle::free);
        }

        /** Where it would like to be. */
        double middle() {
            double low = bundles.stream().mapToDouble(Bundle::leaves).min().orElse(0);
            return (low + bundles.stream().mapToDouble(Bundle::leaves).max().orElse(0)) / 2;
        }
    }

    private List<Bundle> bundles(Piece piece) {
        Map<List<Object>, Bundle> groups = new LinkedHashMap<>();
        for (int i = 0; i < piece.lanes().size(); i++) {
            Lane lane = piece.lanes().get(i);
            Verdict verdict = piece.stations().get(i).verdict();
            Optional.ofNullable(ends.get(lane.number())).ifPresent(end -> {
                // Behind a bar the bundles stay bundles down to the switch: they leave one place together.
                boolean bar = end.piece().form() == Form.BAR;
                double leaves = bar ? spans.of(end.piece()).middle() : end.y();
                List<Object> key = List.of(end.piece().id(), lane.ink(), verdict, leaves);
                groups.computeIfAbsent(key, _ -> new Bundle(end.piece(), verdict, new ArrayList<>(), leaves))
                        .lanes()
                        .add(lane);
            });
        }
        List<Bundle> bundles = new ArrayList<>(groups.values());
        bundles.sort(Comparator.comparingDouble(Bundle::leaves)
                .thenComparing(b -> b.lanes().getFirst().ink())
                .thenComparing(Bundle::verdict));
        return bundles;
    }

    /** Heights of the lines that only pass this column. */
    private List<Double> passing(List<Piece> column) {
        Slot slot = column.getFirst().slot();
        Set<Integer> here = column.stream()
                .flatMap(p -> p.lanes().stream())
                .map(Lane::number)
                .collect(Collectors.toSet());
        List<Double> heights = new ArrayList<>();
        for (Lane lane : lanes) {
            if (!here.contains(lane.number())
                    && !lane.stations().isEmpty()
                    && lane.last().slot().compareTo(slot) > 0) {
                Optional.ofNullable(ends.get(lane.number()))
                        .filter(end -> end.piece().form() != Form.BAR)
                        .ifPresent(end -> heights.add(end.y()));
            }
        }
        return heights;
    }

    /** What hangs on lines goes near them; what bars feed goes where room is left, for a bar can feed it anywhere. */
    private void settle(List<Arrival> arriving, List<Double> passing) {
        List<Arrival> bound = arriving.stream()
                .filter(a -> !a.fed())
                .sorted(Comparator.comparingDouble(Arrival::middle)
                        .thenComparing(a -> a.piece().id()))
                .toList();
        List<Stacking.Item> items = bound.stream()
                .map(a -> new Stacking.Item(a.middle(), a.height()))
                .toList();
        List<Double> middles = Stacking.apart(items, AIR, CLEAR, rows.top() + RowPlan.HEADER, passing);
        for (int i = 0; i < bound.size(); i++) {
            set(bound.get(i), middles.get(i));
        }
        for (Arrival arrival : arriving) {
            if (arrival.fed()) {
                set(arrival, between(arrival.middle(), arrival.height(), passing));
            }
        }
    }

    private void set(Arrival arrival, double middle) {
        Span span = Span.around(middle, arrival.height());
        spans.put(arrival.piece(), span);
        taken.add(span);
    }

    /** The free height between two rows that is nearest to the bars' middle: there no lane's line is in the way. */
    private double between(double middle, double height, List<Double> passing) {
        List<Double> ys = rows.y().values().stream().sorted().toList();
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < ys.size(); i++) {
            gaps.add((ys.get(i - 1) + ys.get(i)) / 2);
        }
        double beneath = ys.getLast() + 29;
        gaps.add(beneath);
        gaps.sort(Comparator.<Double>comparingDouble(y -> Math.abs(y - middle)).thenComparing(y -> y));
        for (double y : gaps) {
            Span span = Span.around(y, height);
            boolean crossed = passing.stream().anyMatch(p -> span.meets(new Span(p, p), CLEAR));
            if (!crossed && taken.stream().noneMatch(other -> other.meets(span, AIR))) {
                return y;
            }
        }
        double lowest = taken.stream().mapToDouble(Span::bottom).max().orElse(beneath);
        return lowest + AIR + height / 2;
    }

    private List<Strand> tie(Piece piece, List<Bundle> bundles) {
        double middle = spans.of(piece).middle();
        piece.lanes().forEach(lane -> ends.put(lane.number(), new End(piece, middle)));
        List<Strand> strands = new ArrayList<>();
        for (int i = 0; i < bundles.size(); i++) {
            Bundle bundle = bundles.get(i);
            double to = middle + (i - (bundles.size() - 1) / 2.0) * Piece.PITCH;
            double from = bundle.free() ? to : bundle.leaves();
            strands.add(new Strand(bundle.from(), piece, bundle.lanes(), bundle.verdict(), from, to, 0));
            bundle.lanes().forEach(lane -> ends.put(lane.number(), new End(piece, to)));
        }
        return strands;
    }
}
