package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Mac;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Ties guests to the launchers that run them. Placement rules guest-stated (the capture, {@code virtctl ssh}), guest-macs
 * (at least two MACs of the domain are the guest's, and none that a full listing would show is missing) and guest-name.
 */
final class GuestPlacing {

    private final List<Launcher> launchers;

    GuestPlacing(List<Launcher> launchers) {
        this.launchers = launchers;
    }

    List<Tie> ties(Collection<Site> sites) {
        List<Tie> ties = new ArrayList<>();
        for (Site site : sites) {
            if (site.is(Scope.Kind.GUEST)) {
                launchers.stream().filter(launcher -> isIts(site.scope(), launcher)).forEach(launcher -> ties.add(stated(site, launcher)));
            } else if (site.is(Scope.Kind.HOST)) {
                ties.addAll(ofHost(site));
            }
        }
        return ties;
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
                Tie.Sort.GUEST_ON_LAUNCHER, site.scope(), launcher.scope(), verdict, "guest-stated", launcher.evidence(), premises);
    }

    private List<Tie> ofHost(Site host) {
        List<Tie> byMacs = launchers.stream()
                .filter(launcher -> shared(host, launcher).size() >= 2)
                .map(launcher -> byMacs(host, launcher))
                .toList();
        if (!byMacs.isEmpty()) {
            return byMacs;
        }
        List<Tie> byName = launchers.stream()
                .filter(launcher -> bearsName(host, launcher) && !strangers(host, launcher))
                .map(launcher -> new Tie(
                        Tie.Sort.GUEST_ON_LAUNCHER, host.scope(), launcher.scope(),
                        launcher.verdict().and(Verdict.INFERRED), "guest-name", launcher.evidence(),
                        List.of("the host " + host.scope().name() + " bears the VM's name; too few MACs were seen on both sides")))
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
            host.withMac(mac).stream().findFirst().ifPresent(device -> evidence.addAll(device.evidence().subList(0, 1)));
            launcher.nics().stream().filter(nic -> nic.mac().filter(mac::equals).isPresent()).findFirst().ifPresent(nic -> evidence.add(nic.origin()));
        }
        // The identity of guest and domain is sure by itself; whose VM the domain is, is the launcher's own matter.
        Verdict verdict = refuted ? Verdict.CONTRADICTED : Verdict.PROVEN;
        String premise = refuted
                ? "the guest shares " + shared.size() + " MACs with the domain but lacks " + missing
                : shared.size() + " MACs of the domain are seen in the guest";
        return new Tie(Tie.Sort.GUEST_ON_LAUNCHER, host.scope(), launcher.scope(), verdict, "guest-macs", evidence, List.of(premise));
    }

    private static boolean strangers(Site host, Launcher launcher) {
        return !launcher.macs().isEmpty() && host.sawAll(Covered.Subject.LINKS) && shared(host, launcher).isEmpty();
    }

    private static boolean bearsName(Site host, Launcher launcher) {
        String name = host.scope().name();
        return name.equals(launcher.vm().name()) || name.startsWith(launcher.vm().name() + ".");
    }

    private static Set<Mac> shared(Site guest, Launcher launcher) {
        Set<Mac> shared = new TreeSet<>(launcher.macs());
        shared.removeIf(mac -> guest.withMac(mac).isEmpty());
        return shared;
    }
}
