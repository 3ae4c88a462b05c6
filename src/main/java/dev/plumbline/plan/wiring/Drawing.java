package dev.plumbline.plan.wiring;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Settings;
import dev.plumbline.topology.Settings.HeldAddress;
import dev.plumbline.topology.Settings.HeldRoute;
import dev.plumbline.topology.Topology;
import dev.plumbline.topology.Topology.Other;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Collects what is planned, whoever plans it and in whatever order; everything leaves sorted. */
final class Drawing {

    private static final String BASIS = "planned";

    private final SortedMap<DeviceId, Device> devices = new TreeMap<>();
    private final SortedMap<DeviceId, Bridge> bridges = new TreeMap<>();
    private final List<HeldAddress> addresses = new ArrayList<>();
    private final List<HeldRoute> routes = new ArrayList<>();
    private final List<Other> others = new ArrayList<>();
    private final List<Settings.PortTag> tags = new ArrayList<>();

    /** A device with the evidence that asks for it. */
    static Device device(DeviceId id, Kind kind, OptionalInt mtu, Optional<String> master, Origin... evidence) {
        return device(id, kind, Optional.empty(), mtu, master, List.of(evidence));
    }

    static Device device(
            DeviceId id,
            Kind kind,
            Optional<Mac> mac,
            OptionalInt mtu,
            Optional<String> master,
            List<Origin> evidence) {
        return new Device(
                id,
                kind,
                OptionalInt.empty(),
                mac,
                mtu,
                Optional.empty(),
                List.of(),
                master,
                evidence.stream().distinct().sorted().toList());
    }

    /** Adds a device, or what is new of it. */
    Device add(Device device) {
        return devices.merge(device.id(), device, Drawing::merged);
    }

    private static Device merged(Device one, Device other) {
        return new Device(
                one.id(),
                one.kind() instanceof Kind.Link ? other.kind() : one.kind(),
                one.index(),
                one.mac().or(other::mac),
                one.mtu().isPresent() ? one.mtu() : other.mtu(),
                one.state(),
                one.flags(),
                one.master().or(other::master),
                Stream.concat(one.evidence().stream(), other.evidence().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** A bridge of a node, whose ports make segments. */
    Bridge bridge(DeviceId id, boolean ovs) {
        return bridges.computeIfAbsent(id, _ -> new Bridge(id, ovs));
    }

    void address(DeviceId device, String cidr, Origin evidence) {
        addresses.add(new HeldAddress(device, cidr, BASIS, List.of(evidence)));
    }

    /** @param via empty where on-link @param device empty where not given */
    void route(Scope scope, String destination, String via, String device, Origin evidence) {
        routes.add(new HeldRoute(
                scope,
                destination,
                Optional.of(via).filter(hop -> !hop.isEmpty()),
                Optional.of(device).filter(name -> !name.isEmpty()),
                BASIS,
                List.of(evidence)));
    }

    /** An access port outside the nodes' bridges. */
    void tag(DeviceId port, int vlan, Origin evidence) {
        tags.add(new Settings.PortTag(port, vlan, true, true, List.of(evidence)));
    }

    void other(Other other) {
        others.add(other);
    }

    Topology topology(List<Machine> machines) {
        List<Settings.PortTag> allTags = new ArrayList<>(tags);
        List<Topology.Segment> segments = new ArrayList<>();
        for (Bridge bridge : bridges.values()) {
            allTags.addAll(bridge.tags());
            segments.addAll(bridge.segments());
        }
        return new Topology(
                machines,
                others.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Other::device).thenComparing(Other::on))
                        .toList(),
                segments,
                List.copyOf(devices.values()),
                new Settings(
                        addresses.stream()
                                .distinct()
                                .sorted(Comparator.comparing(HeldAddress::device)
                                        .thenComparing(HeldAddress::address)
                                        .thenComparing(
                                                address -> address.evidence().getFirst()))
                                .toList(),
                        routes.stream().distinct().sorted(ROUTES).toList(),
                        allTags.stream().sorted(TAGS).toList()));
    }

    private static final Comparator<HeldRoute> ROUTES = Comparator.comparing(HeldRoute::scope)
            .thenComparing(HeldRoute::destination)
            .thenComparing(route -> route.via().orElse(""))
            .thenComparing(route -> route.device().orElse(""))
            .thenComparing(route -> route.evidence().getFirst());

    private static final Comparator<Settings.PortTag> TAGS =
            Comparator.comparing(Settings.PortTag::port).thenComparingInt(Settings.PortTag::vlan);
}
