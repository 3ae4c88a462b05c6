package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import java.util.List;
import java.util.Optional;

/**
 * A network that Multus was asked to attach to a pod, or has attached.
 *
 * @param namespace the pod's namespace
 * @param pod the pod's name
 * @param device the interface inside the pod; empty where the form does not say
 * @param network {@code namespace/name} of the NetworkAttachmentDefinition, or the name of the default plugin
 * @param mac the MAC that the CNI gave or was asked to give: for a KubeVirt NIC the guest MAC, not the pod
 *     interface’s
 * @param basis how far the attachment got
 * @param order 0-based place in its list
 * @param addresses asked for, with prefix length, in their order
 */
public record Attachment(
        Vantage vantage,
        Origin origin,
        String namespace,
        String pod,
        String device,
        String network,
        Optional<Mac> mac,
        Basis basis,
        int order,
        List<String> addresses)
        implements Fact {

    /** An attachment that asks for no addresses. */
    public Attachment(
            Vantage vantage,
            Origin origin,
            String namespace,
            String pod,
            String device,
            String network,
            Optional<Mac> mac,
            Basis basis,
            int order) {
        this(vantage, origin, namespace, pod, device, network, mac, basis, order, List.of());
    }

    /** How far an attachment got. */
    public enum Basis {
        /** The annotation {@code k8s.v1.cni.cncf.io/networks}: asked for. */
        REQUESTED,
        /** The annotation {@code k8s.v1.cni.cncf.io/network-status}: what the CNI ADD answered. */
        ATTACHED,
        /** The same for the pod's default network. */
        DEFAULT
    }
}
