package dev.plumbline.lab.draft;

/**
 * A NIC of a lab's VM, as its VMI and its launcher's pod tell of it.
 *
 * @param network the network's name; empty for the pod's own
 * @param binding KubeVirt's word: bridge, masquerade
 * @param podDevice the pod's interface, as Multus made it
 * @param guestDevice the guest's name of it
 */
public record LabNic(String network, String binding, String podDevice, String guestDevice, String mac) {}
