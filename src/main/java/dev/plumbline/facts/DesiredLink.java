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
        List<String> nodeSelector)
        implements Fact {}
