package dev.plumbline.facts;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;

/**
 * What an observation would have shown had it existed: absence follows only inside it.
 *
 * @param subject what sort of thing
 * @param extent how much of it the command asked for
 * @param filter what the pipeline then hid
 */
public record Covered(Vantage vantage, Origin origin, Subject subject, Extent extent, Filter filter) implements Fact {

    /** What sort of thing a listing lists. */
    public enum Subject {
        LINKS,
        ADDRESSES,
        BRIDGE_PORTS,
        DOMAINS,
        DOMAIN_NICS,
        OVS_PORTS,
        FORWARDING,
        PORT_VLANS,
        ROUTES,
        NETWORKS,
        PODS,
        VMS,
        NODES,
        NIC_ALIASES,
        NAT_RULES,
        PACKET_RULES,
        CONFIGURATION
    }

    /** How much a command asked for, before any filter. */
    public sealed interface Extent {}

    /** Everything of that sort in the scope (or, for API objects, in the namespace; empty means all namespaces). */
    public record Whole(String namespace) implements Extent {}

    /** One device, domain or object. */
    public record One(String name) implements Extent {}

    /** All links of one kernel kind ({@code ip link show type bridge}). */
    public record OfKind(String kind) implements Extent {}

    /** All ports of one bridge ({@code ip link show master br-osp}). */
    public record PortsOf(String bridge) implements Extent {}

    public static final Extent WHOLE = new Whole("");
}
