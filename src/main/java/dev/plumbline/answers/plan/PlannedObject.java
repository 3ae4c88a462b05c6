package dev.plumbline.answers.plan;

import dev.plumbline.evidence.tree.Tree;
import java.util.Comparator;

/**
 * An API object that the resources are or will become.
 *
 * @param namespace empty for one of the cluster
 * @param tree the whole object; its spots point into the manifests
 * @param derived whether an operator makes it, rather than the user
 */
public record PlannedObject(String apiVersion, String kind, String namespace, String name, Tree tree, boolean derived) {

    /** By kind, namespace and name. */
    public static final Comparator<PlannedObject> ORDER = Comparator.comparing(PlannedObject::kind)
            .thenComparing(PlannedObject::namespace)
            .thenComparing(PlannedObject::name)
            .thenComparing(PlannedObject::apiVersion);

    /** {@code NetworkAttachmentDefinition openstack/storage}. */
    public String label() {
        return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
}
