package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import java.util.OptionalInt;

/**
 * An interface of a port of an Open vSwitch bridge: ovsdb’s own statement.
 *
 * @param bridge the bridge
 * @param port the port; differs from the interface for a bond; empty where the output lists interfaces only
 * @param device the interface
 * @param type system (or empty), internal, patch, vxlan, geneve, dpdk ...; {@code unknown} where the
 *     output does not say: it may be any of these
 * @param tag access VLAN
 * @param peer a patch port’s peer; empty where none
 * @param error ovsdb’s error of the interface; empty where none
 */
public record OvsPort(
        Vantage vantage,
        Origin origin,
        String bridge,
        String port,
        String device,
        String type,
        OptionalInt tag,
        String peer,
        String error)
        implements Fact {}
