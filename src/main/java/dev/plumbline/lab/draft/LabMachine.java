package dev.plumbline.lab.draft;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A VM of a lab, or a pod of its own.
 *
 * @param guest the place in the guest's stead; empty for a pod
 * @param pod the place of its launcher's pod
 * @param node the place of the node that runs it; empty where it is on none
 * @param nics its NICs in the order of the VM's interfaces
 * @param taps MACs of the guest's NICs by the taps that lead to them
 */
public record LabMachine(
        String namespace,
        String name,
        String guest,
        String pod,
        String node,
        List<LabNic> nics,
        Map<String, String> taps) {

    public LabMachine {
        nics = List.copyOf(nics);
    }

    /** @param names those of all interfaces of its spec, in their order; without one of them built none is told */
    public LabMachine naming(List<String> names) {
        return names.size() != nics.size()
                ? this
                : new LabMachine(
                        namespace,
                        name,
                        guest,
                        pod,
                        node,
                        IntStream.range(0, names.size())
                                .mapToObj(i -> nics.get(i).called(names.get(i)))
                                .toList(),
                        taps);
    }
}
