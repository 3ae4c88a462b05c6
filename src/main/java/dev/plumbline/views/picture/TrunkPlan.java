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

/**
 * Places what stands behind the bridges. Behind a tall box every lane keeps its own strand down to the shared NIC; behind
 * a bar, which many machines use, one strand a network is enough and leaves the bar where it is wanted, so it needs no turn.
 */
final class TrunkPlan {

    private static final double AIR = 16;

    private final RowPlan rows;
    private final Map<Slot, List<Piece>> pieces;
    private final Map<Integer, Span> spans;
    private final List<Span> taken = new ArrayList<>();
    /** Where each lane leaves the last piece placed on it. */
    private final Map<Integer, Double> exit = new HashMap<>();
    private final Map<Integer, Piece> last = new HashMap<>();

    TrunkPlan(RowPlan rows, Map<Slot, List<Piece>> pieces, Map<Integer, Span> spans) {
        this.rows = rows;
        this.pieces = pieces;
        this.spans = spans;
    }

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
            settle(arriving);
            arriving.forEach(arrival -> all.addAll(tie(arrival.piece(), arrival.bundles())));
            for (Piece piece : column) {
                piece.lanes().forEach(lane -> last.put(lane.number(), piece));
                if (piece.form() != Form.COMPACT) {
                    piece.lanes().forEach(lane -> exit.put(lane.number(), rows.at(lane)));
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
    }

    private List<Bundle> bundles(Piece piece) {
        Map<List<Object>, List<Lane>> groups = new LinkedHashMap<>();
        for (int i = 0; i < piece.lanes().size(); i++) {
            Lane lane = piece.lanes().get(i);
            Piece from = last.get(lane.number());
            if (from != null) {
                // Behind a bar the bundles stay bundles down to the switch: they leave one place together.
                Object own = from.form() == Form.BAR ? lane.ink() : exit.getOrDefault(lane.number(), 0.0);
                List<Object> key = List.of(from.id(), lane.ink(), piece.stations().get(i).verdict(), own);
                groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(lane);
            }
        }
        List<Bundle> bundles = new ArrayList<>();
        groups.forEach((key, lanes) -> {
            Piece from = last.get(lanes.getFirst().number());
            double leaves = from.form() == Form.BAR
                    ? spans.get(from.id()).middle()
                    : exit.getOrDefault(lanes.getFirst().number(), 0.0);
            bundles.add(new Bundle(from, (Verdict) key.get(2), lanes, leaves));
        });
        bundles.sort(Comparator.comparingDouble(Bundle::leaves)
                .thenComparing(b -> b.lanes().getFirst().ink())
                .thenComparing(Bundle::verdict));
        return bundles;
    }

    private void settle(List<Arrival> arriving) {
        Map<Integer, Double> wished = new HashMap<>();
        for (Arrival arrival : arriving) {
            List<Bundle> bundles = arrival.bundles();
            double low = bundles.stream().mapToDouble(Bundle::leaves).min().orElse(rows.top());
            double high = bundles.stream().mapToDouble(Bundle::leaves).max().orElse(rows.top());
            double middle = (low + high) / 2;
            boolean free = !bundles.isEmpty() && bundles.stream().allMatch(Bundle::free);
            wished.put(arrival.piece().id(), free ? between(middle, arrival.height()) : middle);
        }
        List<Arrival> order = arriving.stream()
                .sorted(Comparator.<Arrival>comparingDouble(a -> wished.get(a.piece().id()))
                        .thenComparing(a -> a.piece().id()))
                .toList();
        List<Stacking.Item> items = order.stream()
                .map(a -> new Stacking.Item(wished.get(a.piece().id()), a.height()))
                .toList();
        List<Double> middles = Stacking.apart(items, AIR, rows.top() + RowPlan.HEADER);
        for (int i = 0; i < order.size(); i++) {
            spans.put(order.get(i).piece().id(), Span.around(middles.get(i), items.get(i).height()));
        }
    }

    /** The free height between two rows that is nearest to the bars' middle: there no lane's line is in the way. */
    private double between(double middle, double height) {
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
            if (taken.stream().noneMatch(other -> other.meets(span, AIR))) {
                taken.add(span);
                return y;
            }
        }
        double lowest = taken.stream().mapToDouble(Span::bottom).max().orElse(beneath);
        taken.add(new Span(lowest + AIR, lowest + AIR + height));
        return lowest + AIR + height / 2;
    }

    private List<Strand> tie(Piece piece, List<Bundle> bundles) {
        double middle = spans.get(piece.id()).middle();
        List<Strand> strands = new ArrayList<>();
        for (int i = 0; i < bundles.size(); i++) {
            Bundle bundle = bundles.get(i);
            double to = middle + (i - (bundles.size() - 1) / 2.0) * Piece.PITCH;
            double from = bundle.free() ? to : bundle.leaves();
            strands.add(new Strand(bundle.from(), piece, bundle.lanes(), bundle.verdict(), from, to, 0));
            bundle.lanes().forEach(lane -> exit.put(lane.number(), to));
        }
        return strands;
    }
}
