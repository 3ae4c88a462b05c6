package dev.plumbline.weave;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.FactSet;
import dev.plumbline.topology.DeviceId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every step that the judge decides on, whether a walk takes it or not. For tests of the laws. */
public final class Verdicts {

    /**
     * From one device to another.
     *
     * @param fromScopes what the outputs themselves call the first device's place: more evidence may give it a better name
     * @param toScopes the same of the second
     */
    public record Way(DeviceId from, Set<Scope> fromScopes, DeviceId to, Set<Scope> toScopes) {

        boolean sameStart(Way other) {
            return same(from, fromScopes, other.from, other.fromScopes);
        }

        boolean sameEnd(Way other) {
            return same(to, toScopes, other.to, other.toScopes);
        }

        private static boolean same(DeviceId one, Set<Scope> ones, DeviceId other, Set<Scope> others) {
            return one.name().equals(other.name())
                    && (one.scope().equals(other.scope()) || !Collections.disjoint(ones, others));
        }

        @Override
        public String toString() {
            return from + " > " + to;
        }
    }

    /** @param rule the join rule's id @param evidence its lines */
    public record Said(Verdict verdict, String rule, List<String> evidence) {}

    private final SortedMap<String, Way> ways = new TreeMap<>();
    private final Map<Way, Said> steps = new HashMap<>();

    private Verdicts() {}

    public static Verdicts of(Collection<? extends Fact> facts) {
        Verdicts verdicts = new Verdicts();
        Places places = Placer.place(FactSet.of(facts));
        Map<Scope, Set<Scope>> called = new HashMap<>();
        places.sites().forEach((scope, site) -> called.put(scope, called(site)));
        Judge.judge(Weaver.claims(places))
                .steps()
                .forEach((from, all) -> all.forEach(step -> {
                    verdicts.put(way(from, step.to(), called), step);
                    step.candidates().forEach(other -> verdicts.put(way(from, other.device(), called), step));
                }));
        return verdicts;
    }

    @SuppressWarnings("unchecked")
    private static Set<Scope> called(Site site) {
        return Arrays.stream(Fact.class.getPermittedSubclasses())
                .flatMap(type -> site.all((Class<? extends Fact>) type).stream())
                .map(Fact::scope)
                .filter(scope -> !scope.is(Scope.Kind.CLUSTER))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Way way(DeviceId from, DeviceId to, Map<Scope, Set<Scope>> called) {
        return new Way(
                from, called.getOrDefault(from.scope(), Set.of()), to, called.getOrDefault(to.scope(), Set.of()));
    }

    private void put(Way way, Judged step) {
        ways.put(way.toString(), way);
        Said said = new Said(
                step.verdict(),
                step.rule(),
                step.evidence().stream().map(Object::toString).toList());
        steps.merge(way, said, (a, b) -> a.verdict().compareTo(b.verdict()) <= 0 ? a : b);
    }

    /** All steps, sorted. */
    public Collection<Way> all() {
        return ways.values();
    }

    public Said said(Way way) {
        return steps.get(way);
    }

    public List<Way> proven() {
        return ways.values().stream()
                .filter(way -> said(way).verdict() == Verdict.PROVEN)
                .toList();
    }

    /** Proven here, or contradicted out of the same device or into the same one. */
    public boolean upholds(Way way) {
        return ways.values().stream().anyMatch(own -> switch (said(own).verdict()) {
            case PROVEN -> own.sameStart(way) && own.sameEnd(way);
            case CONTRADICTED -> own.sameStart(way) || own.sameEnd(way);
            default -> false;
        });
    }
}
