package dev.plumbline.answers;

import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.facts.Fact;
import dev.plumbline.sources.Gathered;
import java.util.List;

/**
 * The answer of {@code sources}: how the input was read.
 *
 * @param facts everything that readers made of it, in the order of the input
 * @param skipped by sources and readers, in the order of the input
 * @param problems by sources and readers
 */
public record SourcesAnswer(Gathered gathered, List<Fact> facts, List<Skipped> skipped, List<Problem> problems) {

    public SourcesAnswer {
        facts = List.copyOf(facts);
        skipped = List.copyOf(skipped);
        problems = List.copyOf(problems);
    }
}
