package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import java.util.List;

/**
 * A pod.
 *
 * @param namespace empty where the listing does not say
 * @param name its name
 * @param uid empty where not shown
 * @param node the node that runs it; empty where not shown
 * @param phase Running, Succeeded ...; empty where not shown
 * @param vm the VM it launches, by label or annotation; empty where not shown
 * @param createdBy UID of the VMI, by label; empty where not shown
 * @param address pod IP; empty where not shown
 * @param migrationTarget whether it carries the label of a migration job
 * @param nodeSelector {@code key=value}, sorted; empty where none is shown
 */
public record PodSeen(
        Vantage vantage,
        Origin origin,
        String namespace,
        String name,
        String uid,
        String node,
        String phase,
        String vm,
        String createdBy,
        String address,
        boolean migrationTarget,
        List<String> nodeSelector)
        implements Fact {

    /** A pod of which no node selector is shown. */
    public PodSeen(
            Vantage vantage,
            Origin origin,
            String namespace,
            String name,
            String uid,
            String node,
            String phase,
            String vm,
            String createdBy,
            String address,
            boolean migrationTarget) {
        this(vantage, origin, namespace, name, uid, node, phase, vm, createdBy, address, migrationTarget, List.of());
    }
}
