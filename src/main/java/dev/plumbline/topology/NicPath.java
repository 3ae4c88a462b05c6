package dev.plumbline.topology;

import dev.plumbline.evidence.Verdict;
import java.util.List;

/**
 * The ordered hops of one NIC, from the guest device that carries the address to the NIC of the node or to where evidence
 * ends.
 *
 * @param state active, source, target, former, planned, declared or off
 * @param verdict the weakest hop's, placement included
 * @param end nic, link, cluster-network, no-layer-2 or unknown
 */
public record NicPath(String state, List<Hop> hops, Verdict verdict, String end) {}
