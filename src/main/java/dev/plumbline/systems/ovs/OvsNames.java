package dev.plumbline.systems.ovs;

import java.util.List;

/** The devices that Open vSwitch and OVN make under names of their own: never a NIC, whatever else they look like. */
public final class OvsNames {

    /** The integration bridge of OVN and of the OpenStack agents; it has no port on a wire. */
    public static final String INTEGRATION_BRIDGE = "br-int";
    /** The kernel datapath's own device: the {@code master} of every OVS port, down by nature. */
    public static final String KERNEL_DATAPATH = "ovs-system";
    /** The same of the userspace datapath. */
    public static final String USERSPACE_DATAPATH = "ovs-netdev";

    /** The kernel's end of tunnels, one a protocol and port: {@code genev_sys_6081}. */
    private static final List<String> TUNNELS = List.of("genev_sys_", "vxlan_sys_", "gre_sys", "erspan_sys");

    private OvsNames() {}

    /** Whether it is a datapath's device: a master that names no bridge. */
    public static boolean datapath(String device) {
        return device.equals(KERNEL_DATAPATH) || device.equals(USERSPACE_DATAPATH);
    }

    /** Whether it is the kernel's end of OVS tunnels. */
    public static boolean tunnel(String device) {
        return TUNNELS.stream().anyMatch(device::startsWith);
    }

    /** Whether a device of this name is OVS's own work and no NIC. */
    public static boolean neverNic(String device) {
        return datapath(device) || tunnel(device) || device.equals(INTEGRATION_BRIDGE);
    }
}
