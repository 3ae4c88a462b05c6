package dev.plumbline.weave;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.BridgePort;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.facts.DomainSeen;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.FactSet;
import dev.plumbline.facts.Link;
import dev.plumbline.facts.Mac;
import dev.plumbline.facts.OvsPort;
import dev.plumbline.topology.DeviceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One placed scope and everything that was seen in it, by index: a rule never looks at all facts. */
public final class Site {

    private final Scope scope;
    private final FactSet facts;
    private final Map<String, Sighting> devices = new TreeMap<>();
    private final Map<Integer, List<Sighting>> byIndex = new HashMap<>();
    private final Map<Mac, List<Sighting>> byMac = new HashMap<>();
    private final Map<String, List<Sighting>> byMaster = new HashMap<>();
    private final List<Ports.Membership> memberships;

    Site(Scope scope, Collection<Fact> facts) {
        this.scope = scope;
        this.facts = FactSet.of(Rulesets.current(facts));
        Map<String, List<Link>> links = new TreeMap<>();
        for (Link link : this.facts.all(Link.class)) {
            links.computeIfAbsent(link.name(), _ -> new ArrayList<>()).add(link);
        }
        links.forEach((name, seen) -> devices.put(name, new Sighting(new DeviceId(scope, name), seen)));
        for (Sighting device : devices.values()) {
            device.indexes()
                    .forEach(held -> byIndex.computeIfAbsent(held.value(), _ -> new ArrayList<>())
                            .add(device));
            device.macs()
                    .forEach(held -> byMac.computeIfAbsent(held.value(), _ -> new ArrayList<>())
                            .add(device));
            device.masters()
                    .forEach(held -> byMaster.computeIfAbsent(held.value(), _ -> new ArrayList<>())
                            .add(device));
        }
        memberships = Ports.read(this);
    }

    public Scope scope() {
        return scope;
    }

    public boolean is(Scope.Kind kind) {
        return scope.is(kind);
    }

    /** Facts of one type that were seen here, sorted by origin. */
    public <T extends Fact> List<T> all(Class<T> type) {
        return facts.all(type);
    }

    /** A machine that shows ends of veths in bridges, as a node's root namespace does and a guest of KubeVirt does not. */
    boolean looksLikeNode() {
        return devices.values().stream()
                        .anyMatch(device -> device.peerIndex().isPresent()
                                && device.masters().stream()
                                        .anyMatch(master -> !master.value().equals(Sighting.NO_MASTER)))
                && !looksLikeLauncher();
    }

    /** A namespace with a domain's taps or KubeVirt's bridges in it. */
    boolean looksLikeLauncher() {
        return !facts.all(DomainNic.class).isEmpty()
                || !facts.all(DomainSeen.class).isEmpty()
                || !plumbing().isEmpty();
    }

    /** KubeVirt's bridges and their ports, which a launcher has and no guest. */
    List<Sighting> plumbing() {
        return devices.values().stream()
                .filter(device -> device.name().startsWith("k6t-")
                        || device.masters().stream()
                                .anyMatch(held -> held.value().startsWith("k6t-")))
                .toList();
    }

    /** Whether the rules of a node hold here: it is one, or a shell that nothing names and that looks like one; a named namespace of a host is none. */
    boolean actsAsNode() {
        boolean namespace = Resolver.isNetnsOfHost(scope);
        return scope.is(Scope.Kind.NODE) || (scope.is(Scope.Kind.PLACE) && !namespace && looksLikeNode());
    }

    /** Devices by name. */
    Collection<Sighting> devices() {
        return devices.values();
    }

    Optional<Sighting> device(String name) {
        return Optional.ofNullable(devices.get(name));
    }

    List<Sighting> withIndex(int index) {
        return byIndex.getOrDefault(index, List.of());
    }

    List<Sighting> withMac(Mac mac) {
        return byMac.getOrDefault(mac, List.of());
    }

    /** Devices that some observation shows as ports of this one. */
    List<Sighting> portsOf(String bridge) {
        return byMaster.getOrDefault(bridge, List.of());
    }

    /** Every membership in a bridge or bond, from whichever output shows it; see {@link Ports}. */
    List<Ports.Membership> memberships() {
        return memberships;
    }

    DeviceId id(String name) {
        return new DeviceId(scope, name);
    }

    /** Whether everything of a sort was listed here, so that absence means something. */
    public boolean sawAll(Covered.Subject subject) {
        return covered(
                subject,
                covered -> covered.extent() instanceof Covered.Whole
                        && covered.filter().wouldShow(""));
    }

    /** Whether every port of a bridge was listed here. */
    public boolean sawPortsOf(String bridge) {
        String line = " master " + bridge + " ";
        Predicate<Covered> shown = covered -> switch (covered.extent()) {
                    case Covered.Whole _ -> true;
                    case Covered.PortsOf ports -> ports.bridge().equals(bridge);
                    case Covered.One _, Covered.OfKind _ -> false;
                }
                && covered.filter().wouldShow(line);
        return covered(Covered.Subject.LINKS, shown) || covered(Covered.Subject.BRIDGE_PORTS, shown);
    }

    /** Whether a whole line of {@code ip} shows this device without a master, and no output shows it with one. */
    public boolean sawPortOfNothing(String device) {
        return device(device)
                        .filter(seen -> seen.masters().size() == 1
                                && seen.masters().getFirst().value().equals(Sighting.NO_MASTER))
                        .isPresent()
                && facts.all(BridgePort.class).stream()
                        .noneMatch(port -> port.port().equals(device))
                && facts.all(OvsPort.class).stream()
                        .noneMatch(port -> port.device().equals(device));
    }

    private boolean covered(Covered.Subject subject, Predicate<Covered> shown) {
        return facts.all(Covered.class).stream()
                .anyMatch(covered -> covered.subject() == subject && shown.test(covered));
    }
}
