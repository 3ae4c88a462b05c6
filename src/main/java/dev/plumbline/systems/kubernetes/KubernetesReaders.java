package dev.plumbline.systems.kubernetes;

import dev.plumbline.systems.ObjectReader;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.kubevirt.VirtualMachineInstances;
import dev.plumbline.systems.kubevirt.VirtualMachines;
import dev.plumbline.systems.multus.NetworkDefinitions;
import dev.plumbline.systems.nmstate.NetworkPolicies;
import dev.plumbline.systems.nmstate.NmstateShow;
import dev.plumbline.systems.nmstate.NodeNetworkStates;
import java.util.ArrayList;
import java.util.List;

/** Every reader of what the cluster's API says. A new kind of object is one line here. */
public final class KubernetesReaders {

    private KubernetesReaders() {}

    /** The readers of single objects. */
    public static List<ObjectReader> objects() {
        return List.of(
                new Pods(),
                new Nodes(),
                new VirtualMachineInstances(),
                new VirtualMachines(),
                new NetworkDefinitions(),
                new NodeNetworkStates(),
                new NetworkPolicies());
    }

    /** The readers of outputs and files. */
    public static List<Reader> all() {
        List<Reader> specific = List.of(
                new ObjectsReader(objects()),
                new TablesReader(),
                new AnnotationPathReader(),
                new DescribeReader(),
                new EventsReader());
        List<Reader> all = new ArrayList<>(specific);
        all.add(new NamespaceReader(specific));
        all.add(new SandboxReader());
        all.add(new NmstateShow());
        return List.copyOf(all);
    }
}
