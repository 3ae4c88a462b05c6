package dev.plumbline.answers;

import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of a topology was asked for.
 *
 * @param namespace only machines of this namespace, and those whose namespace nothing names; empty for all
 * @param every whether a name that stands in several namespaces means all of them ({@code -A})
 * @param targets none for everything
 */
public record Selection(Optional<String> namespace, boolean every, List<Target> targets) {

    public Selection {
        targets = List.copyOf(targets);
    }

    /**
     * The part that was asked for: its machines and NICs in their order, the strangers and segments of the bridges that
     * their paths cross, and all devices.
     */
    public Topology of(Topology topology) throws TargetException {
        if (namespace.isEmpty() && targets.isEmpty()) {
            return topology;
        }
        List<Machine> machines =
                topology.machines().stream().filter(this::inNamespace).toList();
        if (targets.isEmpty()) {
            return around(topology, machines, Set.of());
        }
        Matching matching = new Matching(topology, machines, every);
        TreeMap<Integer, Set<Nic>> chosen = new TreeMap<>();
        Set<DeviceId> strangers = new HashSet<>();
        for (Target target : targets) {
            Matching.Found found = matching.find(target);
            found.nics()
                    .forEach((machine, nics) ->
                            chosen.computeIfAbsent(machine, _ -> identities()).addAll(nics));
            strangers.addAll(found.offPath());
        }
        List<Machine> cut = new ArrayList<>();
        chosen.forEach((index, nics) -> cut.add(withOnly(machines.get(index), nics)));
        return around(topology, cut, strangers);
    }

    /** The NICs come from this very topology; comparing them by content would walk every path. */
    private static Set<Nic> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private boolean inNamespace(Machine machine) {
        return namespace.isEmpty()
                || machine.namespace().isEmpty()
                || machine.namespace().equals(namespace.get());
    }

    private static Machine withOnly(Machine machine, Set<Nic> nics) {
        return new Machine(
                machine.kind(),
                machine.namespace(),
                machine.name(),
                machine.state(),
                machine.placements(),
                machine.nics().stream().filter(nics::contains).toList());
    }

    private static Topology around(Topology topology, List<Machine> machines, Set<DeviceId> strangers) {
        Set<DeviceId> crossed = new HashSet<>();
        for (Machine machine : machines) {
            for (Nic nic : machine.nics()) {
                hops(nic).forEach(hop -> hop.name().ifPresent(name -> crossed.add(new DeviceId(hop.scope(), name))));
            }
        }
        return new Topology(
                machines,
                topology.others().stream()
                        .filter(other -> strangers.contains(other.device())
                                || crossed.contains(new DeviceId(other.device().scope(), other.on())))
                        .toList(),
                topology.segments().stream()
                        .filter(segment -> crossed.contains(segment.bridge()))
                        .toList(),
                topology.devices(),
                topology.settings(),
                topology.forwarding());
    }

    /** The hops of all paths of a NIC, the active one's first. */
    static List<Hop> hops(Nic nic) {
        if (nic.otherPaths().isEmpty()) {
            return nic.path().hops();
        }
        List<Hop> all = new ArrayList<>(nic.path().hops());
        nic.otherPaths().forEach(path -> all.addAll(path.hops()));
        return all;
    }
}
