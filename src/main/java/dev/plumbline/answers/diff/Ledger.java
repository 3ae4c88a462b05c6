package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes down what both sides say of each thing: the same, not the same, or not to be told. */
final class Ledger {

    private final Side a;
    private final Side b;
    private final StandIns standIns;
    private final List<Entry> entries = new ArrayList<>();
    private final SortedSet<Accounted> accounted = new TreeSet<>(Accounted.ORDER);
    private final SortedSet<Unseen> unseen = new TreeSet<>(Unseen.ORDER);
    private final SortedMap<String, Integer> agreed = new TreeMap<>();

    Ledger(Side a, Side b) {
        this.a = a;
        this.b = b;
        this.standIns = StandIns.of(a, b);
    }

    /** Both say something, and not the same; what follows from what is told later. */
    record Entry(Thing thing, String a, String b, List<Origin> evidenceA, List<Origin> evidenceB) {}

    /** Whether the sides agree as far as they show it. */
    boolean compare(Thing thing, Said left, Said right) {
        return switch (new Both(left, right)) {
            case Both(Said.Is one, Said.Is other)
            when one.value().equals(other.value()) -> {
                agreed.merge(thing.object(), 1, Integer::sum);
                yield true;
            }
            case Both(Said.Is one, Said.Is other) ->
                differ(thing, one.value(), other.value(), one.evidence(), other.evidence());
            case Both(Said.Is one, Said.IsNot not) -> differ(thing, one.value(), "", one.evidence(), not.evidence());
            case Both(Said.IsNot not, Said.Is other) ->
                differ(thing, "", other.value(), not.evidence(), other.evidence());
            case Both(Said.Is one, Said.NotShown not) -> unseen(thing, one.value(), b.name(), not);
            case Both(Said.NotShown not, Said.Is other) -> unseen(thing, other.value(), a.name(), not);
            default -> true;
        };
    }

    private record Both(Said left, Said right) {}

    private boolean differ(Thing thing, String left, String right, List<Origin> evidenceA, List<Origin> evidenceB) {
        Optional<String> why = standIns.why(thing, left, right);
        if (why.isPresent()) {
            accounted.add(new Accounted(thing.object(), thing.what(), left, right, why.get()));
            return true;
        }
        entries.add(new Entry(thing, left, right, evidenceA, evidenceB));
        return false;
    }

    private boolean unseen(Thing thing, String known, String side, Said.NotShown not) {
        unseen.add(new Unseen(thing.object(), thing.what(), known, side, not.why(), not.command()));
        return true;
    }

    DiffAnswer answer() {
        return new DiffAnswer(
                a.name(),
                b.name(),
                a.planned(),
                b.planned(),
                Folding.fold(entries),
                List.copyOf(unseen),
                agreed,
                List.copyOf(accounted));
    }
}
