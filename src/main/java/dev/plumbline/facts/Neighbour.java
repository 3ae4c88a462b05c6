package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;

/**
 * A neighbour (ARP or NDP) entry.
 *
 * @param address IP address
 * @param mac its station
 * @param device the device it is reached by
 */
public record Neighbour(Vantage vantage, Origin origin, String address, Mac mac, String device) implements Fact {}
