package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import java.util.List;
import java.util.Optional;

/**
 * A virtual machine instance (or VM) of the API.
 *
 * @param namespace empty where the listing does not say
 * @param name its name
 * @param uid empty where not shown
 * @param phase Running, Scheduled, Stopped ...; empty where not shown
 * @param node status.nodeName; empty where not shown
 * @param address first IP; empty where not shown
 * @param activePods {@code podUID=node}, sorted
 * @param migration the last migration where one is shown
 * @param nodeSelector {@code key=value}, sorted, where a declaration is shown
 * @param bare whether a declaration names no interface and leaves it to KubeVirt to give one on the pod network
 */
public record VmSeen(
        Vantage vantage,
        Origin origin,
        String namespace,
        String name,
        String uid,
        String phase,
        String node,
        String address,
        List<String> activePods,
        Optional<Migration> migration,
        List<String> nodeSelector,
        boolean bare)
        implements Fact {

    /** A VM of which no declaration is shown. */
    public VmSeen(
            Vantage vantage,
            Origin origin,
            String namespace,
            String name,
            String uid,
            String phase,
            String node,
            String address,
            List<String> activePods,
            Optional<Migration> migration) {
        this(vantage, origin, namespace, name, uid, phase, node, address, activePods, migration, List.of(), false);
    }

    /**
     * A live migration.
     *
     * @param sourcePod empty where the version does not tell
     * @param targetPod empty where not yet known
     * @param ended whether it has completed or failed
     * @param failed whether it failed: the source stays active
     */
    public record Migration(
            String sourceNode, String sourcePod, String targetNode, String targetPod, boolean ended, boolean failed) {}
}
