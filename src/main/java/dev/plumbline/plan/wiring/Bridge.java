package dev.plumbline.plan.wiring;

import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.VlanRange;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Settings.PortTag;
import dev.plumbline.topology.Topology.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A node's bridge with its planned ports. A trunk is told by those of its VLANs that some other port has as its own: it may have
 * four thousand.
 */
final class Bridge {

    /** The VLAN of a Linux bridge's port of which nothing else is said. */
    static final List<VlanRange> DEFAULT = List.of(VlanRange.access(1));

    /** What kubernetes-nmstate makes of a port of which a policy says nothing (pkg/bridge: 2 to 4094). */
    static final List<VlanRange> INJECTED = List.of(VlanRange.access(1), VlanRange.tagged(2, 4094));

    private final DeviceId id;
    private final boolean ovs;
    private final SortedMap<String, Port> ports = new TreeMap<>();

    private boolean crossed;

    private record Port(List<VlanRange> vlans, Origin evidence) {}

    Bridge(DeviceId id, boolean ovs) {
        this.id = id;
        this.ovs = ovs;
    }

    /** @param vlans none for a port of Open vSwitch that carries all */
    void port(String name, List<VlanRange> vlans, Origin evidence) {
        ports.putIfAbsent(name, new Port(List.copyOf(vlans), evidence));
    }

    /** Says that a line goes through it. */
    void cross() {
        crossed = true;
    }

    /** VLANs that a port has by themselves, rather than in a range. */
    private SortedSet<Integer> inUse() {
        SortedSet<Integer> used = new TreeSet<>();
        for (Port port : ports.values()) {
            port.vlans().stream()
                    .filter(range -> range.first() == range.last())
                    .forEach(range -> used.add(range.first()));
        }
        return used;
    }

    List<PortTag> tags() {
        List<PortTag> tags = new ArrayList<>();
        SortedSet<Integer> used = inUse();
        ports.forEach((name, port) -> {
            for (int vlan : used) {
                port.vlans().stream()
                        .filter(range -> range.holds(vlan))
                        .findFirst()
                        .ifPresent(range -> tags.add(new PortTag(
                                new DeviceId(id.scope(), name),
                                vlan,
                                range.pvid(),
                                range.untagged(),
                                List.of(port.evidence()))));
            }
        });
        return tags;
    }

    /** A segment a VLAN; a VLAN that one port alone has joins nothing, unless it is the only one. */
    List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        if (!crossed) {
            return segments;
        }
        if (ovs) {
            List<String> untagged = with(OptionalInt.empty());
            if (!untagged.isEmpty()) {
                segments.add(new Segment(id, OptionalInt.empty(), true, untagged));
            }
        }
        SortedSet<Integer> used = inUse();
        for (int vlan : used) {
            List<String> names = with(OptionalInt.of(vlan));
            if (names.size() > 1 || used.size() == 1 && segments.isEmpty()) {
                segments.add(new Segment(id, OptionalInt.of(vlan), true, names));
            }
        }
        return segments;
    }

    private List<String> with(OptionalInt vlan) {
        return ports.entrySet().stream()
                .filter(port -> port.getValue().vlans().isEmpty()
                        || vlan.isPresent()
                                && port.getValue().vlans().stream().anyMatch(range -> range.holds(vlan.getAsInt())))
                .map(SortedMap.Entry::getKey)
                .toList();
    }
}
