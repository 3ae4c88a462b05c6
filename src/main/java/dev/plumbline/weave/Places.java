package dev.plumbline.weave;

import dev.plumbline.evidence.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The outcome of placement: every placed scope, which pod runs which VM, and which place stands on which. */
public final class Places {

    private final SortedMap<Scope, Site> sites;
    private final List<Launcher> launchers;
    private final List<Tie> ties;
    private final Map<Scope, List<Tie>> byUpper = new HashMap<>();
    private final Map<Scope, List<Tie>> byLower = new HashMap<>();

    private Places(SortedMap<Scope, Site> sites, List<Launcher> launchers, List<Tie> ties) {
        this.sites = sites;
        this.launchers = launchers;
        this.ties = List.copyOf(ties);
        for (Tie tie : ties) {
            byUpper.computeIfAbsent(tie.upper(), _ -> new ArrayList<>()).add(tie);
            byLower.computeIfAbsent(tie.lower(), _ -> new ArrayList<>()).add(tie);
        }
    }

    static Places of(SortedMap<Scope, Site> sites, List<Launcher> launchers, List<Tie> ties) {
        return new Places(sites, launchers, ties);
    }

    /** Every placed scope with what was seen there, sorted. */
    public SortedMap<Scope, Site> sites() {
        return sites;
    }

    List<Launcher> launchers() {
        return launchers;
    }

    /** All ties, guests' first. */
    public List<Tie> ties() {
        return ties;
    }

    Optional<Site> site(Scope scope) {
        return Optional.ofNullable(sites.get(scope));
    }

    /** The ties of a place to the one below it. */
    List<Tie> below(Tie.Sort sort, Scope upper) {
        return byUpper.getOrDefault(upper, List.of()).stream()
                .filter(tie -> tie.sort() == sort)
                .toList();
    }

    /** The ties of a place to the one above it. */
    List<Tie> above(Tie.Sort sort, Scope lower) {
        return byLower.getOrDefault(lower, List.of()).stream()
                .filter(tie -> tie.sort() == sort)
                .toList();
    }
}
