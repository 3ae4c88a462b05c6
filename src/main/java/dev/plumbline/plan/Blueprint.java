package dev.plumbline.plan;

import dev.plumbline.answers.plan.GuestFile;
import dev.plumbline.answers.plan.PlannedObject;
import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.facts.Fact;
import dev.plumbline.topology.Topology;
import java.util.List;

/**
 * What resources will become. The same resources in any order and any split into files give the same blueprint, but for
 * origins.
 *
 * @param objects given and derived, sorted
 * @param files of guests, by VM and path
 * @param facts what the readers make of the objects
 * @param topology all machines; paths have the state planned; a name of which the system picks a part at random holds a
 *     {@code *}: {@code veth*controller-0.net4}
 * @param remarks what is wrong with the manifests, gravest first, then by place
 */
public record Blueprint(
        List<PlannedObject> objects,
        List<GuestFile> files,
        List<Fact> facts,
        Topology topology,
        List<Remark> remarks,
        List<Skipped> skipped,
        List<Problem> problems) {}
