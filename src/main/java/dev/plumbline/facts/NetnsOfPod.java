package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;

/**
 * The container runtime’s statement that a network namespace of a node is a pod’s ({@code crictl inspectp}).
 *
 * @param id the namespace’s name on that node
 * @param namespace the pod’s namespace
 * @param pod the pod’s name
 */
public record NetnsOfPod(Vantage vantage, Origin origin, String id, String namespace, String pod) implements Fact {}
