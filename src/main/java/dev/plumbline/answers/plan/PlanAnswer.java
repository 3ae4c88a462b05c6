package dev.plumbline.answers.plan;

import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.sources.Gathered;
import dev.plumbline.topology.Topology;
import java.util.List;

/**
 * The answer of {@code plan}.
 *
 * @param objects given and derived, sorted
 * @param files of guests, by VM and path
 * @param topology what the objects will build; cut down to what was asked for
 * @param remarks gravest first, then by place
 * @param skipped objects and files that take no part, with why
 * @param unread what could not be read
 */
public record PlanAnswer(
        List<Gathered.Named> sources,
        List<PlannedObject> objects,
        List<GuestFile> files,
        Topology topology,
        List<Remark> remarks,
        List<Skipped> skipped,
        List<Problem> unread) {}
