package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import java.util.List;
import java.util.OptionalInt;

/**
 * An interface that a NodeNetworkConfigurationPolicy asks for.
 *
 * @param policy the policy’s name
 * @param name the interface
 * @param type nmstate’s type: linux-bridge, ethernet, bond, vlan, ovs-bridge ...
 * @param state up, down, absent; empty where not given
 * @param ports bridge or bond ports, in file order
 * @param mtu bytes
 * @param vlan VLAN id of a vlan interface
 * @param base base interface of a vlan, empty where none
 * @param nodeSelector {@code key=value} pairs, sorted; empty selects every node
 * @param addresses static ones with prefix length, in file order
 * @param dhcp whether addresses are asked for by DHCP
 * @param portSettings what is said of bridge ports beyond their names, in file order
 * @param routes configured routes that leave by it, in file order
 */
public record DesiredLink(
        Vantage vantage,
        Origin origin,
        String policy,
        String name,
        String type,
        String state,
        List<String> ports,
        OptionalInt mtu,
        OptionalInt vlan,
        String base,
        List<String> nodeSelector,
        List<String> addresses,
        boolean dhcp,
        List<PortSetting> portSettings,
        List<NextHop> routes)
        implements Fact {

    /**
     * A port of a bridge.
     *
     * @param members of a bond that an OVS bridge makes of the port; else empty
     * @param vlans empty where the policy says nothing
     */
    public record PortSetting(String name, List<String> members, List<VlanRange> vlans) {}

    /** @param destination prefix @param via empty where on-link */
    public record NextHop(Origin origin, String destination, String via) {}
}
