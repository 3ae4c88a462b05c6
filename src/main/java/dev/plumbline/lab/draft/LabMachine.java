package dev.plumbline.lab.draft;

import java.util.List;
import java.util.Map;

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
}
