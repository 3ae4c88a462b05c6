package dev.plumbline.plan.wiring;

import java.util.Locale;

/** Why a step of a planned line is expected: a documented rule of the system that will make it. */
public enum Rule {
    VM_INTERFACE("libvirt gives NICs their PCI buses in the order of the VM's interfaces"),
    GUEST_CONFIG("os-net-config's file puts the NIC under this device"),
    NIC_ORDER("os-net-config numbers active NICs in natural order of their names"),
    VM_NETWORK("the VM's interface names its network"),
    POD_ANNOTATION("the pod's annotation names its networks"),
    KUBEVIRT_TAP("KubeVirt's launcher makes a tap for each interface"),
    KUBEVIRT_BRIDGE("KubeVirt joins tap and pod interface by a bridge of its own"),
    KUBEVIRT_POD_INTERFACE("KubeVirt makes the pod's interface a port of that bridge"),
    KUBEVIRT_MACVTAP("KubeVirt hands the pod's macvtap to the domain"),
    MASQUERADE("KubeVirt translates between a masqueraded guest and the pod's interface"),
    USER_NETWORK("a process of the pod serves the NIC"),
    POD_NETWORK("a pod's primary interface leads into the cluster's pod network"),
    POD_INTERFACE("Multus names a pod's interfaces by their place in the annotation"),
    CNI_VETH("the CNI plugin makes a pair, one end in the pod and one on the node"),
    CNI_BRIDGE("the CNI plugin makes the node's end a port of the definition's bridge"),
    CNI_OVS("ovs-cni makes the node's end a port of the definition's Open vSwitch bridge"),
    CNI_LOWER("the CNI plugin makes the pod's interface on a device of the node"),
    OVN_OVERLAY("OVN makes the node's end a port of br-int and carries the network between nodes itself"),
    OVN_LOCALNET("OVN joins a localnet to the bridge that its bridge mappings name"),
    NNCP_PORT("a policy makes this a port of the bridge"),
    NNCP_BOND("a policy makes this a member of the bond"),
    NNCP_LOWER("a policy makes the device on this one"),
    NODE_STATED("the object names its node"),
    NODE_ONLY("it is the only node that fits"),
    NODE_OPEN("the scheduler chooses the node"),
    GAP("nothing says how the line goes on");

    private final String says;

    Rule(String says) {
        this.says = says;
    }

    /** {@code kubevirt-tap}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule in a sentence. */
    public String says() {
        return says;
    }
}
