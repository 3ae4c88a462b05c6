package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import java.util.List;
import java.util.Optional;

/**
 * A NIC of a VM as the API declares or reports it.
 *
 * @param namespace the VM’s
 * @param vm the VM’s name
 * @param network KubeVirt’s name of interface and network; empty for a guest-only row of the agent
 * @param order 0-based place in {@code spec.domain.devices.interfaces}; -1 in a status row
 * @param binding bridge, masquerade, sriov, macvtap ...; empty where not shown
 * @param attachment {@code namespace/name} of the NetworkAttachmentDefinition, {@code pod} for the pod network; empty
 *     where not shown
 * @param mac the guest MAC
 * @param guestDevice interface name by guest agent or domain: unreliable where several guest links share the MAC; empty
 *     where not shown
 * @param podDevice podInterfaceName (KubeVirt 1.4 and later); empty where not shown
 * @param addresses IP addresses reported, without prefix
 * @param wish what else a declaration asks for; empty in a status row, for an interface that is to be
 *     absent, and where the text may be cut
 */
public record VmNic(
        Vantage vantage,
        Origin origin,
        String namespace,
        String vm,
        String network,
        int order,
        String binding,
        String attachment,
        Optional<Mac> mac,
        String guestDevice,
        String podDevice,
        List<String> addresses,
        Optional<Wish> wish)
        implements Fact {

    /**
     * What a declaration asks for besides.
     *
     * @param networkAt where the network of this interface is declared
     * @param definition {@code networkName} as written; empty for the pod network
     * @param place 1-based place among the secondary Multus networks in {@code spec.networks}; 0 for any other
     * @param model virtio where not given
     * @param pciAddress {@code 0000:81:01.0}; empty where not given
     * @param acpiIndex 0 where not given
     * @param subnet of a masquerade binding, {@code vmNetworkCIDR}; empty where not given
     */
    public record Wish(
            Origin networkAt,
            String definition,
            int place,
            String model,
            String pciAddress,
            int acpiIndex,
            String subnet) {

        /** Whether it is the pod's first interface, on the pod network or on a definition in its place. */
        public boolean primary() {
            return place == 0;
        }
    }

    /** A NIC without a declaration. */
    public VmNic(
            Vantage vantage,
            Origin origin,
            String namespace,
            String vm,
            String network,
            int order,
            String binding,
            String attachment,
            Optional<Mac> mac,
            String guestDevice,
            String podDevice,
            List<String> addresses) {
        this(
                vantage,
                origin,
                namespace,
                vm,
                network,
                order,
                binding,
                attachment,
                mac,
                guestDevice,
                podDevice,
                addresses,
                Optional.empty());
    }

    /** The same with another MAC, or with none. */
    public VmNic withMac(Optional<Mac> other) {
        return new VmNic(
                vantage,
                origin,
                namespace,
                vm,
                network,
                order,
                binding,
                attachment,
                other,
                guestDevice,
                podDevice,
                addresses,
                wish);
    }
}
