package dev.plumbline.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What sort of device it is, with what only that sort has. */
public sealed interface Kind {

    /** A device of its machine's own hardware. @param evidence what says so; empty for a guest's NIC, which its domain made */
    record Nic(String evidence) implements Kind {}

    /** A device of which no output says what it is. */
    record Link() implements Kind {}

    record Tap() implements Kind {}

    record Bridge() implements Kind {}

    record OvsBridge() implements Kind {}

    /** @param peerIndex the peer's ifindex in the peer's namespace; @param netnsid that namespace as this one numbers it */
    record Veth(OptionalInt peerIndex, OptionalInt netnsid) implements Kind {}

    record Vlan(OptionalInt id, Optional<String> base) implements Kind {}

    record Bond(List<String> members) implements Kind {}

    /** The cluster's pod network, beyond which no layer 2 is followed. */
    record ClusterNetwork() implements Kind {}

    /** Any other of the kernel's kinds. @param word the kernel's word: dummy, macvtap, openvswitch ... */
    record Other(String word) implements Kind {}

    /** The word that output uses. */
    default String word() {
        return switch (this) {
            case Nic _ -> "nic";
            case Link _ -> "link";
            case Tap _ -> "tap";
            case Bridge _ -> "bridge";
            case OvsBridge _ -> "ovs-bridge";
            case Veth _ -> "veth";
            case Vlan _ -> "vlan";
            case Bond _ -> "bond";
            case ClusterNetwork _ -> "cluster-network";
            case Other other -> other.word();
        };
    }
}
