package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;

/**
 * os-net-config’s alias of a NIC, from its own log or its report.
 *
 * @param alias {@code nic5}
 * @param device the kernel’s name, {@code enp5s0}
 */
public record NicAlias(Vantage vantage, Origin origin, String alias, String device) implements Fact {}
