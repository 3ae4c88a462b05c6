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
 * @param state the kernel's word where it is none of these: {@code static} does not age but moves with
 *     traffic, {@code sticky} stays, {@code permanent} is the bridge's own
 */
public record ForwardingEntry(
        Vantage vantage,
        Origin origin,
        Mac mac,
        String device,
        String bridge,
        OptionalInt vlan,
        boolean learned,
        String state)
        implements Fact {}
