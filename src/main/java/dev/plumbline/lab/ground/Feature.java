package dev.plumbline.lab.ground;

import java.util.List;

/** What a lab wants of the kernel and of this machine's packages, and what it does where that is missing. */
public enum Feature {
    VETH("veth pairs", List.of("link add dev plumb0 type veth peer name plumb1"), ""),
    BRIDGE("bridges", List.of("link add dev plumb2 type bridge"), ""),
    DUMMY(
            "dummy devices",
            List.of("link add dev plumb3 type dummy"),
            "a bridge without ports stands in a pod's place of one"),
    VLAN(
            "VLAN devices",
            List.of("link add link plumb0 name plumb4 type vlan id 5"),
            "a veth pair of its own to the fabric stands in a node's place of one; a guest has none"),
    BOND("bonds", List.of("link add dev plumb5 type bond"), "a bond's first member stands for the bond"),
    VLAN_FILTERING(
            "VLAN filtering in bridges",
            List.of("link add dev plumb6 type bridge vlan_filtering 1"),
            "bridges are flat: VLANs of ports are not kept apart"),
    TAP("tap devices", List.of("tuntap add dev plumb7 mode tap"), ""),
    NAT("nftables with masquerading", List.of(), "a NIC of masquerade binding ends in its pod"),
    OVS("Open vSwitch", List.of(), "a Linux bridge stands in the place of each Open vSwitch bridge"),
    ETHTOOL("ethtool", List.of(), "checksums stay offloaded: TCP through Open vSwitch fails though ping works"),
    CNI_BRIDGE("the CNI plugin bridge", List.of(), "its links are made without it"),
    CNI_TUNING("the CNI plugin tuning", List.of(), "what it sets is set without it"),
    CNI_STATIC("the CNI plugin static", List.of(), "addresses are set without it"),
    CNI_HOST_LOCAL("the CNI plugin host-local", List.of(), "networks that give addresses by it give none");

    private final String title;
    private final List<String> trial;
    private final String instead;

    Feature(String title, List<String> trial, String instead) {
        this.title = title;
        this.trial = trial;
        this.instead = instead;
    }

    public String title() {
        return title;
    }

    /** Lines of {@code ip -batch} that fail where it is missing. */
    public List<String> trial() {
        return trial;
    }

    /** What is built instead; empty where no lab can be without. */
    public String instead() {
        return instead;
    }
}
