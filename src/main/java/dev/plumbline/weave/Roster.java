package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.facts.DomainSeen;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.FactSet;
import dev.plumbline.facts.PodSeen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the launchers: which pod runs which VM's domain. Placement rules domain-in-pod, pod-label and pod-name. */
final class Roster {

    /** KubeVirt's generateName {@code virt-launcher-VM-} and the API server's five letters: a hint, names prove nothing. */
    private static final Pattern LAUNCHER = Pattern.compile("virt-launcher-(.+)-[a-z0-9]{5}");

    private Roster() {}

    static List<Launcher> launchers(Collection<Site> sites, FactSet facts, Resolver resolver) {
        Map<Scope, List<PodSeen>> pods = new TreeMap<>();
        for (PodSeen pod : facts.all(PodSeen.class)) {
            Scope scope = resolver.settle(
                    Scope.pod(pod.namespace(), pod.name()).inCluster(pod.scope().cluster()));
            pods.computeIfAbsent(scope, _ -> new ArrayList<>()).add(pod);
        }
        List<Launcher> launchers = new ArrayList<>();
        for (Site site : sites) {
            launchers.addAll(of(site, pods.getOrDefault(site.scope(), List.of())));
        }
        Set<Scope> known = launchers.stream().map(Launcher::scope).collect(Collectors.toSet());
        pods.forEach((scope, seen) -> {
            if (!known.contains(scope)) {
                byLabel(scope, seen).ifPresent(launchers::add);
            }
        });
        return launchers;
    }

    private static List<Launcher> of(Site site, List<PodSeen> pods) {
        List<DomainSeen> domains = site.all(DomainSeen.class);
        List<DomainNic> nics = site.all(DomainNic.class);
        List<Launcher> found = new ArrayList<>();
        Stream.concat(domains.stream().map(DomainSeen::name), nics.stream().map(DomainNic::domain))
                .distinct()
                .forEach(name -> VmKey.ofDomain(site.scope().cluster(), name)
                        .ifPresent(vm -> found.add(byDomain(site, vm, name, domains, nics, pods))));
        if (!found.isEmpty()) {
            return found;
        }
        if (nics.isEmpty() && !site.is(Scope.Kind.POD)) {
            return List.of();
        }
        return Stream.of(byLabel(site.scope(), pods), byName(site, nics, pods))
                .flatMap(Optional::stream)
                .map(launcher -> withNics(launcher, nics))
                .limit(1)
                .toList();
    }

    private static Launcher byDomain(
            Site site, VmKey vm, String name, List<DomainSeen> domains, List<DomainNic> nics, List<PodSeen> pods) {
        List<DomainSeen> seen =
                domains.stream().filter(domain -> domain.name().equals(name)).toList();
        List<String> handles = Stream.concat(Stream.of(name), seen.stream().map(DomainSeen::id))
                .toList();
        String state = seen.stream()
                .map(DomainSeen::state)
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse("");
        List<DomainNic> own =
                nics.stream().filter(nic -> handles.contains(nic.domain())).toList();
        // libvirt lists the NICs of a domain by name only where it has that domain, so a row is as good as a listing.
        List<Fact> witnesses = new ArrayList<>(seen);
        own.stream().filter(nic -> nic.domain().equals(name)).limit(1).forEach(witnesses::add);
        boolean stated = witnesses.stream().anyMatch(fact -> fact.vantage().standing() != Standing.ASSUMED);
        List<Origin> evidence = witnesses.stream().map(Fact::origin).limit(2).toList();
        return new Launcher(
                site.scope(),
                vm,
                own,
                state,
                ended(pods),
                stated ? Verdict.PROVEN : Verdict.INFERRED,
                "domain-in-pod",
                evidence,
                List.of("the domain " + name + " is KubeVirt's NAMESPACE_NAME of " + vm));
    }

    private static Optional<Launcher> byLabel(Scope scope, List<PodSeen> pods) {
        return pods.stream()
                .filter(pod -> !pod.vm().isEmpty())
                .findFirst()
                .map(pod -> new Launcher(
                        scope,
                        new VmKey(scope.cluster(), pod.namespace(), pod.vm()),
                        List.of(),
                        "",
                        ended(pods),
                        Verdict.PROVEN,
                        "pod-label",
                        List.of(pod.origin()),
                        List.of()));
    }

    private static Optional<Launcher> byName(Site site, List<DomainNic> nics, List<PodSeen> pods) {
        Scope scope = site.scope();
        Matcher matcher = LAUNCHER.matcher(scope.name());
        if (scope.is(Scope.Kind.POD) && matcher.matches()) {
            return Optional.of(new Launcher(
                    scope,
                    new VmKey(scope.cluster(), scope.namespace(), matcher.group(1)),
                    List.of(),
                    "",
                    ended(pods),
                    Verdict.INFERRED,
                    "pod-name",
                    List.of(),
                    List.of("the pod's name alone says whose launcher it is")));
        }
        return nics.isEmpty()
                ? Optional.empty()
                : Optional.of(new Launcher(
                        scope,
                        new VmKey(scope.cluster(), "", scope.name()),
                        List.of(),
                        "",
                        false,
                        Verdict.UNKNOWN,
                        "pod-name",
                        List.of(),
                        List.of("no output names the domain")));
    }

    private static Launcher withNics(Launcher launcher, List<DomainNic> nics) {
        return new Launcher(
                launcher.scope(),
                launcher.vm(),
                nics,
                launcher.state(),
                launcher.ended(),
                launcher.verdict(),
                launcher.rule(),
                launcher.evidence(),
                launcher.premises());
    }

    private static boolean ended(List<PodSeen> pods) {
        return pods.stream().anyMatch(Roster::isOver);
    }

    /** Completed is kubectl's word for Succeeded. */
    static boolean isOver(PodSeen pod) {
        return pod.phase().equals("Succeeded")
                || pod.phase().equals("Failed")
                || pod.phase().equals("Completed");
    }
}
