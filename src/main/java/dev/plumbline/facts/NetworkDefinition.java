package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import java.util.List;
import java.util.Optional;
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
 * @param config what else its configuration says; empty where that was not shown
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
        OptionalInt mtu,
        Optional<Config> config)
        implements Fact {

    /**
     * What the configuration says beyond bridge, VLAN and MTU.
     *
     * @param network the configuration's own name, which may differ from the definition's
     * @param topology OVN's: layer2, layer3, localnet; else empty
     * @param physicalNetwork OVN's name of the network below a localnet; the configuration's name where not given
     * @param tag VLAN id that OVN gives a localnet
     * @param lower device of the node below macvlan, ipvlan and vlan; empty where not given
     * @param resource the annotation resourceName as written; empty where none
     * @param ipam type of address management; empty where none
     * @param addresses of static address management, with prefix length
     * @param trunk VLANs that pass the node veth's port with their tags
     * @param routes that the plugin route-override adds in the pod
     */
    public record Config(
            String network,
            String topology,
            String physicalNetwork,
            OptionalInt tag,
            String lower,
            String resource,
            String ipam,
            List<String> addresses,
            List<VlanRange> trunk,
            List<PodRoute> routes) {}

    /** @param destination prefix @param gateway empty where not given */
    public record PodRoute(String destination, String gateway) {}

    /** A definition of which the configuration was not shown. */
    public NetworkDefinition(
            Vantage vantage,
            Origin origin,
            String namespace,
            String name,
            String type,
            String bridge,
            String resource,
            OptionalInt vlan,
            OptionalInt mtu) {
        this(vantage, origin, namespace, name, type, bridge, resource, vlan, mtu, Optional.empty());
    }
}
