package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.BridgePort;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Covered.Subject;
import dev.plumbline.facts.Link;
import dev.plumbline.facts.OvsPort;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.weave.Site;
import dev.plumbline.weave.Woven;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What observations covered. */
record Observed(Woven woven) implements Sight {

    /** Types of an Open vSwitch interface that is a device of the kernel, and no bridge's own. */
    private static final Set<String> PLAIN = Set.of("", "system", "unknown");

    @Override
    public boolean sawAll(Scope place, Subject subject) {
        return site(place).filter(site -> site.sawAll(subject)).isPresent();
    }

    @Override
    public boolean sawPortsOf(DeviceId bridge) {
        return site(bridge.scope())
                .filter(site -> isLinux(site, bridge) && site.sawPortsOf(bridge.name())
                        || isOvs(site, bridge) && site.sawAll(Subject.OVS_PORTS))
                .isPresent();
    }

    /** The kernel's lists name the ports of its own bridges only: one of Open vSwitch looks there like any device. */
    private static boolean isLinux(Site site, DeviceId bridge) {
        return site.all(BridgePort.class).stream()
                        .anyMatch(port -> port.bridge().equals(bridge.name()))
                || site.all(Link.class).stream()
                        .anyMatch(link -> link.master()
                                        .filter(bridge.name()::equals)
                                        .isPresent()
                                || link.name().equals(bridge.name())
                                        && link.kind().filter("bridge"::equals).isPresent());
    }

    private static boolean isOvs(Site site, DeviceId bridge) {
        return site.all(OvsPort.class).stream().anyMatch(port -> port.bridge().equals(bridge.name()));
    }

    @Override
    public SortedMap<String, List<Origin>> portsOf(DeviceId bridge) {
        SortedMap<String, List<Origin>> ports = new TreeMap<>();
        site(bridge.scope()).ifPresent(site -> {
            site.all(BridgePort.class).stream()
                    .filter(port -> port.bridge().equals(bridge.name()))
                    .forEach(port -> ports.putIfAbsent(port.port(), List.of(port.origin())));
            site.all(OvsPort.class).stream()
                    .filter(port -> port.bridge().equals(bridge.name()))
                    .filter(port -> PLAIN.contains(port.type()))
                    .forEach(port -> ports.putIfAbsent(port.device(), List.of(port.origin())));
        });
        return ports;
    }

    @Override
    public Optional<String> bridgeOf(DeviceId port) {
        Set<String> bridges = new TreeSet<>();
        site(port.scope()).ifPresent(site -> {
            site.all(BridgePort.class).stream()
                    .filter(one -> one.port().equals(port.name()))
                    .forEach(one -> bridges.add(one.bridge()));
            site.all(OvsPort.class).stream()
                    .filter(one -> one.device().equals(port.name()) && PLAIN.contains(one.type()))
                    .forEach(one -> bridges.add(one.bridge()));
        });
        return bridges.size() == 1 ? bridges.stream().findFirst() : Optional.empty();
    }

    @Override
    public boolean sawPortOfNothing(DeviceId device) {
        return site(device.scope())
                .filter(site -> site.sawPortOfNothing(device.name()))
                .isPresent();
    }

    /** A guest's list of links, or libvirt's of the domain; libvirt's lists no NIC of a pod. */
    @Override
    public boolean sawNicsOf(Machine machine) {
        boolean guest = machine.nics().stream()
                .flatMap(nic -> nic.path().hops().stream())
                .map(Hop::scope)
                .filter(Holdings::isGuest)
                .anyMatch(scope -> sawAll(scope, Subject.LINKS));
        boolean pod = machine.active()
                .flatMap(Machine.Placement::pod)
                .filter(name -> sawAll(
                        Scope.pod(machine.namespace(), name),
                        machine.kind().equals("pod") ? Subject.LINKS : Subject.DOMAIN_NICS))
                .isPresent();
        return guest || pod;
    }

    @Override
    public boolean sawObjects(Subject subject, String namespace) {
        return woven.facts().all(Covered.class).stream()
                .filter(covered ->
                        covered.subject() == subject && covered.filter().wouldShow(""))
                .anyMatch(covered -> covered.extent() instanceof Covered.Whole whole
                        && (whole.namespace().isEmpty() || whole.namespace().equals(namespace)));
    }

    private Optional<Site> site(Scope scope) {
        return Optional.ofNullable(woven.places().sites().get(scope));
    }
}
