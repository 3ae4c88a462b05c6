package dev.plumbline.answers.diff;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The answer of {@code diff}.
 *
 * @param a the left side's name
 * @param b the right side's name
 * @param plannedA whether the left side foretells: its evidence are then lines of manifests
 * @param plannedB the same of the right side
 * @param items by object
 * @param unseen by object
 * @param agreed how much of each object was compared and is the same, by object
 * @param builtInstead what a lab accounts for, by object: no differences
 */
public record DiffAnswer(
        String a,
        String b,
        boolean plannedA,
        boolean plannedB,
        List<Difference> items,
        List<Unseen> unseen,
        SortedMap<String, Integer> agreed,
        List<Accounted> builtInstead) {

    public DiffAnswer {
        items = List.copyOf(items);
        unseen = List.copyOf(unseen);
        builtInstead = List.copyOf(builtInstead);
        agreed = Collections.unmodifiableSortedMap(new TreeMap<>(agreed));
    }

    /** The same of one namespace: its machines and networks. */
    public DiffAnswer only(String namespace) {
        Predicate<String> inside = object ->
                Stream.of("vm/", "pod/", "network/").anyMatch(kind -> object.startsWith(kind + namespace + "/"));
        SortedMap<String, Integer> same = new TreeMap<>(agreed);
        same.keySet().removeIf(inside.negate());
        return new DiffAnswer(
                a,
                b,
                plannedA,
                plannedB,
                items.stream().filter(item -> inside.test(item.object())).toList(),
                unseen.stream().filter(item -> inside.test(item.object())).toList(),
                same,
                builtInstead.stream().filter(one -> inside.test(one.object())).toList());
    }

    /** How many statements are the same on both sides. */
    public int equal() {
        return agreed.values().stream().mapToInt(Integer::intValue).sum();
    }
}
