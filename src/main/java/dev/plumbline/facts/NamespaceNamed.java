package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;

/**
 * A Kubernetes namespace that a command names ({@code -n}, {@code oc project}), not an output.
 *
 * @param namespace its name
 */
public record NamespaceNamed(Vantage vantage, Origin origin, String namespace) implements Fact {}
