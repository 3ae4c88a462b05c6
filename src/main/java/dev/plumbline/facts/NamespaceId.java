package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;

/**
 * A network namespace id as one namespace numbers another: {@code ip netns list-id}.
 *
 * @param nsid the id, local to the observing namespace
 * @param name the other namespace’s name where iproute2 knows it, else empty
 */
public record NamespaceId(Vantage vantage, Origin origin, int nsid, String name) implements Fact {}
