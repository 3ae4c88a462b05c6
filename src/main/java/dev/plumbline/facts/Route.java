package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;

/**
 * A route.
 *
 * @param destination {@code default} or a prefix
 * @param gateway next hop; empty where on-link
 * @param device outgoing device as written; empty where not given
 * @param basis observed or configured
 */
public record Route(
        Vantage vantage, Origin origin, String destination, String gateway, String device, Address.Basis basis)
        implements Fact {}
