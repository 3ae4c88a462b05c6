package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import java.util.List;

/**
 * OVN's mapping of a physical network to a bridge of the node, as a NodeNetworkConfigurationPolicy asks for it.
 *
 * @param policy the policy’s name
 * @param localnet the physical network’s name
 * @param bridge the Open vSwitch bridge
 * @param nodeSelector {@code key=value} pairs, sorted; empty selects every node
 */
public record BridgeMapping(
        Vantage vantage, Origin origin, String policy, String localnet, String bridge, List<String> nodeSelector)
        implements Fact {}
