package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import java.util.List;

/**
 * What placement found out about two places.
 *
 * @param upper the place nearer to the guest
 * @param verdict how sure it is that the upper place stands on the lower
 * @param rule the placement rule's id
 * @param premises what it rests on besides the evidence, in sentences
 */
public record Tie(
        Sort sort,
        Scope upper,
        Scope lower,
        Verdict verdict,
        String rule,
        List<Origin> evidence,
        List<String> premises) {

    public enum Sort {
        /** A guest and the libvirt that runs its domain. */
        GUEST_ON_LAUNCHER,
        /** A pod (or another network namespace) and its node. */
        POD_ON_NODE
    }

    public Tie {
        evidence = List.copyOf(evidence);
        premises = List.copyOf(premises);
    }

    Tie withVerdict(Verdict other) {
        return new Tie(sort, upper, lower, other, rule, evidence, premises);
    }
}
