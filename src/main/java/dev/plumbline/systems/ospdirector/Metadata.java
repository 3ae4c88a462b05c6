package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import java.util.List;

/** The metadata that the operator's controllers write. */
final class Metadata {

    static final String OWNER_UID = "osp-director.openstack.org/uid";
    static final String OWNER_NAME = "osp-director.openstack.org/name";
    static final String OWNER_NAMESPACE = "osp-director.openstack.org/namespace";
    static final String OWNER_CONTROLLER = "osp-director.openstack.org/controller";
    static final String NET_CONFIG_REF = "osnetconfig-ref";
    static final String SUBNET = "ooo-subnetname";

    /** Stands for an owner's uid, which only the API server knows. */
    static final String NO_UID = "00000000-0000-0000-0000-000000000000";

    private Metadata() {}

    /** @param namespace empty for an object of the cluster */
    static Growing of(Tree cause, String name, Tree nameAt, String namespace) {
        Growing metadata = Growing.from(cause).put("name", name, nameAt);
        return namespace.isEmpty() ? metadata : metadata.put("namespace", namespace);
    }

    /** The four labels that name the owner. */
    static Growing ownedBy(Tree cause, String owner, String namespace, String controller) {
        return Growing.from(cause)
                .put(OWNER_UID, NO_UID)
                .put(OWNER_NAME, owner)
                .put(OWNER_NAMESPACE, namespace)
                .put(OWNER_CONTROLLER, controller);
    }

    /** Labels by which the operator finds what uses a subnet. */
    static Growing subnets(Growing labels, List<String> subnets, String netConfig) {
        subnets.forEach(subnet -> labels.put(SUBNET + "/" + subnet, "true"));
        return labels.put(NET_CONFIG_REF, netConfig);
    }

    static Tree truth(boolean truth, Tree cause) {
        return new Tree.Scalar(Boolean.toString(truth), false, cause.spot());
    }

    static Growing object(Tree cause, String apiVersion, String kind, Growing metadata) {
        return Growing.from(cause)
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .put("metadata", metadata);
    }
}
