package dev.plumbline.topology;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A VM, or a pod on secondary networks.
 *
 * @param kind vm or pod
 * @param namespace empty where nothing names it
 * @param state running, paused, off ...; empty where not seen
 * @param placements active first
 * @param nics by alias number, then guest order
 */
public record Machine(
        String kind, String namespace, String name, String state, List<Placement> placements, List<Nic> nics) {

    /**
     * Where the machine runs.
     *
     * @param role active, source, target or former
     * @param rule the placement rule's id
     * @param premises what the verdict rests on besides the evidence, in sentences
     */
    public record Placement(
            String role,
            Optional<String> node,
            Optional<String> pod,
            Optional<String> podUid,
            Verdict verdict,
            String rule,
            List<String> premises,
            List<Origin> evidence) {}

    public Optional<Placement> active() {
        return placements.stream().findFirst();
    }

    /** {@code openstack/controller-0}. */
    public String path() {
        return (namespace.isEmpty() ? "?" : namespace) + "/" + name;
    }
}
