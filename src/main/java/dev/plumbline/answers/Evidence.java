package dev.plumbline.answers;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.facts.Fact;
import dev.plumbline.sources.Clusters;
import dev.plumbline.sources.Gathered;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Readers;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that was read from the given sources.
 *
 * @param gathered what the sources hold
 * @param facts in the order of the observations
 * @param counts facts by their type's name, for each observation that gave any, in order
 * @param skipped outputs that nothing was read from, with the reason
 * @param problems what could not be read, by the sources or by the readers
 */
public record Evidence(
        Gathered gathered, List<Fact> facts, List<Count> counts, List<Skipped> skipped, List<Problem> problems) {

    /** What the readers made of one observation. */
    public record Count(Observation observation, Map<String, Integer> facts) {}

    /** Shows every observation to every reader that claims its command. */
    public static Evidence of(Gathered gathered) {
        List<Reader> readers = Readers.all();
        List<Fact> facts = new ArrayList<>();
        List<Count> counts = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>(gathered.skipped());
        List<Problem> problems = new ArrayList<>(gathered.problems());
        for (Observation observation : Clusters.apart(gathered.observations())) {
            List<Reader> claiming = readers.stream()
                    .filter(reader -> reader.reads(observation.command()))
                    .toList();
            if (claiming.isEmpty()) {
                skipped.add(new Skipped(
                        observation.atCommand(), observation.command().line(), "no reader for this command"));
                continue;
            }
            Map<String, Integer> read = new TreeMap<>();
            for (Reader reader : claiming) {
                Reading reading = reader.read(observation);
                facts.addAll(reading.facts());
                problems.addAll(reading.problems());
                reading.facts().forEach(fact -> read.merge(fact.getClass().getSimpleName(), 1, Integer::sum));
            }
            counts.add(new Count(observation, read));
        }
        return new Evidence(gathered, List.copyOf(facts), counts, skipped, problems);
    }
}
