package dev.plumbline.plan;

import dev.plumbline.facts.Mac;
import java.util.List;
import java.util.Optional;

/**
 * What the manifests leave open.
 *
 * @param kubevirt the KubeVirt version whose launcher names and plumbs the pods' devices
 * @param nodes names of nodes; empty where no one knows them: devices of nodes then stand on {@code node/*}
 * @param firstMac the first address that kubemacpool gives to the first VM's first NIC, the others following in order;
 *     MACs are not known without
 */
public record PlanOptions(KubevirtVersion kubevirt, List<String> nodes, Optional<Mac> firstMac) {

    public PlanOptions {
        nodes = List.copyOf(nodes);
    }
}
