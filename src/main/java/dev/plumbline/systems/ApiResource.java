package dev.plumbline.systems;

import dev.plumbline.evidence.tree.Tree;

/**
 * An API object with what its list or document says of its type.
 *
 * @param group empty for the core group
 * @param version {@code v1beta1}
 * @param kind {@code VirtualMachine}
 */
public record ApiResource(ApiObject object, String group, String version, String kind) {

    public Tree tree() {
        return object.tree();
    }

    public String name() {
        return object.name();
    }

    /** Empty where the object does not say. */
    public String namespace() {
        return object.namespace();
    }

    public boolean is(String ofGroup, String ofKind) {
        return group.equals(ofGroup) && kind.equals(ofKind);
    }

    /** {@code nmstate.io/v1}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }
}
