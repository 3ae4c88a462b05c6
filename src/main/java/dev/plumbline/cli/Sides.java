package dev.plumbline.cli;

import dev.plumbline.answers.diff.Side;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.weave.Weaver;
import java.io.IOException;
import java.util.List;

/**
 * Opens what a comparison is made of. Another sort of source is another case here.
 *
 * @param assumed what manifests leave open
 */
record Sides(Call call, PlanOptions assumed) {

    Side open(String source) throws IOException, Refusal {
        if (source.startsWith(Call.PLAN)) {
            Survey plan = call.plan(List.of(source), assumed);
            return Side.planned(source, plan.topology(), plan.facts());
        }
        Survey survey = call.survey(List.of(source), Survey::problems);
        return Side.observed(source, Weaver.weave(survey.facts()));
    }
}
