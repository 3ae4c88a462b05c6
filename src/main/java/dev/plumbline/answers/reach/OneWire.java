package dev.plumbline.answers.reach;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Forwarding;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Uplinks of one network on several nodes are one wire: a network's definition names one bridge for all nodes, so that bridges
 * of one name lead to the same switch. Inferred; proven where the forwarding database of one node's bridge shows at its uplink a
 * MAC of a guest that another node's uplink serves.
 */
final class OneWire {

    static final String RULE = "one-wire";

    private final Terrain terrain;
    private final Map<DeviceId, Set<Mac>> behind = new HashMap<>();

    OneWire(Terrain terrain) {
        this.terrain = terrain;
    }

    void join(Joints joints) {
        SortedMap<String, SortedSet<DeviceId>> wires = new TreeMap<>();
        for (DeviceId bridge : bridges()) {
            for (DeviceId uplink : uplinks(terrain, bridge)) {
                wires.computeIfAbsent(bridge.scope().cluster() + "\0" + bridge.name(), _ -> new TreeSet<>())
                        .add(uplink);
            }
        }
        byNetwork().forEach((network, uplinks) -> wires.put("net\0" + network, uplinks));
        behind();
        for (SortedSet<DeviceId> wire : wires.values()) {
            List<DeviceId> ends = List.copyOf(wire);
            for (int i = 0; i < ends.size(); i++) {
                for (DeviceId other : ends.subList(i + 1, ends.size())) {
                    if (!other.scope().equals(ends.get(i).scope())) {
                        joints.wire(ends.get(i), edge(ends.get(i), other));
                    }
                }
            }
        }
    }

    private Edge edge(DeviceId one, DeviceId other) {
        boolean seen = terrain.learnedAt(one, behind.getOrDefault(other, Set.of()))
                || terrain.learnedAt(other, behind.getOrDefault(one, Set.of()));
        return new Edge(other, Step.PEER, RULE, seen ? Verdict.PROVEN : Verdict.INFERRED, RULE, List.of(), List.of());
    }

    private SortedSet<DeviceId> bridges() {
        SortedSet<DeviceId> bridges = new TreeSet<>();
        terrain.topology().devices().forEach(device -> {
            if (device.id().scope().is(Scope.Kind.NODE) && terrain.bridge(device.id())) {
                bridges.add(device.id());
            }
        });
        return bridges;
    }

    /** The hardware that a bridge's ports come down to. */
    static List<DeviceId> uplinks(Terrain terrain, DeviceId bridge) {
        List<DeviceId> found = new ArrayList<>();
        for (Edge port : terrain.ports(bridge)) {
            down(terrain, port.to(), found, 0);
        }
        return found;
    }

    private static void down(Terrain terrain, DeviceId device, List<DeviceId> found, int depth) {
        if (depth > 4) {
            return;
        }
        if (terrain.lower(device).isPresent()) {
            down(terrain, terrain.lower(device).get().to(), found, depth + 1);
        } else if (terrain.bond(device)) {
            terrain.ports(device).forEach(member -> down(terrain, member.to(), found, depth + 1));
        } else if (Uplinks.is(terrain, device)) {
            found.add(device);
        }
    }

    /** Where no definition names a network's bridge: the uplinks that its NICs end at, if each node has one alone. */
    private Map<String, SortedSet<DeviceId>> byNetwork() {
        Set<String> defined = new TreeSet<>();
        for (Forwarding.NetworkBridge network : terrain.topology().forwarding().networks()) {
            defined.add(network.network());
        }
        Map<String, SortedSet<DeviceId>> ends = new TreeMap<>();
        for (Machine machine : terrain.topology().machines()) {
            for (Nic nic : machine.nics()) {
                String name = nic.network().name().orElse("");
                boolean ended =
                        nic.path().end().equals("nic") || nic.path().end().equals("link");
                boolean known = defined.contains(name) || defined.contains(machine.namespace() + "/" + name);
                if (ended && !name.isEmpty() && !known) {
                    Hop last = nic.path().hops().getLast();
                    ends.computeIfAbsent(machine.namespace() + "/" + name, _ -> new TreeSet<>())
                            .add(new DeviceId(last.scope(), last.label()));
                }
            }
        }
        ends.values()
                .removeIf(uplinks ->
                        uplinks.stream().map(DeviceId::scope).distinct().count() < uplinks.size());
        return ends;
    }

    /** The MACs of the NICs whose paths end at an uplink. */
    private void behind() {
        for (Machine machine : terrain.topology().machines()) {
            for (Nic nic : machine.nics()) {
                Hop last = nic.path().hops().getLast();
                nic.mac()
                        .ifPresent(mac -> behind.computeIfAbsent(
                                        new DeviceId(last.scope(), last.label()), _ -> new TreeSet<>())
                                .add(mac));
            }
        }
    }
}
