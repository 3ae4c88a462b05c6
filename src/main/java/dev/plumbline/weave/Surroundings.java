package dev.plumbline.weave;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.OvsPort;
import dev.plumbline.facts.PortVlan;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Topology.Other;
import dev.plumbline.topology.Topology.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands around the paths: strangers on their bridges, and the broadcast domains they cross. */
final class Surroundings {

    private final Places places;
    private final SortedSet<DeviceId> bridges = new TreeSet<>();
    private final SortedSet<DeviceId> onPaths = new TreeSet<>();

    Surroundings(Places places, Collection<Machine> machines) {
        this.places = places;
        machines.stream().flatMap(machine -> machine.nics().stream()).forEach(nic -> {
            take(nic.path().hops());
            nic.otherPaths().forEach(path -> take(path.hops()));
        });
    }

    private void take(List<Hop> hops) {
        for (Hop hop : hops) {
            hop.name().ifPresent(name -> {
                DeviceId id = new DeviceId(hop.scope(), name);
                onPaths.add(id);
                hop.members().forEach(member -> onPaths.add(member.device().id()));
                if (hop.scope().is(Scope.Kind.NODE)
                        && (hop.kind() instanceof Kind.Bridge || hop.kind() instanceof Kind.OvsBridge)) {
                    bridges.add(id);
                }
            });
        }
    }

    /** Ports of the paths' bridges that no path takes, by device. */
    List<Other> others() {
        List<Other> others = new ArrayList<>();
        for (DeviceId bridge : bridges) {
            places.site(bridge.scope())
                    .ifPresent(node -> Ports.ofBridge(node, bridge.name()).stream()
                            .map(Ports.Membership::port)
                            .distinct()
                            .filter(port -> !onPaths.contains(node.id(port)))
                            .forEach(port -> others.add(other(node, port, bridge.name()))));
        }
        return others;
    }

    private Other other(Site node, String port, String bridge) {
        Sighting device = node.device(port).orElse(null);
        Optional<String> peerHere = Optional.ofNullable(device)
                .filter(seen -> seen.kind().filter("veth"::equals).isPresent())
                .flatMap(Sighting::base);
        if (peerHere.isPresent()) {
            return new Other(
                    node.id(port), bridge, Verdict.PROVEN, "a veth of the node itself: its peer is " + peerHere.get());
        }
        if (device == null || device.peerIndex().isEmpty()) {
            return new Other(node.id(port), bridge, Verdict.UNKNOWN, "its kind was not seen");
        }
        int peer = device.peerIndex().getAsInt();
        for (Tie tie : places.above(Tie.Sort.POD_ON_NODE, node.scope())) {
            Scope pod = tie.upper();
            for (Sighting end :
                    places.site(pod).map(site -> site.withIndex(peer)).orElse(List.of())) {
                if (end.peerIndex().equals(device.index()) && device.index().isPresent()) {
                    return new Other(node.id(port), bridge, tie.verdict(), end.name() + " of " + pod.path());
                }
                if (end.peerIndex().isPresent()) {
                    return new Other(
                            node.id(port),
                            bridge,
                            Verdict.UNKNOWN,
                            "not " + pod.name() + "'s: its interface " + peer + " pairs with "
                                    + end.peerIndex().getAsInt() + "; owner unknown");
                }
            }
        }
        return new Other(
                node.id(port),
                bridge,
                Verdict.UNKNOWN,
                "peer is interface " + peer + " of a namespace that was not seen; owner unknown");
    }

    /** The paths' bridges by VLAN of their ports; one segment a bridge where no VLANs were seen. */
    List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        for (DeviceId bridge : bridges) {
            places.site(bridge.scope()).ifPresent(node -> segments.addAll(segments(node, bridge)));
        }
        return segments;
    }

    private static List<Segment> segments(Site node, DeviceId bridge) {
        SortedSet<String> ports = new TreeSet<>();
        Ports.ofBridge(node, bridge.name()).forEach(port -> ports.add(port.port()));
        node.all(OvsPort.class).stream()
                .filter(port ->
                        port.bridge().equals(bridge.name()) && !port.device().equals(bridge.name()))
                .forEach(port -> ports.add(port.device()));
        SortedMap<Integer, SortedSet<String>> byVlan = new TreeMap<>();
        for (PortVlan vlan : node.all(PortVlan.class)) {
            if (ports.contains(vlan.device())) {
                byVlan.computeIfAbsent(vlan.vid(), _ -> new TreeSet<>()).add(vlan.device());
            }
        }
        if (byVlan.isEmpty()) {
            return List.of(new Segment(bridge, OptionalInt.empty(), false, List.copyOf(ports)));
        }
        return byVlan.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1 || byVlan.size() == 1)
                .map(entry -> new Segment(bridge, OptionalInt.of(entry.getKey()), true, List.copyOf(entry.getValue())))
                .toList();
    }
}
