package dev.plumbline.lab.cni;

import java.util.List;
import java.util.Map;

/** The machine on which plugins run: a node of the lab. */
public interface Host {

    /**
     * What a plugin left.
     *
     * @param exit its exit code
     */
    record Ran(int exit, String out, String err) {}

    /** Runs a plugin in the node's network namespace. @param type a name without a slash */
    Ran plugin(String type, Map<String, String> environment, String stdin) throws CniException;

    /** Whether a plugin of this name is installed. */
    boolean installed(String type);

    /** Does operations of {@code ip}, each a list of words, in a pod's network namespace. */
    void ip(String netns, List<List<String>> operations) throws CniException;

    /** Whether the node's bridges filter VLANs. */
    boolean filtersVlans();

    /** Takes a sentence on what was done in the place of what was asked for. */
    void remark(String sentence);
}
