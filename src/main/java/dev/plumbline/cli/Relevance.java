package dev.plumbline.cli;

import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a need or a finding speaks of the part of a topology that is shown.
 *
 * @param all whether everything is shown
 * @param names its NICs and devices, as needs and findings name them
 */
record Relevance(boolean all, Set<String> names) {

    static final Relevance OF_ALL = new Relevance(true, Set.of());

    static Relevance of(Topology part) {
        Set<String> names = new HashSet<>();
        for (Machine machine : part.machines()) {
            for (Nic nic : machine.nics()) {
                names.add(machine.name() + "/" + nic.ref());
                names.add(machine.path() + "/" + nic.ref());
                Stream.concat(Stream.of(nic.path()), nic.otherPaths().stream())
                        .flatMap(path -> path.hops().stream())
                        .forEach(hop -> names.add(new DeviceId(hop.scope(), hop.label()).toString()));
            }
        }
        part.others().forEach(other -> names.add(other.device().toString()));
        return new Relevance(false, names);
    }

    boolean any(Collection<String> concerned) {
        return all || concerned.stream().anyMatch(one -> names.contains(one) || isRule(one));
    }

    /** A rule that could not be judged concerns whoever asks. */
    private static boolean isRule(String concerned) {
        return concerned.indexOf('/') < 0 && concerned.indexOf(':') < 0;
    }
}
