package dev.plumbline.views.picture;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Machine.Placement;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import dev.plumbline.views.picture.Column.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be drawn: blocks of machines that share a node, each machine's lanes.
 *
 * @param blocks nodes by name, then machines of which no node is known
 */
record Sheet(List<Block> blocks) {

    /** @param node empty where the one machine stands alone */
    record Block(Optional<String> node, List<Rows> machines) {

        List<Lane> lanes() {
            return machines.stream().flatMap(m -> m.lanes().stream()).toList();
        }

        /** The best of the machines' placements: one proven machine proves that the node is there. */
        Verdict verdict() {
            return machines.stream().map(Rows::placed).min(Verdict::compareTo).orElse(Verdict.UNKNOWN);
        }
    }

    /**
     * One machine with its lanes in the order of its NICs.
     *
     * @param folded whether the machine is one line, its lanes left out
     */
    record Rows(Machine machine, List<Lane> lanes, boolean folded) {

        Verdict placed() {
            return machine.active().map(Placement::verdict).orElse(Verdict.UNKNOWN);
        }

        boolean isVm() {
            return machine.kind().equals("vm");
        }

        Optional<String> pod() {
            return isVm() ? machine.active().flatMap(Placement::pod) : Optional.of(machine.name());
        }

        boolean podDrawn() {
            return !folded && pod().isPresent()
                    || lanes.stream()
                            .flatMap(l -> l.stations().stream())
                            .anyMatch(s -> s.slot().column().zone() == Zone.POD);
        }
    }

    List<Lane> lanes() {
        return blocks.stream().flatMap(b -> b.lanes().stream()).toList();
    }

    /** @param inks colours by network, see {@link #inks} */
    static Sheet of(Topology topology, Map<String, Ink> inks) {
        return of(topology, inks, Folding.NONE);
    }

    static Sheet of(Topology topology, Map<String, Ink> inks, Folding folding) {
        Map<String, List<Machine>> byNode = new TreeMap<>();
        List<Machine> alone = new ArrayList<>();
        for (Machine machine : topology.machines()) {
            machine.active()
                    .flatMap(Placement::node)
                    .ifPresentOrElse(
                            node -> byNode.computeIfAbsent(node, _ -> new ArrayList<>())
                                    .add(machine),
                            () -> alone.add(machine));
        }
        List<Block> blocks = new ArrayList<>();
        int[] next = {0};
        byNode.forEach((node, machines) ->
                blocks.add(new Block(Optional.of(node), folding.fold(machines, m -> rows(m, inks, next)))));
        alone.forEach(m -> blocks.add(new Block(Optional.empty(), List.of(rows(m, inks, next)))));
        return new Sheet(List.copyOf(blocks));
    }

    private static Rows rows(Machine machine, Map<String, Ink> inks, int[] next) {
        List<Lane> lanes = new ArrayList<>();
        for (Nic nic : machine.nics()) {
            lanes.add(LaneReader.read(next[0]++, machine, nic, inks.getOrDefault(network(nic), Ink.POD_NETWORK)));
        }
        return new Rows(machine, List.copyOf(lanes), false);
    }

    /** Networks by name take the colours in turn; a NIC of unknown network has its ref's, so that lanes stay apart. */
    static Map<String, Ink> inks(List<Machine> machines) {
        TreeSet<String> named = new TreeSet<>();
        TreeSet<String> nameless = new TreeSet<>();
        for (Machine machine : machines) {
            for (Nic nic : machine.nics()) {
                (nic.network().name().isPresent() ? named : nameless).add(network(nic));
            }
        }
        named.remove(POD_NETWORK);
        Map<String, Ink> inks = new HashMap<>();
        named.forEach(name -> inks.put(name, Ink.network(inks.size())));
        nameless.forEach(name -> inks.put(name, Ink.network(inks.size())));
        return inks;
    }

    private static final String POD_NETWORK = "pod network";

    private static String network(Nic nic) {
        return nic.network().name().orElse("? " + nic.ref());
    }
}
