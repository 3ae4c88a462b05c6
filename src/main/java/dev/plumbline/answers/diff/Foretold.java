package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Covered.Subject;
import dev.plumbline.facts.FactSet;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plan determines: its machines' NICs, its guests' addresses and routes where their files are known, the ports of
 * its bridges. What else stands on a node, or in the cluster, is none of its business.
 */
record Foretold(Topology topology, FactSet facts) implements Sight {

    @Override
    public boolean sawAll(Scope place, Subject subject) {
        return switch (subject) {
            case ADDRESSES, CONFIGURATION ->
                topology.settings().addresses().stream()
                        .anyMatch(held -> held.device().scope().equals(place));
            case ROUTES ->
                topology.settings().routes().stream()
                        .anyMatch(held -> held.scope().equals(place));
            default -> false;
        };
    }

    @Override
    public boolean sawPortsOf(DeviceId bridge) {
        return topology.devices().stream()
                .anyMatch(device -> device.id().scope().equals(bridge.scope())
                        && device.master().filter(bridge.name()::equals).isPresent());
    }

    @Override
    public SortedMap<String, List<Origin>> portsOf(DeviceId bridge) {
        return new TreeMap<>();
    }

    @Override
    public Optional<String> bridgeOf(DeviceId port) {
        return Optional.empty();
    }

    @Override
    public boolean sawPortOfNothing(DeviceId device) {
        return false;
    }

    @Override
    public boolean sawNicsOf(Machine machine) {
        return true;
    }

    /** A plan with VMs in a namespace is meant to hold them all; so it is with networks. */
    @Override
    public boolean sawObjects(Subject subject, String namespace) {
        return switch (subject) {
            case VMS ->
                topology.machines().stream()
                        .anyMatch(machine -> machine.kind().equals("vm")
                                && machine.namespace().equals(namespace));
            case NETWORKS ->
                facts.all(NetworkDefinition.class).stream()
                        .anyMatch(definition -> definition.namespace().equals(namespace));
            default -> false;
        };
    }
}
