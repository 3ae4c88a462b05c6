package dev.plumbline.answers.reach;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Cidr;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Forwarding;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Settings.PortTag;
import dev.plumbline.topology.Step;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Every device of a topology and what joins it to others, by index. Made once, asked often. */
final class Terrain {

    private final Topology topology;
    private final Map<DeviceId, Device> devices = new HashMap<>();
    private final Map<Mac, List<DeviceId>> byMac = new HashMap<>();
    private final Map<DeviceId, List<PortTag>> tags = new HashMap<>();
    private final Map<DeviceId, Map<String, String>> settings = new HashMap<>();
    private final Set<DeviceId> addressed = new HashSet<>();
    private final Map<DeviceId, List<Forwarding.Station>> stations = new HashMap<>();
    private final Map<DeviceId, Boolean> ovs = new HashMap<>();
    private final Set<DeviceId> switches;
    private final Set<DeviceId> alone;
    private final Set<Forwarding.Seen> seen;
    private final Joints joints;

    Terrain(Topology topology) {
        this.topology = topology;
        topology.devices().forEach(device -> devices.put(device.id(), device));
        switches = new HashSet<>(topology.forwarding().switches());
        alone = new HashSet<>(topology.forwarding().alone());
        seen = new HashSet<>(topology.forwarding().seen());
        topology.settings()
                .tags()
                .forEach(tag ->
                        tags.computeIfAbsent(tag.port(), _ -> new ArrayList<>()).add(tag));
        topology.settings().addresses().stream()
                .filter(address -> Cidr.parse(address.address())
                        .filter(cidr -> !cidr.address().linkLocal())
                        .isPresent())
                .forEach(address -> addressed.add(address.device()));
        topology.forwarding().settings().forEach(this::setting);
        topology.forwarding()
                .stations()
                .forEach(station -> stations.computeIfAbsent(bridgeOf(station), _ -> new ArrayList<>())
                        .add(station));
        joints = new Joints(topology, devices);
        devices.values()
                .forEach(device -> device.mac()
                        .ifPresent(mac -> byMac.computeIfAbsent(mac, _ -> new ArrayList<>())
                                .add(device.id())));
        byMac.values().forEach(list -> list.sort(null));
        new OneWire(this).join(joints);
    }

    private void setting(Forwarding.DeviceSetting setting) {
        settings.computeIfAbsent(new DeviceId(setting.scope(), setting.device().orElse("")), _ -> new HashMap<>())
                .put(setting.name(), setting.value());
    }

    private static DeviceId bridgeOf(Forwarding.Station station) {
        return new DeviceId(station.port().scope(), station.bridge());
    }

    Topology topology() {
        return topology;
    }

    /** The device; one of which nothing is known where it is only named. */
    Device device(DeviceId id) {
        Device known = devices.get(id);
        return known != null
                ? known
                : new Device(
                        id,
                        new Kind.Link(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of());
    }

    /** Devices with this MAC, sorted. */
    List<DeviceId> withMac(Mac mac) {
        return byMac.getOrDefault(mac, List.of());
    }

    /** Other ends of pairs and wires. */
    List<Edge> wires(DeviceId id) {
        return joints.wires(id);
    }

    /** The bridge or bond it is a port of. */
    Optional<Edge> master(DeviceId id) {
        return joints.master(id);
    }

    List<Edge> ports(DeviceId bridge) {
        return joints.ports(bridge);
    }

    /** The device below a VLAN device or a macvtap. */
    Optional<Edge> lower(DeviceId id) {
        return joints.lower(id);
    }

    /** VLAN devices and macvtaps above it. */
    List<Edge> uppers(DeviceId id) {
        return joints.uppers(id);
    }

    /** The pod's interface that a bridge's guests are translated to. */
    Optional<Edge> nat(DeviceId bridge) {
        return joints.nat(bridge);
    }

    /** Whether observations disagree on what joins it to others, or leave it open. */
    boolean doubtful(DeviceId id) {
        return joints.doubtful(id);
    }

    /** Whether a whole line shows it as a port of nothing. */
    boolean alone(DeviceId id) {
        return alone.contains(id);
    }

    boolean bond(DeviceId id) {
        return device(id).kind() instanceof Kind.Bond
                || joints.ports(id).stream().anyMatch(port -> port.step() == Step.BOND);
    }

    /** Kept, for each hop of each ping asks. */
    boolean ovs(DeviceId id) {
        return ovs.computeIfAbsent(
                id,
                _ -> switches.contains(id)
                        || device(id).kind() instanceof Kind.OvsBridge
                        || joints.ports(id).stream().anyMatch(port -> port.step() == Step.OVS));
    }

    boolean bridge(DeviceId id) {
        return !bond(id)
                && (device(id).kind() instanceof Kind.Bridge
                        || ovs(id)
                        || !joints.ports(id).isEmpty());
    }

    /** VLANs of a port; none where none were seen. */
    List<PortTag> tags(DeviceId port) {
        return tags.getOrDefault(port, List.of());
    }

    /** Whether it has an address besides that of its link: then it is a machine's own. */
    boolean addressed(DeviceId device) {
        return addressed.contains(device);
    }

    Optional<String> setting(DeviceId device, String name) {
        return Optional.ofNullable(settings.getOrDefault(device, Map.of()).get(name));
    }

    /** A setting of a whole namespace. */
    Optional<String> setting(Scope scope, String name) {
        return setting(new DeviceId(scope, ""), name);
    }

    /** Entries of a bridge's forwarding database that say where this MAC is. */
    List<Forwarding.Station> stations(DeviceId bridge, Mac mac) {
        return stations.getOrDefault(bridge, List.of()).stream()
                .filter(station -> station.mac().equals(mac))
                .toList();
    }

    /** Whether a forwarding database knows this MAC at this port. */
    boolean learnedAt(DeviceId port, Set<Mac> macs) {
        return joints.master(port).map(Edge::to).stream()
                .flatMap(bridge -> stations.getOrDefault(bridge, List.of()).stream())
                .anyMatch(station ->
                        station.state().isEmpty() && station.port().equals(port) && macs.contains(station.mac()));
    }

    /** Whether everything of a sort was listed in a place. */
    boolean sawAll(Scope scope, String subject) {
        return seen.contains(new Forwarding.Seen(scope, subject));
    }
}
