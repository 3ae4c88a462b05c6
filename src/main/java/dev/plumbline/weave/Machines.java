package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.facts.FactSet;
import dev.plumbline.facts.PodSeen;
import dev.plumbline.facts.VmSeen;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Machine.Placement;
import dev.plumbline.topology.Nic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts VMs together: their launchers with roles, and their NICs. */
final class Machines {

    private final Places places;
    private final FactSet facts;
    private final ApiIndex api;
    private final VmNics nics;

    Machines(Places places, Judgement judgement, FactSet facts) {
        this.places = places;
        this.facts = facts;
        this.api = new ApiIndex(facts);
        this.nics = new VmNics(places, judgement, facts);
    }

    /** Every VM of which anything was seen, by namespace and name. */
    List<Machine> all() {
        SortedMap<VmKey, List<Launcher>> vms = new TreeMap<>();
        places.launchers()
                .forEach(launcher -> vms.computeIfAbsent(launcher.vm(), _ -> new ArrayList<>())
                        .add(launcher));
        for (Site site : places.sites().values()) {
            boolean alone =
                    places.below(Tie.Sort.GUEST_ON_LAUNCHER, site.scope()).isEmpty();
            boolean namesake = !api.vms(site.scope().name()).isEmpty();
            if (site.is(Scope.Kind.GUEST)
                    || (site.is(Scope.Kind.HOST) && alone && !namesake && VmNics.looksLikeGuest(site))) {
                VmKey key = new VmKey(
                        site.scope().cluster(),
                        site.scope().namespace(),
                        site.scope().name());
                vms.computeIfAbsent(key, _ -> new ArrayList<>());
            }
        }
        Set<String> names = vms.keySet().stream().map(VmKey::name).collect(Collectors.toCollection(HashSet::new));
        for (VmSeen seen : facts.all(VmSeen.class)) {
            // A row that names no namespace may be of a VM that is known already.
            if (!seen.namespace().isEmpty() || names.add(seen.name())) {
                vms.computeIfAbsent(
                        new VmKey(seen.scope().cluster(), seen.namespace(), seen.name()), _ -> new ArrayList<>());
            }
        }
        return vms.entrySet().stream()
                .map(entry -> machine(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Machine machine(VmKey vm, List<Launcher> launchers) {
        List<VmSeen> seen = api.vms(vm);
        List<Launcher> ranked = launchers.stream()
                .sorted(Comparator.comparing((Launcher launcher) -> rank(launcher, seen))
                        .thenComparing(Launcher::scope))
                .toList();
        List<Placement> placements = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            placements.add(placement(ranked.get(i), role(ranked.get(i), i, seen)));
        }
        if (placements.isEmpty()) {
            seen.stream()
                    .filter(one -> !one.node().isEmpty())
                    .findFirst()
                    .ifPresent(one -> placements.add(new Placement(
                            "active",
                            Optional.of(one.node()),
                            Optional.empty(),
                            Optional.empty(),
                            one.vantage().standing().cap(),
                            "vmi",
                            List.of(),
                            List.of(one.origin()))));
        }
        List<Nic> list =
                nics.of(vm, ranked, placements.stream().map(Placement::role).toList());
        return new Machine("vm", vm.namespace(), vm.name(), state(ranked, seen), placements, list);
    }

    /** The active launcher first: the one on the VMI's node, then one whose domain was seen, then any that is not over. */
    private int rank(Launcher launcher, List<VmSeen> seen) {
        List<String> nodes = places.below(Tie.Sort.POD_ON_NODE, launcher.scope()).stream()
                .map(tie -> tie.lower().name())
                .toList();
        boolean onNode = seen.stream().anyMatch(vm -> nodes.contains(vm.node()));
        return (launcher.ended() ? 8 : 0)
                + (onNode ? 0 : 4)
                + (launcher.sawDomain() ? 0 : 2)
                + (launcher.state().equals("running") ? 0 : 1);
    }

    private static String role(Launcher launcher, int rank, List<VmSeen> seen) {
        if (launcher.ended()) {
            return "former";
        }
        String pod = launcher.scope().name();
        boolean moving = seen.stream().flatMap(vm -> vm.migration().stream()).anyMatch(move -> !move.ended());
        boolean target = seen.stream()
                .flatMap(vm -> vm.migration().stream())
                .anyMatch(move -> move.targetPod().equals(pod));
        if (rank == 0) {
            return moving ? "source" : "active";
        }
        return moving || target ? "target" : "former";
    }

    private Placement placement(Launcher launcher, String role) {
        List<Tie> nodes = places.below(Tie.Sort.POD_ON_NODE, launcher.scope());
        Optional<Tie> node = nodes.size() == 1 || nodes.stream().anyMatch(tie -> tie.verdict() == Verdict.PROVEN)
                ? nodes.stream().min(Comparator.comparing(Tie::verdict))
                : Optional.empty();
        boolean pod = launcher.scope().is(Scope.Kind.POD);
        List<Tie> told = node.map(List::of).orElse(nodes);
        Verdict nodeVerdict =
                told.stream().map(Tie::verdict).min(Comparator.naturalOrder()).orElse(Verdict.UNKNOWN);
        List<String> premises = new ArrayList<>(launcher.premises());
        told.stream()
                .flatMap(tie -> tie.premises().stream())
                .distinct()
                .filter(premise -> !premises.contains(premise))
                .forEach(premises::add);
        SortedSet<Origin> evidence = new TreeSet<>(launcher.evidence());
        told.forEach(tie -> evidence.addAll(tie.evidence()));
        return new Placement(
                role,
                node.map(tie -> tie.lower().name()),
                pod ? Optional.of(launcher.scope().name()) : Optional.empty(),
                uid(launcher),
                nodeVerdict.and(launcher.verdict()),
                told.stream().map(Tie::rule).findFirst().orElse(launcher.rule()),
                premises,
                List.copyOf(evidence));
    }

    private Optional<String> uid(Launcher launcher) {
        return api.pod(launcher.scope()).stream()
                .map(PodSeen::uid)
                .filter(uid -> !uid.isEmpty())
                .findFirst();
    }

    private static String state(List<Launcher> launchers, List<VmSeen> seen) {
        return launchers.stream()
                .map(Launcher::state)
                .filter(state -> !state.isEmpty())
                .findFirst()
                .or(() -> seen.stream()
                        .map(vm -> vm.phase().toLowerCase(Locale.ROOT))
                        .filter(phase -> !phase.isEmpty())
                        .findFirst())
                .orElse("");
    }

    /** The domain's NICs by tap, once each: domiflist and dumpxml show the same. */
    static List<DomainNic> distinct(List<DomainNic> nics) {
        SortedMap<String, DomainNic> byTap = new TreeMap<>();
        for (DomainNic nic :
                nics.stream().sorted(Comparator.comparingInt(DomainNic::order)).toList()) {
            String key = nic.target() + " " + nic.mac().map(Object::toString).orElse(nic.network());
            byTap.merge(key, nic, (a, b) -> a.network().isEmpty() ? b : a);
        }
        return byTap.values().stream()
                .sorted(Comparator.comparingInt(DomainNic::order).thenComparing(DomainNic::target))
                .toList();
    }
}
