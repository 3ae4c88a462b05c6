package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Covered.Subject;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Compares the devices of one place whose names somebody chose: bridges with their ports, bonds, VLANs, NICs.
 *
 * @param object the place as output names it
 * @param left the place on the left side
 * @param right the same place on the right side
 * @param which devices that are compared by themselves
 */
record Devices(String object, Scope left, Scope right, Predicate<Device> which, Holdings a, Holdings b, Ledger ledger) {

    void compare() {
        SortedSet<String> all = new TreeSet<>();
        a.devices(left).values().stream()
                .filter(which)
                .forEach(device -> all.add(device.id().name()));
        b.devices(right).values().stream()
                .filter(which)
                .forEach(device -> all.add(device.id().name()));
        all.removeIf(name -> name.contains("*") || fleeting(name));
        for (String name : all) {
            device(name, a.device(new DeviceId(left, name)), b.device(new DeviceId(right, name)));
        }
    }

    /** Whether either side knows it for a device that the system named. */
    private boolean fleeting(String name) {
        return a.device(new DeviceId(left, name)).filter(this::fleeting).isPresent()
                || b.device(new DeviceId(right, name)).filter(this::fleeting).isPresent();
    }

    private boolean fleeting(Device device) {
        return !Kinds.lasting(device.id().name(), device.kind());
    }

    private void device(String name, Optional<Device> one, Optional<Device> other) {
        String owner = object + " " + name;
        List<String> riders = riders(name);
        DeviceId mine = new DeviceId(left, name);
        DeviceId theirs = new DeviceId(right, name);
        Thing thing = Thing.of(owner, "device").affecting(riders).of(mine, theirs);
        if (one.isEmpty() || other.isEmpty()) {
            ledger.compare(thing, there(one, left, a), there(other, right, b));
        } else {
            attributes(owner, riders, one.get(), other.get());
        }
        ports(owner, riders, one, other);
    }

    private List<String> riders(String name) {
        SortedSet<String> riders = new TreeSet<>(a.riders(new DeviceId(left, name)));
        riders.addAll(b.riders(new DeviceId(right, name)));
        return List.copyOf(riders);
    }

    private static Said there(Optional<Device> device, Scope place, Holdings side) {
        return Said.of(
                device.map(_ -> "there"),
                device.map(Device::evidence).orElse(List.of()),
                Said.absent(
                        side.sight().sawAll(place, Subject.LINKS),
                        "devices are not listed in full",
                        "ip -d link on " + place.path()));
    }

    private void attributes(String owner, List<String> riders, Device one, Device other) {
        Said open = new Said.NotShown("not shown", "ip -d link");
        if (!Kinds.alike(one.kind(), other.kind())) {
            ledger.compare(Thing.of(owner, "kind").affecting(riders).of(one.id(), other.id()), kind(one), kind(other));
        }
        ledger.compare(
                Thing.of(owner, "mtu").affecting(riders).of(one.id(), other.id()), mtu(one, open), mtu(other, open));
        if (one.kind() instanceof Kind.Vlan vlan && other.kind() instanceof Kind.Vlan twin) {
            ledger.compare(
                    Thing.of(owner, "vlan").affecting(riders),
                    Said.of(text(vlan), one.evidence(), open),
                    Said.of(text(twin), other.evidence(), open));
            ledger.compare(
                    Thing.of(owner, "base").affecting(riders),
                    Said.of(vlan.base(), one.evidence(), open),
                    Said.of(twin.base(), other.evidence(), open));
        }
        Optional<String> bridge = bridge(one, a);
        Optional<String> twinsBridge = bridge(other, b);
        if (Pairing.conflict(bridge, twinsBridge)) {
            ledger.compare(
                    Thing.of(owner, "bridge").affecting(riders),
                    Said.of(bridge, one.evidence(), open),
                    Said.of(twinsBridge, other.evidence(), open));
        }
        if (!a.tags(one.id()).isEmpty() || !b.tags(other.id()).isEmpty()) {
            new Tags(a, b, ledger).compare(Thing.of(owner, "vlan").affecting(riders), one.id(), other.id());
        }
    }

    private static Said kind(Device device) {
        return new Said.Is(device.kind().word(), device.evidence());
    }

    private static Said mtu(Device device, Said otherwise) {
        return Said.of(
                device.mtu().isPresent()
                        ? Optional.of(String.valueOf(device.mtu().getAsInt()))
                        : Optional.empty(),
                device.evidence(),
                otherwise);
    }

    private static Optional<String> text(Kind.Vlan vlan) {
        return vlan.id().isPresent() ? Optional.of(String.valueOf(vlan.id().getAsInt())) : Optional.empty();
    }

    private static Optional<String> bridge(Device device, Holdings side) {
        return device.master().filter(name -> !name.equals(Holdings.DATAPATH)).or(() -> side.bridgeOf(device.id()));
    }

    /** The ports of a bridge or bond that have names of their own. A port that moved is told as the port's difference. */
    private void ports(String owner, List<String> riders, Optional<Device> one, Optional<Device> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        SortedMap<String, List<Origin>> before = ports(a, one.get().id());
        SortedMap<String, List<Origin>> after = ports(b, other.get().id());
        List<String> moved = new ArrayList<>();
        for (String port : union(before, after)) {
            Optional<String> from = a.device(new DeviceId(left, port)).flatMap(device -> bridge(device, a));
            Optional<String> to = b.device(new DeviceId(right, port)).flatMap(device -> bridge(device, b));
            if (fleeting(port) || !Kinds.lasting(port, new Kind.Link()) || Pairing.conflict(from, to)) {
                moved.add(port);
            }
        }
        before.keySet().removeAll(moved);
        after.keySet().removeAll(moved);
        new Sets(
                        ledger,
                        portMissing(a, one.get().id()),
                        portMissing(b, other.get().id()))
                .compare(Thing.of(owner, "port").affecting(riders), before, after);
    }

    private static SortedSet<String> union(SortedMap<String, ?> left, SortedMap<String, ?> right) {
        SortedSet<String> all = new TreeSet<>(left.keySet());
        all.addAll(right.keySet());
        return all;
    }

    private static SortedMap<String, List<Origin>> ports(Holdings side, DeviceId bridge) {
        SortedMap<String, List<Origin>> ports = new TreeMap<>(side.sight().portsOf(bridge));
        side.devices(bridge.scope()).values().stream()
                .filter(device -> device.master().filter(bridge.name()::equals).isPresent())
                .forEach(device -> ports.putIfAbsent(device.id().name(), device.evidence()));
        return ports;
    }

    private static Said portMissing(Holdings side, DeviceId bridge) {
        return Said.absent(
                side.sight().sawPortsOf(bridge),
                side.device(bridge).map(Device::evidence).orElse(List.of()),
                "its ports are not listed in full",
                "ip -d link show master " + bridge.name());
    }
}
