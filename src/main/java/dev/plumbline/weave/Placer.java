package dev.plumbline.weave;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Attachment;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.FactSet;
import dev.plumbline.facts.VmNic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs the placement rules, before any join: which scopes are one place, and which place stands on which. */
final class Placer {

    private final FactSet facts;
    private final Resolver resolver;
    private final ApiIndex api;

    private Placer(FactSet facts) {
        this.facts = facts;
        this.resolver = new Resolver(facts);
        this.api = new ApiIndex(facts);
    }

    static Places place(FactSet facts) {
        return new Placer(facts).place();
    }

    private Places place() {
        SortedMap<Scope, Site> sites = sites(Map.of());
        Launchers launchers = new Launchers(Roster.launchers(sites.values(), facts, resolver));
        List<Tie> guests = new GuestPlacing(launchers).ties(sites.values());

        Map<Scope, Scope> renamed = guestsOfHosts(guests, launchers);
        sites.values().stream()
                .filter(site -> site.is(Scope.Kind.HOST) && site.looksLikeNode() && !renamed.containsKey(site.scope()))
                .forEach(site -> renamed.put(
                        site.scope(),
                        Scope.node(site.scope().name()).inCluster(site.scope().cluster())));
        SortedMap<Scope, Site> placed = renamed.isEmpty() ? sites : sites(renamed);
        Launchers settled =
                renamed.isEmpty() ? launchers : new Launchers(Roster.launchers(placed.values(), facts, resolver));
        List<Tie> ties = new ArrayList<>();
        for (Tie tie : guests) {
            Scope upper = renamed.getOrDefault(tie.upper(), tie.upper());
            ties.add(
                    new Tie(tie.sort(), upper, tie.lower(), tie.verdict(), tie.rule(), tie.evidence(), tie.premises()));
        }
        ties.addAll(new NodePlacing(resolver, settled, api).ties(placed.values()));
        return Places.of(placed, settled.all(), ties);
    }

    /** A host that is tied to launchers of one VM only is that VM's guest; tied to two, it stays what it was called. */
    private static Map<Scope, Scope> guestsOfHosts(Collection<Tie> ties, Launchers launchers) {
        Map<Scope, SortedSet<VmKey>> vms = new HashMap<>();
        for (Tie tie : ties) {
            launchers.at(tie.lower()).stream()
                    .filter(launcher -> launcher.verdict() != Verdict.UNKNOWN)
                    .forEach(launcher -> vms.computeIfAbsent(tie.upper(), _ -> new TreeSet<>())
                            .add(launcher.vm()));
        }
        Map<Scope, Scope> guests = new HashMap<>();
        vms.forEach((host, keys) -> {
            if (keys.size() == 1) {
                guests.put(host, keys.first().guest());
            }
        });
        return guests;
    }

    /** What the API says of a pod or a VM belongs to that pod or guest, wherever it was asked. */
    private static Scope spokenOf(Fact fact) {
        String cluster = fact.scope().cluster();
        return switch (fact) {
            case Attachment attachment ->
                Scope.pod(attachment.namespace(), attachment.pod()).inCluster(cluster);
            case VmNic nic -> Scope.guest(nic.namespace(), nic.vm()).inCluster(cluster);
            default -> fact.scope();
        };
    }

    private SortedMap<Scope, Site> sites(Map<Scope, Scope> renamed) {
        SortedMap<Scope, List<Fact>> byScope = new TreeMap<>();
        for (Fact fact : facts.all()) {
            Scope settled = resolver.settle(spokenOf(fact));
            byScope.computeIfAbsent(renamed.getOrDefault(settled, settled), _ -> new ArrayList<>())
                    .add(fact);
        }
        SortedMap<Scope, Site> sites = new TreeMap<>();
        byScope.forEach((scope, seen) -> sites.put(scope, new Site(scope, Incarnations.current(seen))));
        return sites;
    }
}
