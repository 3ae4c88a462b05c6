package dev.plumbline.answers.reach;

import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Forwarding;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whose a device is, and which bridge of the nodes its network is to have. */
final class Owners {

    /** A NIC and its machine. */
    record Owner(Machine machine, Nic nic) {

        String ref() {
            return machine.name() + "/" + nic.ref();
        }
    }

    private final Topology topology;
    private final Map<DeviceId, Owner> owners = new HashMap<>();

    Owners(Topology topology) {
        this.topology = topology;
        for (Machine machine : topology.machines()) {
            for (Nic nic : machine.nics()) {
                Owner owner = new Owner(machine, nic);
                Hop first = nic.path().hops().getFirst();
                for (Hop hop : nic.path().hops()) {
                    if (!hop.gap() && hop.scope().equals(first.scope())) {
                        owners.putIfAbsent(new DeviceId(hop.scope(), hop.label()), owner);
                    }
                }
                nic.addresses()
                        .forEach(address -> owners.putIfAbsent(new DeviceId(first.scope(), address.device()), owner));
            }
        }
    }

    Optional<Owner> of(DeviceId device) {
        return Optional.ofNullable(owners.get(device));
    }

    /** The first owner of a device on a way. */
    Optional<Owner> of(Trail trail) {
        return trail.stops().stream()
                .flatMap(stop -> of(stop.device()).stream())
                .findFirst();
    }

    /** The node bridges that the definition of the NIC's network names; none where it is not known. */
    SortedSet<String> bridges(Owner owner) {
        SortedSet<String> bridges = new TreeSet<>();
        List<String> names = owner.nic().network().name().stream()
                .flatMap(
                        name -> java.util.stream.Stream.of(name, owner.machine().namespace() + "/" + name))
                .toList();
        for (Forwarding.NetworkBridge network : topology.forwarding().networks()) {
            if (names.contains(network.network())) {
                bridges.add(network.bridge());
            }
        }
        return bridges;
    }
}
