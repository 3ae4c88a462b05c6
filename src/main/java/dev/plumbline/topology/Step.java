package dev.plumbline.topology;

import java.util.Locale;

/** How a frame gets from one device to the next. */
public enum Step {
    VIRTIO,
    MEMBER,
    PEER,
    NAT,
    ROUTE,
    OVS,
    VLAN,
    BOND,
    LOWER,
    PASSTHROUGH;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
