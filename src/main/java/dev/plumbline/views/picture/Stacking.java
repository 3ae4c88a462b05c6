package dev.plumbline.views.picture;

import dev.plumbline.views.picture.BlockPlan.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Moves boxes of one column apart, each as little as its neighbours allow. */
final class Stacking {

    private Stacking() {}

    /** @param middle where it would like to be; both in px */
    record Item(double middle, double height) {}

    private record Cluster(double top, double height, List<Item> items) {

        double bottom() {
            return top + height;
        }
    }

    /**
     * Middles in the given order. It is kept where no line passes.
     *
     * @param items by wished middle, ascending
     * @param air least distance between two
     * @param clear least distance to a line that passes
     * @param least top of the highest
     * @param passing heights of lines that no box may lie on
     */
    static List<Double> apart(List<Item> items, double air, double clear, double least, List<Double> passing) {
        List<Double> close = close(items, air, least);
        for (int i = 0; i < items.size(); i++) {
            Span span = Span.around(close.get(i), items.get(i).height());
            if (passing.stream().anyMatch(p -> span.meets(new Span(p, p), clear))) {
                return between(items, air, clear, least, passing);
            }
        }
        return close;
    }

    /** Each in its turn to the nearest place that is free of lines and of those before it. */
    private static List<Double> between(
            List<Item> items, double air, double clear, double least, List<Double> passing) {
        List<Double> middles = new ArrayList<>();
        List<Span> taken = new ArrayList<>();
        for (Item item : items) {
            double half = item.height() / 2;
            List<Double> places = new ArrayList<>(List.of(item.middle(), least + half));
            passing.forEach(p -> places.addAll(List.of(p - clear - half, p + clear + half)));
            taken.forEach(t -> places.addAll(List.of(t.top() - air - half, t.bottom() + air + half)));
            double middle = places.stream()
                    .filter(y -> y - half >= least - 0.01)
                    .filter(y -> free(Span.around(y, item.height() - 0.02), air, clear, passing, taken))
                    .min(Comparator.<Double>comparingDouble(y -> Math.abs(y - item.middle()))
                            .thenComparing(Comparator.naturalOrder()))
                    .orElseThrow();
            middles.add(middle);
            taken.add(Span.around(middle, item.height()));
        }
        return middles;
    }

    private static boolean free(Span span, double air, double clear, List<Double> passing, List<Span> taken) {
        return passing.stream().noneMatch(p -> span.meets(new Span(p, p), clear))
                && taken.stream().noneMatch(t -> span.meets(t, air));
    }

    private static List<Double> close(List<Item> items, double air, double least) {
        List<Cluster> clusters = new ArrayList<>();
        for (Item item : items) {
            Cluster cluster = cluster(List.of(item), air, least);
            while (!clusters.isEmpty() && clusters.getLast().bottom() + air > cluster.top()) {
                List<Item> joined = new ArrayList<>(clusters.removeLast().items());
                joined.addAll(cluster.items());
                cluster = cluster(joined, air, least);
            }
            clusters.add(cluster);
        }
        List<Double> middles = new ArrayList<>();
        for (Cluster cluster : clusters) {
            double top = cluster.top();
            for (Item item : cluster.items()) {
                middles.add(top + item.height() / 2);
                top += item.height() + air;
            }
        }
        return middles;
    }

    /** Boxes that touch each other, where the mean of their moves is nothing. */
    private static Cluster cluster(List<Item> items, double air, double least) {
        double height = -air;
        double shift = 0;
        for (Item item : items) {
            height += air;
            shift += item.middle() - (height + item.height() / 2);
            height += item.height();
        }
        return new Cluster(Math.max(least, shift / items.size()), height, items);
    }
}
