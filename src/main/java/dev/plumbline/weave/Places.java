package dev.plumbline.weave;

import dev.plumbline.evidence.Scope;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The outcome of placement.
 *
 * @param sites every placed scope with what was seen there
 * @param launchers which pod runs which VM
 * @param ties which place stands on which
 */
public record Places(SortedMap<Scope, Site> sites, List<Launcher> launchers, List<Tie> ties) {

    Optional<Site> site(Scope scope) {
        return Optional.ofNullable(sites.get(scope));
    }

    /** The ties of a place to the one below it. */
    List<Tie> below(Tie.Sort sort, Scope upper) {
        return ties.stream().filter(tie -> tie.sort() == sort && tie.upper().equals(upper)).toList();
    }

    /** The ties of a place to the one above it. */
    List<Tie> above(Tie.Sort sort, Scope lower) {
        return ties.stream().filter(tie -> tie.sort() == sort && tie.lower().equals(lower)).toList();
    }
}
