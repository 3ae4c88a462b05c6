package dev.plumbline.answers.proofread;

import java.util.EnumSet;
import java.util.Set;

/** What a name in a claim may stand for. Devices in the order of the line, from the guest to the wire. */
public enum Sort {
    MACHINE("machine"),
    NODE("node"),
    POD("pod"),
    NETWORK("network"),
    ALIAS("alias"),
    ADDRESS("address"),
    MAC("MAC"),
    GUEST_UPPER("guest bridge"),
    GUEST_NIC("guest NIC"),
    TAP("tap"),
    POD_BRIDGE("pod bridge"),
    POD_LINK("pod interface"),
    VETH("veth"),
    NODE_BRIDGE("bridge"),
    NODE_LINK("link of the node");

    private static final Set<Sort> AROUND = EnumSet.of(MACHINE, NODE, POD, NETWORK);
    private static final Set<Sort> ATTRIBUTES = EnumSet.of(ALIAS, ADDRESS, MAC);
    private static final Set<Sort> GUEST_SIDE = EnumSet.of(ALIAS, ADDRESS, MAC, GUEST_UPPER, GUEST_NIC, TAP);
    private static final Set<Sort> OF_ONE_NIC = EnumSet.of(ALIAS, ADDRESS, MAC, GUEST_NIC, TAP, POD_LINK, VETH);

    private final String word;

    Sort(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean isDevice() {
        return compareTo(GUEST_UPPER) >= 0;
    }

    /** Whether one such thing lies on one NIC's line only, so that all else of that line is its own. */
    boolean isOfOneNic() {
        return OF_ONE_NIC.contains(this);
    }

    /** Whether people who write two such names in a row mean neighbours. */
    boolean fits(Sort other) {
        if (AROUND.contains(this) || AROUND.contains(other)) {
            return true;
        }
        if (ATTRIBUTES.contains(this) || ATTRIBUTES.contains(other)) {
            return GUEST_SIDE.contains(this) && GUEST_SIDE.contains(other);
        }
        return Math.abs(ordinal() - other.ordinal()) == 1 || (this == NODE_LINK && other == NODE_LINK);
    }
}
