package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import java.util.List;

/**
 * A node of the cluster.
 *
 * @param name its name in the API
 * @param address its internal IP; empty where not shown
 * @param labels {@code key=value}, sorted; empty where not shown
 */
public record NodeSeen(Vantage vantage, Origin origin, String name, String address, List<String> labels)
        implements Fact {}
