package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Attachment;
import dev.plumbline.facts.Mac;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.facts.OvsPort;
import dev.plumbline.facts.VmNic;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Settings.HeldAddress;
import dev.plumbline.topology.Settings.HeldRoute;
import dev.plumbline.topology.Settings.PortTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One side by index: a comparison never looks through all of it. */
final class Holdings {

    /** Open vSwitch's kernel datapath, the master of every port of every one of its bridges. */
    static final String DATAPATH = "ovs-system";

    /** What a topology calls the cluster's own network. */
    private static final String POD_NETWORK = "pod network";

    /** A plan's node that no one knows by name. */
    static final String ANY_NODE = "*";

    private final Side side;
    private final SortedMap<Scope, SortedMap<String, Device>> devices = new TreeMap<>();
    private final Map<Scope, List<HeldAddress>> addresses = new HashMap<>();
    private final Map<Scope, List<HeldRoute>> routes = new HashMap<>();
    private final Map<DeviceId, List<PortTag>> tags = new HashMap<>();
    private final Map<DeviceId, SortedSet<String>> riders = new HashMap<>();
    private final Map<String, List<VmNic>> specs = new HashMap<>();
    private final Set<DeviceId> ovsPorts = new HashSet<>();
    private final Set<String> networks = new HashSet<>(Set.of(POD_NETWORK));

    Holdings(Side side) {
        this.side = side;
        side.topology()
                .devices()
                .forEach(device -> devices.computeIfAbsent(device.id().scope(), _ -> new TreeMap<>())
                        .put(device.id().name(), device));
        side.topology()
                .settings()
                .addresses()
                .forEach(held -> addresses
                        .computeIfAbsent(held.device().scope(), _ -> new ArrayList<>())
                        .add(held));
        side.topology()
                .settings()
                .routes()
                .forEach(held -> routes.computeIfAbsent(held.scope(), _ -> new ArrayList<>())
                        .add(held));
        side.topology()
                .settings()
                .tags()
                .forEach(tag ->
                        tags.computeIfAbsent(tag.port(), _ -> new ArrayList<>()).add(tag));
        side.topology().machines().forEach(machine -> machine.nics().forEach(nic -> ride(machine, nic)));
        side.facts().all(OvsPort.class).forEach(port -> ovsPorts.add(new DeviceId(port.scope(), port.device())));
        side.facts().all(NetworkDefinition.class).forEach(one -> network(one.namespace() + "/" + one.name()));
        side.facts().all(Attachment.class).forEach(one -> network(one.network()));
        side.facts().all(VmNic.class).forEach(one -> network(one.attachment()));
        side.facts().all(VmNic.class).stream()
                .filter(nic -> nic.order() >= 0)
                .sorted(Comparator.comparingInt(VmNic::order))
                .forEach(nic ->
                        specs.computeIfAbsent(nic.vm(), _ -> new ArrayList<>()).add(nic));
    }

    private void network(String name) {
        networks.add(name);
        networks.add(name.substring(name.indexOf('/') + 1));
    }

    private void ride(Machine machine, Nic nic) {
        String ref = machine.name() + "/" + nic.ref();
        for (Hop hop : nic.path().hops()) {
            hop.name().ifPresent(name -> rider(new DeviceId(hop.scope(), name), ref));
            hop.members().forEach(member -> rider(member.device().id(), ref));
        }
    }

    private void rider(DeviceId device, String ref) {
        riders.computeIfAbsent(device, _ -> new TreeSet<>()).add(ref);
    }

    Side side() {
        return side;
    }

    Sight sight() {
        return side.sight();
    }

    /** Devices of a place by name. */
    SortedMap<String, Device> devices(Scope place) {
        return devices.getOrDefault(place, new TreeMap<>());
    }

    Optional<Device> device(DeviceId id) {
        return Optional.ofNullable(devices(id.scope()).get(id.name()));
    }

    List<HeldAddress> addresses(Scope place) {
        return addresses.getOrDefault(place, List.of());
    }

    List<HeldRoute> routes(Scope place) {
        return routes.getOrDefault(place, List.of());
    }

    List<PortTag> tags(DeviceId port) {
        return tags.getOrDefault(port, List.of());
    }

    /** NICs whose path crosses a device, {@code controller-0/nic5}. */
    SortedSet<String> riders(DeviceId device) {
        return riders.getOrDefault(device, new TreeSet<>());
    }

    /** The bridge that lists this device as its port, where exactly one does. */
    Optional<String> bridgeOf(DeviceId port) {
        return side.sight().bridgeOf(port);
    }

    /** Whether Open vSwitch lists it as a port of one of its bridges. */
    boolean isOvsPort(DeviceId port) {
        return ovsPorts.contains(port);
    }

    /** A VM's interfaces as its spec lists them, in its order. */
    List<VmNic> declared(Machine machine) {
        return specs.getOrDefault(machine.name(), List.of()).stream()
                .filter(nic -> nic.namespace().isEmpty() || nic.namespace().equals(machine.namespace()))
                .toList();
    }

    /** Whether something on this side shows that an attached network is called so. */
    boolean isNetwork(String name) {
        return networks.contains(name);
    }

    /** Where a device was seen. */
    List<Origin> evidence(Hop hop) {
        return device(new DeviceId(hop.scope(), hop.label()))
                .map(Device::evidence)
                .filter(seen -> !seen.isEmpty())
                .orElse(hop.evidence());
    }

    /** Nodes of which devices are known, by name. */
    SortedMap<String, Scope> nodes() {
        SortedMap<String, Scope> nodes = new TreeMap<>();
        devices.keySet().stream()
                .filter(scope -> scope.is(Scope.Kind.NODE))
                .forEach(scope -> nodes.putIfAbsent(scope.name(), scope));
        return nodes;
    }

    /** Nodes that run machines. */
    SortedSet<String> hosts() {
        SortedSet<String> hosts = new TreeSet<>();
        side.topology()
                .machines()
                .forEach(machine ->
                        machine.active().flatMap(Machine.Placement::node).ifPresent(hosts::add));
        return hosts;
    }

    /** The machine's own place. */
    Optional<Scope> guest(Machine machine) {
        Optional<Scope> onPath = machine.nics().stream()
                .flatMap(nic -> nic.path().hops().stream())
                .map(Hop::scope)
                .filter(Holdings::isGuest)
                .findFirst();
        if (machine.kind().equals("pod")) {
            return machine.nics().stream()
                    .flatMap(nic -> nic.path().hops().stream())
                    .map(Hop::scope)
                    .findFirst();
        }
        return onPath.or(() -> devices.keySet().stream()
                .filter(scope -> isGuest(scope)
                        && scope.name().equals(machine.name())
                        && (scope.namespace().isEmpty() || scope.namespace().equals(machine.namespace())))
                .findFirst());
    }

    /** Whether any device of the machine's own place bears this MAC, NIC or not. */
    boolean hasMac(Machine machine, Mac mac) {
        return guest(machine).stream()
                .flatMap(place -> devices(place).values().stream())
                .anyMatch(device -> device.mac().filter(mac::equals).isPresent());
    }

    static boolean isGuest(Scope scope) {
        return scope.is(Scope.Kind.GUEST) || scope.is(Scope.Kind.HOST);
    }
}
