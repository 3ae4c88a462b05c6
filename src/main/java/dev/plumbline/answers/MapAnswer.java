package dev.plumbline.answers;

import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.sources.Gathered;
import dev.plumbline.topology.Topology;
import java.util.List;

/**
 * The answer of {@code map}, which every view draws.
 *
 * @param topology already cut down to the targets that were asked for
 * @param builtInstead what a lab has built otherwise than planned on the lines that are shown
 */
public record MapAnswer(
        List<Gathered.Named> sources,
        Topology topology,
        List<Need> needs,
        List<Finding> findings,
        List<Skipped> skipped,
        List<Problem> unread,
        List<StandIn> builtInstead) {

    /** An answer that no lab has a part in. */
    public MapAnswer(
            List<Gathered.Named> sources,
            Topology topology,
            List<Need> needs,
            List<Finding> findings,
            List<Skipped> skipped,
            List<Problem> unread) {
        this(sources, topology, needs, findings, skipped, unread, List.of());
    }
}
