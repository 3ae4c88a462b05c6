package dev.plumbline.answers.diff;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.diff.Ledger.Entry;
import dev.plumbline.evidence.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** One drift is one line: what several devices of a path tell alike is told once, and what follows from another difference under it. */
final class Folding {

    /** Enough for a reader to check; a NIC missing on one side takes twenty statements with it. */
    private static final int SHOWN = 4;

    private Folding() {}

    static List<Difference> fold(Collection<Entry> entries) {
        SortedMap<String, List<Entry>> alike = new TreeMap<>();
        entries.forEach(entry ->
                alike.computeIfAbsent(key(entry), _ -> new ArrayList<>()).add(entry));
        List<Entry> causes = new ArrayList<>();
        alike.values().forEach(same -> causes.add(same.getFirst()));
        Causes tellers = new Causes(causes);
        Map<String, SortedSet<String>> follows = new TreeMap<>();
        Map<String, SortedSet<String>> affected = new TreeMap<>();
        List<Entry> told = new ArrayList<>();
        for (Entry entry : causes) {
            Optional<Entry> cause = tellers.of(entry);
            if (cause.isPresent()) {
                follows.computeIfAbsent(key(cause.get()), _ -> new TreeSet<>()).add(words(entry));
                affected.computeIfAbsent(key(cause.get()), _ -> new TreeSet<>())
                        .addAll(entry.thing().affects());
            } else {
                told.add(entry);
            }
        }
        return told.stream()
                .map(entry -> difference(
                        alike.getOrDefault(key(entry), List.of(entry)),
                        follows.getOrDefault(key(entry), new TreeSet<>()),
                        affected.getOrDefault(key(entry), new TreeSet<>())))
                .sorted(Difference.ORDER)
                .toList();
    }

    private static String key(Entry entry) {
        return String.join("\0", entry.thing().object(), entry.thing().what(), entry.a(), entry.b());
    }

    private static String words(Entry entry) {
        return entry.thing().object() + " " + entry.thing().what() + ": " + or(entry.a()) + " > " + or(entry.b());
    }

    private static String or(String value) {
        return value.isEmpty() ? "-" : value;
    }

    private static Difference difference(List<Entry> same, SortedSet<String> follows, SortedSet<String> alsoAffected) {
        Entry first = same.getFirst();
        SortedSet<String> affects = new TreeSet<>(alsoAffected);
        same.forEach(entry -> affects.addAll(entry.thing().affects()));
        return new Difference(
                first.thing().object(),
                first.thing().what(),
                first.a(),
                first.b(),
                severity(first),
                same.stream()
                        .map(entry -> entry.thing().place())
                        .filter(place -> !place.isEmpty())
                        .distinct()
                        .toList(),
                List.copyOf(affects),
                List.copyOf(follows),
                origins(same, Entry::evidenceA),
                origins(same, Entry::evidenceB));
    }

    private static List<Origin> origins(List<Entry> same, Function<Entry, List<Origin>> side) {
        return same.stream()
                .flatMap(entry -> side.apply(entry).stream())
                .distinct()
                .sorted()
                .limit(SHOWN)
                .toList();
    }

    /** What cuts or misleads frames is an error; what is too much, or only bears another name, is not. */
    private static Severity severity(Entry entry) {
        return switch (entry.thing().what()) {
            case "guest name", "tap", "node", "nodes", "type", "state", "binding" -> Severity.WARNING;
            default -> entry.a().isEmpty() ? Severity.WARNING : Severity.ERROR;
        };
    }
}
