package dev.plumbline.weave;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.FactSet;
import dev.plumbline.topology.DeviceId;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every step that the judge decides on, whether a walk takes it or not. For tests of the laws. */
public final class Verdicts {

    /** From one device to another. */
    public record Way(DeviceId from, DeviceId to) implements Comparable<Way> {
        @Override
        public int compareTo(Way other) {
            int byFrom = from.compareTo(other.from);
            return byFrom != 0 ? byFrom : to.compareTo(other.to);
        }

        @Override
        public String toString() {
            return from + " > " + to;
        }
    }

    /** @param rule the join rule's id @param evidence its lines */
    public record Said(Verdict verdict, String rule, List<String> evidence) {}

    private final SortedMap<Way, Said> steps = new TreeMap<>();

    private Verdicts() {}

    public static Verdicts of(Collection<? extends Fact> facts) {
        Verdicts verdicts = new Verdicts();
        Places places = Placer.place(FactSet.of(facts));
        Judgement judgement = Judge.judge(Weaver.claims(places));
        judgement.steps().forEach((from, all) -> all.forEach(step -> {
            verdicts.put(new Way(from, step.to()), step);
            step.candidates().forEach(other -> verdicts.put(new Way(from, other.device()), step));
        }));
        return verdicts;
    }

    private void put(Way way, Judged step) {
        Said said = new Said(step.verdict(), step.rule(), step.evidence().stream().map(Object::toString).toList());
        steps.merge(way, said, (a, b) -> a.verdict().compareTo(b.verdict()) <= 0 ? a : b);
    }

    public SortedMap<Way, Said> all() {
        return steps;
    }

    public List<Way> proven() {
        return steps.entrySet().stream().filter(entry -> entry.getValue().verdict() == Verdict.PROVEN).map(java.util.Map.Entry::getKey).toList();
    }

    /** Proven here, or contradicted out of the same device or into the same one. */
    public boolean upholds(Way way) {
        Said said = steps.get(way);
        return said != null && said.verdict() == Verdict.PROVEN
                || steps.entrySet().stream()
                        .anyMatch(entry -> entry.getValue().verdict() == Verdict.CONTRADICTED
                                && (entry.getKey().from().equals(way.from()) || entry.getKey().to().equals(way.to())));
    }
}
