package dev.plumbline.cli;

import dev.plumbline.answers.Finding;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.Need;
import dev.plumbline.answers.SourcesAnswer;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.facts.Fact;
import dev.plumbline.sources.Gathered;
import dev.plumbline.topology.Topology;
import java.util.List;

/**
 * Everything that the given sources lead to, before any target narrows it.
 *
 * @param skipped outputs that were passed over, by sources and by readers
 * @param problems parts that could not be read, by sources and by readers
 */
public record Survey(
        Gathered gathered,
        List<Fact> facts,
        List<Skipped> skipped,
        List<Problem> problems,
        Topology topology,
        List<Need> needs,
        List<Finding> findings) {

    /** The answer of {@code map} for a part of the topology; needs and findings are those of that part. */
    MapAnswer map(Topology part) {
        Relevance relevance = part.equals(topology) ? Relevance.OF_ALL : Relevance.of(part);
        return new MapAnswer(
                gathered.sources(),
                part,
                needs.stream().filter(need -> relevance.any(need.settles())).toList(),
                findings.stream()
                        .filter(finding -> relevance.any(finding.affects()) || relevance.any(finding.where()))
                        .toList(),
                skipped,
                problems);
    }

    SourcesAnswer sources() {
        return new SourcesAnswer(gathered, facts, skipped, problems);
    }
}
