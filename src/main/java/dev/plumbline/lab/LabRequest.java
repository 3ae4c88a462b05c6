package dev.plumbline.lab;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.lab.draft.GuestKind;
import dev.plumbline.plan.KubevirtVersion;
import dev.plumbline.topology.Topology;
import java.util.Map;

/**
 * What a user asks for with {@code lab up}.
 *
 * @param topology the planned network
 * @param kubevirt whose plumbing of NICs is followed
 * @param guests what stands for a VM
 * @param resources a hash of what it was planned from
 * @param definitions NetworkAttachmentDefinitions by {@code namespace/name}, whose CNI plugins then make the pods'
 *     interfaces; empty to make these without plugins, which is faster
 * @param switched whether Open vSwitch is to keep VLANs apart where the kernel's bridges cannot
 */
public record LabRequest(
        Topology topology,
        KubevirtVersion kubevirt,
        GuestKind guests,
        String resources,
        Map<String, Tree> definitions,
        boolean switched) {

    /** Bridges are the kernel's, whether they keep VLANs apart or not. */
    public LabRequest(
            Topology topology,
            KubevirtVersion kubevirt,
            GuestKind guests,
            String resources,
            Map<String, Tree> definitions) {
        this(topology, kubevirt, guests, resources, definitions, false);
    }

    public LabRequest {
        definitions = Map.copyOf(definitions);
    }
}
