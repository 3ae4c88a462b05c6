package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Covered;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Machine;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** How far a side sees: only inside it does "not shown" mean "not there". */
public interface Sight {

    /** Whether everything of a sort would show in this place. */
    boolean sawAll(Scope place, Covered.Subject subject);

    /** Whether every port of this bridge would show. */
    boolean sawPortsOf(DeviceId bridge);

    /** Ports that the bridge's own listing names, each with where. */
    SortedMap<String, List<Origin>> portsOf(DeviceId bridge);

    /** The bridge whose own listing names this port, where exactly one does. */
    Optional<String> bridgeOf(DeviceId port);

    /** Whether the device shows, and shows as a port of no bridge. */
    boolean sawPortOfNothing(DeviceId device);

    /** Whether every NIC of this machine would show. */
    boolean sawNicsOf(Machine machine);

    /**
     * Whether every API object of a sort would show.
     *
     * @param namespace empty for objects of the cluster
     */
    boolean sawObjects(Covered.Subject subject, String namespace);
}
