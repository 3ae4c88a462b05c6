package dev.plumbline.lab;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.plan.KubevirtVersion;
import java.util.Map;
import java.util.Optional;

/**
 * How a planned topology is to be built.
 *
 * @param resources a hash of what it was planned from
 * @param kubevirt whose plumbing is followed
 * @param definitions NetworkAttachmentDefinitions by {@code namespace/name}
 * @param links who makes the pods' interfaces, where that is asked for
 */
public record LabRequest(
        String resources, KubevirtVersion kubevirt, Map<String, Tree> definitions, Optional<PodLinks> links) {

    public LabRequest {
        definitions = Map.copyOf(definitions);
    }

    /** Of all else what is most used. */
    public static LabRequest of(String resources, KubevirtVersion kubevirt) {
        return new LabRequest(resources, kubevirt, Map.of(), Optional.empty());
    }
}
