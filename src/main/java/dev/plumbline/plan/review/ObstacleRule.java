package dev.plumbline.plan.review;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Mark;
import java.util.List;

/**
 * Something that stands in the operator's way, as working out what it makes has shown.
 *
 * @param id that of the obstacle
 * @param refused whether a webhook refuses the resource
 */
record ObstacleRule(String id, Severity severity, boolean refused, String breaks, String mend) implements ReviewRule {

    @Override
    public List<Remark> judge(Reviewed reviewed) {
        return reviewed.derived().stream()
                .flatMap(derived -> derived.obstacles().stream())
                .filter(obstacle -> obstacle.rule().equals(id))
                .map(obstacle -> reviewed.explained(obstacle))
                .map(obstacle -> new Remark(
                        id,
                        severity,
                        refused,
                        obstacle.what(),
                        Mark.at(obstacle.at()),
                        obstacle.also().stream().map(Mark::at).toList(),
                        breaks,
                        mend))
                .toList();
    }
}
