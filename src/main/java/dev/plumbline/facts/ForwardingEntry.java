package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import java.util.OptionalInt;

/**
 * An entry of a bridge’s forwarding database.
 *
 * @param mac the station
 * @param device the port
 * @param bridge the bridge; empty where not shown
 * @param vlan VLAN id
 * @param learned learned from traffic: neither permanent, nor static, nor self
 */
public record ForwardingEntry(
        Vantage vantage, Origin origin, Mac mac, String device, String bridge, OptionalInt vlan, boolean learned)
        implements Fact {}
