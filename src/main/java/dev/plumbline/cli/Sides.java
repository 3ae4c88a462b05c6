package dev.plumbline.cli;

import dev.plumbline.answers.diff.Side;
import dev.plumbline.weave.Weaver;
import java.io.IOException;
import java.util.List;

/** Opens what a comparison is made of. Another sort of source is another case here. */
record Sides(Call call) {

    Side open(String source) throws IOException, Refusal {
        Survey survey = call.survey(List.of(source), Survey::problems);
        return Side.observed(source, Weaver.weave(survey.facts()));
    }
}
