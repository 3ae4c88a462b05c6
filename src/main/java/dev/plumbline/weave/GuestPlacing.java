package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Mac;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Ties guests to the launchers that run them. Placement rules guest-stated (the capture, {@code virtctl ssh}), guest-macs
 * (at least two MACs of the domain are the guest's, and none that a full listing would show is missing) and guest-name.
 */
final class GuestPlacing {

    private static final String BY_MACS = "guest-macs";

    private final Launchers launchers;

    GuestPlacing(Launchers launchers) {
        this.launchers = launchers;
    }

    List<Tie> ties(Collection<Site> sites) {
        List<Tie> ties = new ArrayList<>();
        for (Site site : sites) {
            if (site.is(Scope.Kind.GUEST)) {
                launchers.ofVmNamed(site.scope().name()).stream()
                        .filter(launcher -> isIts(site.scope(), launcher))
                        .forEach(launcher -> ties.add(stated(site, launcher)));
            } else if (site.is(Scope.Kind.HOST)) {
                ties.addAll(ofHost(site));
            }
        }
        Map<Scope, List<Tie>> byLauncher = new HashMap<>();
        ties.forEach(tie ->
                byLauncher.computeIfAbsent(tie.lower(), _ -> new ArrayList<>()).add(tie));
        return ties.stream()
                .map(this::unlessOver)
                .map(tie -> unlessTwo(tie, byLauncher.getOrDefault(tie.lower(), List.of())))
                .toList();
    }

    /** A pod that is over runs no guest any more: what the guest shows now stands elsewhere. */
    private Tie unlessOver(Tie tie) {
        boolean over = launchers.at(tie.lower()).stream().anyMatch(Launcher::ended);
        return over ? contradicted(tie, "the API says that the pod is over", List.of()) : tie;
    }

    /** One domain is one machine: of two hosts with its MACs one is a copy, and nothing says which. */
    private static Tie unlessTwo(Tie tie, List<Tie> ties) {
        List<Tie> others = ties.stream()
                .filter(other -> isByMacs(other) && isByMacs(tie) && !sameMachine(other.upper(), tie.upper()))
                .toList();
        return others.isEmpty()
                ? tie
                : contradicted(
                        tie,
                        others.getFirst().upper() + " shows the same MACs",
                        others.getFirst().evidence());
    }

    private static boolean isByMacs(Tie tie) {
        return tie.rule().equals(BY_MACS);
    }

    /** A machine's full name and its short one. */
    private static boolean sameMachine(Scope one, Scope other) {
        return one.equals(other)
                || one.name().startsWith(other.name() + ".")
                || other.name().startsWith(one.name() + ".");
    }

    private static Tie contradicted(Tie tie, String premise, List<Origin> more) {
        List<Origin> evidence =
                Stream.concat(tie.evidence().stream(), more.stream()).distinct().toList();
        List<String> premises =
                Stream.concat(tie.premises().stream(), Stream.of(premise)).toList();
        return new Tie(tie.sort(), tie.upper(), tie.lower(), Verdict.CONTRADICTED, tie.rule(), evidence, premises);
    }

    private static boolean isIts(Scope guest, Launcher launcher) {
        VmKey vm = launcher.vm();
        return vm.cluster().equals(guest.cluster())
                && vm.name().equals(guest.name())
                && (guest.namespace().isEmpty() || guest.namespace().equals(vm.namespace()));
    }

    private Tie stated(Site site, Launcher launcher) {
        boolean whole = !site.scope().namespace().isEmpty();
        boolean agrees = whole || shared(site, launcher).size() >= 2;
        if (launcher.verdict() != Verdict.PROVEN && shared(site, launcher).size() >= 2) {
            return byMacs(site, launcher);
        }
        Verdict verdict = launcher.verdict().and(agrees ? Verdict.PROVEN : Verdict.INFERRED);
        List<String> premises = whole ? List.of() : List.of("the guest's namespace is taken from its domain");
        return new Tie(
                Tie.Sort.GUEST_ON_LAUNCHER,
                site.scope(),
                launcher.scope(),
                verdict,
                "guest-stated",
                launcher.evidence(),
                premises);
    }

    private List<Tie> ofHost(Site host) {
        List<Mac> macs = host.devices().stream()
                .flatMap(device -> device.macs().stream())
                .map(Held::value)
                .toList();
        List<Tie> byMacs = launchers.withAny(macs).stream()
                .filter(launcher -> shared(host, launcher).size() >= 2)
                .map(launcher -> byMacs(host, launcher))
                .toList();
        List<Sighting> plumbing = host.plumbing();
        if (!byMacs.isEmpty()) {
            return plumbing.isEmpty()
                    ? byMacs
                    : byMacs.stream()
                            .map(tie -> contradicted(
                                    tie,
                                    host.scope() + " shows KubeVirt's bridges, as a launcher does and no guest",
                                    plumbing.getFirst().evidence()))
                            .toList();
        }
        if (!plumbing.isEmpty()) {
            return List.of();
        }
        String name = host.scope().name();
        String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        List<Tie> byName = Stream.of(name, first)
                .distinct()
                .flatMap(one -> launchers.ofVmNamed(one).stream())
                .filter(launcher -> bearsName(host, launcher) && !strangers(host, launcher))
                .map(launcher -> new Tie(
                        Tie.Sort.GUEST_ON_LAUNCHER,
                        host.scope(),
                        launcher.scope(),
                        launcher.verdict().and(Verdict.INFERRED),
                        "guest-name",
                        launcher.evidence(),
                        List.of("the host " + host.scope().name()
                                + " bears the VM's name; too few MACs were seen on both sides")))
                .toList();
        return byName;
    }

    private Tie byMacs(Site host, Launcher launcher) {
        Set<Mac> shared = shared(host, launcher);
        Set<Mac> missing = new TreeSet<>(launcher.macs());
        missing.removeAll(shared);
        boolean refuted = !missing.isEmpty() && !bearsName(host, launcher) && host.sawAll(Covered.Subject.LINKS);
        List<Origin> evidence = new ArrayList<>();
        for (Mac mac : shared.stream().limit(2).toList()) {
            host.withMac(mac).stream()
                    .findFirst()
                    .ifPresent(device -> evidence.addAll(device.evidence().subList(0, 1)));
            launcher.nics().stream()
                    .filter(nic -> nic.mac().filter(mac::equals).isPresent())
                    .findFirst()
                    .ifPresent(nic -> evidence.add(nic.origin()));
        }
        // The identity of guest and domain is sure by itself; whose VM the domain is, is the launcher's own matter.
        Verdict verdict = refuted ? Verdict.CONTRADICTED : Verdict.PROVEN;
        String premise = refuted
                ? "the guest shares " + shared.size() + " MACs with the domain but lacks " + missing
                : shared.size() + " MACs of the domain are seen in the guest";
        return new Tie(
                Tie.Sort.GUEST_ON_LAUNCHER,
                host.scope(),
                launcher.scope(),
                verdict,
                BY_MACS,
                evidence,
                List.of(premise));
    }

    private static boolean strangers(Site host, Launcher launcher) {
        return !launcher.macs().isEmpty()
                && host.sawAll(Covered.Subject.LINKS)
                && shared(host, launcher).isEmpty();
    }

    private static boolean bearsName(Site host, Launcher launcher) {
        String name = host.scope().name();
        return name.equals(launcher.vm().name())
                || name.startsWith(launcher.vm().name() + ".");
    }

    private static Set<Mac> shared(Site guest, Launcher launcher) {
        Set<Mac> shared = new TreeSet<>(launcher.macs());
        shared.removeIf(mac -> guest.withMac(mac).stream().allMatch(GuestNics::isPlumbing));
        return shared;
    }
}
