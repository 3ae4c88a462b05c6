package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Step;
import java.util.List;
import java.util.stream.Stream;

/**
 * A step as the judge leaves it.
 *
 * @param fork whether other judged steps out of {@code from} are true as well
 * @param candidates where ambiguous or contradicted: each device it may lead to
 */
record Judged(
        DeviceId from,
        Step step,
        DeviceId to,
        boolean fork,
        Verdict verdict,
        String rule,
        List<Origin> evidence,
        List<String> premises,
        List<Hop.Witness> also,
        List<Hop.Candidate> candidates) {

    Judged contradicted(String premise, List<Origin> more) {
        return weaker(Verdict.CONTRADICTED, premise, more);
    }

    Judged ambiguous(String premise, List<Origin> more) {
        return weaker(Verdict.AMBIGUOUS, premise, more);
    }

    private Judged weaker(Verdict other, String premise, List<Origin> more) {
        List<Origin> both = Stream.concat(evidence.stream(), more.stream())
                .distinct()
                .sorted()
                .toList();
        List<String> all = Stream.concat(premises.stream(), Stream.of(premise)).toList();
        return new Judged(from, step, to, fork, other, rule, both, all, also, candidates);
    }
}
