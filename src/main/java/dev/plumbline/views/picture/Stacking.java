package dev.plumbline.views.picture;

import java.util.ArrayList;
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
     * Middles in the given order, which is kept.
     *
     * @param items by wished middle, ascending
     * @param air least distance between two
     * @param least top of the highest
     */
    static List<Double> apart(List<Item> items, double air, double least) {
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
