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
        List<String> addresses)
        implements Fact {}
