package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import java.util.List;
import java.util.OptionalInt;

/**
 * A device that os-net-config’s file asks for in a guest.
 *
 * @param name as written there: {@code nic5}, {@code br-ex}
 * @param type os-net-config’s type: interface, ovs_bridge, linux_bond, vlan ...
 * @param members names of its members as written, in file order
 * @param mtu bytes
 * @param vlan VLAN id of a vlan
 * @param base the device under a vlan as written, empty where none
 * @param order 0-based place in a depth-first walk of the file
 * @param dhcp whether it asks for addresses by DHCP
 */
public record ConfiguredDevice(
        Vantage vantage,
        Origin origin,
        String name,
        String type,
        List<String> members,
        OptionalInt mtu,
        OptionalInt vlan,
        String base,
        int order,
        boolean dhcp)
        implements Fact {}
