package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import java.util.ArrayList;
import java.util.List;

/** Of two neighbours on one bridge only one has the other in its subnet: their prefix lengths differ. */
final class PrefixDiffers implements Check {

    @Override
    public String id() {
        return "prefix-differs";
    }

    @Override
    public Outcome judge(Scene scene) {
        List<Held> all = Held.all(scene);
        List<Trouble> troubles = new ArrayList<>();
        for (Held one : all) {
            List<Held> others = all.stream()
                    .filter(other -> other.bridge().equals(one.bridge())
                            && !other.owner().machine().equals(one.owner().machine())
                            && other.prefix() != one.prefix()
                            && (one.takesIn(other) || other.takesIn(one)))
                    .toList();
            long alike = all.stream()
                    .filter(other ->
                            other.bridge().equals(one.bridge()) && other.prefix() == one.prefix() && one.takesIn(other))
                    .count();
            // The few stand out; of two that differ each may be the one that is wrong.
            if (!others.isEmpty() && alike <= others.size()) {
                troubles.add(trouble(one, others.getFirst()));
            }
        }
        return all.isEmpty()
                ? Outcome.open(troubles, "no address on a node's bridge was seen", List.of())
                : Outcome.judged(troubles, all.size() + " addresses");
    }

    private static Trouble trouble(Held one, Held other) {
        List<dev.plumbline.evidence.Origin> evidence = new ArrayList<>();
        one.evidence().stream().limit(1).forEach(evidence::add);
        other.evidence().stream().limit(1).forEach(evidence::add);
        return new Trouble(
                Severity.WARNING,
                one.owner().ref() + " has " + one.ip() + "/" + one.prefix() + ", its neighbour "
                        + other.owner().ref() + " " + other.ip() + "/" + other.prefix(),
                List.of(one.where()),
                List.of(one.owner().ref()),
                "one asks for the other by ARP, the other sends to its router: answers take another way or none",
                "give both the subnet's prefix length",
                List.copyOf(evidence));
    }
}
