package dev.plumbline.plan.wiring;

import dev.plumbline.facts.Fact;
import dev.plumbline.facts.FactSet;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Settings;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The network that manifests will build. Every step is inferred: it follows from a rule of the system that will make it and
 * from the lines of the manifests that ask for it.
 */
public final class Wiring {

    /** VMs before pods, as in every topology. */
    private static final Comparator<Machine> MACHINES = Comparator.comparing(
                    (Machine machine) -> !machine.kind().equals("vm"))
            .thenComparing(Machine::namespace)
            .thenComparing(Machine::name);

    private Wiring() {}

    public static Topology of(Wishes wishes) {
        SortedMap<String, List<Fact>> byCluster = new TreeMap<>();
        for (Fact fact : wishes.facts()) {
            byCluster
                    .computeIfAbsent(fact.scope().cluster(), _ -> new ArrayList<>())
                    .add(fact);
        }
        return byCluster.entrySet().stream()
                .map(cluster -> new ClusterWiring(
                                cluster.getKey(), Manifests.of(FactSet.of(cluster.getValue())), wishes.options())
                        .topology())
                .reduce(Wiring::both)
                .orElse(new Topology(List.of(), List.of(), List.of(), List.of()));
    }

    /** Nothing joins across clusters. */
    private static Topology both(Topology one, Topology other) {
        return new Topology(
                both(one.machines(), other.machines(), MACHINES),
                both(one.others(), other.others(), Comparator.comparing(Topology.Other::device)),
                both(one.segments(), other.segments(), Comparator.comparing(Topology.Segment::bridge)),
                both(one.devices(), other.devices(), Comparator.comparing(Device::id)),
                new Settings(
                        both(
                                one.settings().addresses(),
                                other.settings().addresses(),
                                Comparator.comparing(Settings.HeldAddress::device)),
                        both(
                                one.settings().routes(),
                                other.settings().routes(),
                                Comparator.comparing(Settings.HeldRoute::scope)),
                        both(
                                one.settings().tags(),
                                other.settings().tags(),
                                Comparator.comparing(Settings.PortTag::port))));
    }

    private static <T> List<T> both(List<T> one, List<T> other, Comparator<? super T> order) {
        return Stream.concat(one.stream(), other.stream()).sorted(order).toList();
    }
}
