package dev.plumbline.systems.ospdirector.crd;

import dev.plumbline.evidence.tree.Tree;

/**
 * A value that a resource's schema does not have so.
 *
 * @param at the value; of one that is missing, the mapping that should hold it
 * @param path {@code spec.networks[2].subnets[0].vlan}
 * @param found what stands there, in a few words
 * @param expected what the schema wants, and what becomes of the resource
 * @param refused whether the API server refuses the resource; else the value is dropped or filled in
 */
public record CrdRemark(Tree at, String path, String found, String expected, boolean refused) {

    static final String MISSING = "missing";

    /** Whether the value is not there at all. */
    public boolean missing() {
        return found.equals(MISSING);
    }
}
