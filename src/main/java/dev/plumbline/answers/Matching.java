package dev.plumbline.answers;

import dev.plumbline.evidence.Scope;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds in a topology what a target names, or says what it may have meant. */
final class Matching {

    /** @param nics by place of the machine in the list @param offPath devices that were seen but lie on no path */
    record Found(Map<Integer, List<Nic>> nics, List<DeviceId> offPath) {

        boolean nothing() {
            return nics.isEmpty() && offPath.isEmpty();
        }
    }

    private final Topology topology;
    private final List<Machine> machines;
    private final boolean every;

    Matching(Topology topology, List<Machine> machines, boolean every) {
        this.topology = topology;
        this.machines = machines;
        this.every = every;
    }

    Found find(Target target) throws TargetException {
        Found found = switch (target) {
            case Target.OfMachine machine -> machine(machine);
            case Target.OfDevice device -> device(device);
            case Target.OfNetwork network -> nics(nic -> on(nic, network.name()));
            case Target.OfMac mac ->
                nics(nic -> nic.mac().equals(Optional.of(mac.mac()))
                        || Selection.hops(nic).stream()
                                .anyMatch(hop -> hop.mac().equals(Optional.of(mac.mac()))));
            case Target.OfAddress address ->
                nics(nic -> nic.addresses().stream()
                        .anyMatch(own -> TargetParser.address(own.address()).equals(Optional.of(address.address()))));
        };
        if (found.nothing()) {
            throw new TargetException("'" + target.text() + "' is not in what was read", namesNear(target));
        }
        return found;
    }

    private Found machine(Target.OfMachine target) throws TargetException {
        Map<Integer, List<Nic>> found = new TreeMap<>();
        Set<String> meanings = new TreeSet<>();
        for (Target.Reading reading : target.readings()) {
            if (reading.name().isEmpty() && !found.isEmpty()) {
                break; // a word is a NIC's where it is no machine's
            }
            boolean named = machines.stream().anyMatch(machine -> named(machine, reading));
            for (int i = 0; i < machines.size(); i++) {
                Machine machine = machines.get(i);
                if (named ? named(machine, reading) : launchedBy(machine, reading)) {
                    List<Nic> nics = nics(machine, reading.nic());
                    if (!reading.nic().isEmpty() && nics.isEmpty()) {
                        continue;
                    }
                    found.merge(i, nics, Matching::joined);
                    meanings.add(machine.kind() + "/" + machine.path()
                            + (reading.nic().isEmpty() ? "" : ":" + reading.nic()));
                }
            }
        }
        if (meanings.size() > 1 && !every) {
            throw new TargetException(
                    "'" + target.text() + "' may be several things; -A means all of them", List.copyOf(meanings));
        }
        return new Found(found, List.of());
    }

    private static boolean named(Machine machine, Target.Reading reading) {
        return (reading.name().isEmpty() || machine.name().equals(reading.name()))
                && (reading.kind().isEmpty() || reading.kind().equals(machine.kind()))
                && (reading.namespace().isEmpty() || reading.namespace().equals(machine.namespace()));
    }

    /** A virt-launcher pod stands for its VM: people copy it from {@code oc get pods}. */
    private static boolean launchedBy(Machine machine, Target.Reading reading) {
        return !reading.kind().equals("vm")
                && machine.kind().equals("vm")
                && (reading.namespace().isEmpty() || reading.namespace().equals(machine.namespace()))
                && machine.placements().stream()
                        .anyMatch(placement -> placement.pod().equals(Optional.of(reading.name())));
    }

    /** By ref; where no NIC has that, by alias, guest name or the name of any device inside guest and pod. */
    private static List<Nic> nics(Machine machine, String word) {
        if (word.isEmpty()) {
            return machine.nics();
        }
        List<Predicate<Nic>> ways = List.of(
                nic -> nic.ref().equals(word),
                nic -> nic.alias().map(alias -> alias.name().equals(word)).orElse(false),
                nic -> nic.name().equals(Optional.of(word)),
                nic -> Selection.hops(nic).stream()
                        .anyMatch(hop -> hop.name().equals(Optional.of(word))
                                && (hop.scope().is(Scope.Kind.POD)
                                        || hop.scope().is(Scope.Kind.GUEST))));
        return ways.stream()
                .map(way -> machine.nics().stream().filter(way).toList())
                .filter(nics -> !nics.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Found device(Target.OfDevice target) {
        Found onPath = nics(nic -> Selection.hops(nic).stream().anyMatch(hop -> at(hop, target)));
        if (onPath.nothing()) {
            return new Found(
                    Map.of(),
                    topology.devices().stream()
                            .map(Device::id)
                            .filter(id -> in(id.scope(), target)
                                    && (target.device().isEmpty()
                                            || target.device().equals(id.name())))
                            .toList());
        }
        return onPath;
    }

    private static boolean at(Hop hop, Target.OfDevice target) {
        return in(hop.scope(), target)
                && (target.device().isEmpty()
                        || hop.name().equals(Optional.of(target.device()))
                        || hop.members().stream()
                                .anyMatch(member -> member.device().id().name().equals(target.device())));
    }

    private static boolean in(Scope scope, Target.OfDevice target) {
        return scope.kind() == target.kind()
                && scope.name().equals(target.name())
                && (target.namespace().isEmpty() || scope.namespace().equals(target.namespace()));
    }

    private static boolean on(Nic nic, String network) {
        return Stream.concat(nic.network().name().stream(), nic.network().candidates().stream())
                .anyMatch(name -> name.equals(network)
                        || name.endsWith("/" + network)
                        || network.equals("pod") && name.equals("pod network"));
    }

    private Found nics(Predicate<Nic> wanted) {
        Map<Integer, List<Nic>> found = new TreeMap<>();
        for (int i = 0; i < machines.size(); i++) {
            List<Nic> nics = machines.get(i).nics().stream().filter(wanted).toList();
            if (!nics.isEmpty()) {
                found.put(i, nics);
            }
        }
        return new Found(found, List.of());
    }

    private static List<Nic> joined(List<Nic> first, List<Nic> second) {
        List<Nic> all = new ArrayList<>(first);
        second.stream().filter(nic -> !all.contains(nic)).forEach(all::add);
        return all;
    }

    private List<String> namesNear(Target target) {
        return switch (target) {
            case Target.OfMachine machine -> machinesNear(machine);
            case Target.OfDevice device ->
                NearNames.of(
                        device.text(),
                        topology.devices().stream()
                                .map(each -> each.id().toString())
                                .toList());
            case Target.OfNetwork network ->
                NearNames.of(
                        network.text(),
                        allNics()
                                .flatMap(nic -> nic.network().name().stream())
                                .map(name -> "net/" + name)
                                .sorted()
                                .toList());
            case Target.OfMac mac ->
                NearNames.of(
                        mac.mac().text(),
                        allNics()
                                .flatMap(nic -> nic.mac().stream())
                                .map(Object::toString)
                                .sorted()
                                .toList());
            case Target.OfAddress address ->
                NearNames.of(
                        address.text(),
                        allNics()
                                .flatMap(nic -> nic.addresses().stream())
                                .map(Nic.NicAddress::address)
                                .sorted()
                                .toList());
        };
    }

    /** A bare word may also be a device's name: then its full form is what was meant. */
    private List<String> machinesNear(Target.OfMachine target) {
        String bare = target.readings().getFirst().name();
        List<String> devices = topology.devices().stream()
                .map(Device::id)
                .filter(id -> id.name().equals(bare))
                .map(DeviceId::toString)
                .limit(NearNames.LIMIT)
                .toList();
        if (!devices.isEmpty()) {
            return devices;
        }
        List<String> names = new ArrayList<>();
        boolean nicAsked = target.readings().stream()
                .anyMatch(reading -> !reading.name().isEmpty() && !reading.nic().isEmpty());
        for (Machine machine : machines) {
            String name = (target.readings().getFirst().kind().isEmpty() ? "" : machine.kind() + "/") + machine.name();
            if (nicAsked) {
                machine.nics().forEach(nic -> names.add(name + ":" + nic.ref()));
            } else {
                names.add(name);
            }
        }
        String typed = target.text();
        boolean slashed = nicAsked && !typed.contains(":");
        return NearNames.of(slashed ? typed.replaceFirst("/(?=[^/]*$)", ":") : typed, names);
    }

    private Stream<Nic> allNics() {
        return machines.stream().flatMap(machine -> machine.nics().stream());
    }
}
