package dev.plumbline.lab.draft;

/**
 * A NIC of a lab's VM, as its VMI and its launcher's pod tell of it.
 *
 * @param network the network's name; empty for the pod's own
 * @param binding KubeVirt's word: bridge, masquerade
 * @param podDevice the pod's interface, as Multus made it
 * @param guestDevice the guest's name of it
 * @param name what the VM's spec calls interface and network; empty where not known
 */
public record LabNic(String network, String binding, String podDevice, String guestDevice, String mac, String name) {

    /** The same under the name that the VM's spec gives it. */
    public LabNic called(String given) {
        return new LabNic(network, binding, podDevice, guestDevice, mac, given);
    }
}
