package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Origin;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares things that a place may hold several of: addresses, routes, ports. One that left and one that came are one
 * difference.
 *
 * @param missingA what the left side says of one that it does not show
 * @param missingB the same of the right side
 */
record Sets(Ledger ledger, Said missingA, Said missingB) {

    void compare(Thing thing, SortedMap<String, List<Origin>> left, SortedMap<String, List<Origin>> right) {
        SortedMap<String, List<Origin>> onlyA = new TreeMap<>(left);
        SortedMap<String, List<Origin>> onlyB = new TreeMap<>(right);
        onlyA.keySet().removeAll(right.keySet());
        onlyB.keySet().removeAll(left.keySet());
        left.keySet().stream()
                .filter(right::containsKey)
                .forEach(value -> ledger.compare(thing, is(value, left), is(value, right)));
        if (onlyA.size() == 1
                && onlyB.size() == 1
                && missingA instanceof Said.IsNot
                && missingB instanceof Said.IsNot) {
            ledger.compare(thing, is(onlyA.firstKey(), onlyA), is(onlyB.firstKey(), onlyB));
            return;
        }
        onlyA.keySet().forEach(value -> ledger.compare(thing, is(value, onlyA), missingB));
        onlyB.keySet().forEach(value -> ledger.compare(thing, missingA, is(value, onlyB)));
    }

    private static Said is(String value, SortedMap<String, List<Origin>> all) {
        return new Said.Is(value, all.getOrDefault(value, List.of()));
    }
}
