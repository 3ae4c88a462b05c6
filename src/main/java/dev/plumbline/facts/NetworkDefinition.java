package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import java.util.OptionalInt;

/**
 * A NetworkAttachmentDefinition, or as much of it as was shown.
 *
 * @param namespace empty where not shown
 * @param name its name; where only the operator’s label was shown, that label’s value
 * @param type the main CNI plugin’s type: bridge, cnv-bridge, ovs, sriov ...; empty where the config was not shown
 * @param bridge the node bridge in the config: authoritative; empty where not shown
 * @param resource the bridge in the annotation resourceName: a scheduling hint; empty where not shown
 * @param vlan VLAN id that the CNI gives the node veth’s port
 * @param mtu bytes
 */
public record NetworkDefinition(
        Vantage vantage,
        Origin origin,
        String namespace,
        String name,
        String type,
        String bridge,
        String resource,
        OptionalInt vlan,
        OptionalInt mtu)
        implements Fact {}
