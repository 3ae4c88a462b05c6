package dev.plumbline.plan.wiring;

import dev.plumbline.facts.Fact;
import dev.plumbline.plan.PlanOptions;
import java.util.List;

/**
 * What a network is planned from.
 *
 * @param facts of given and derived objects, and of guests' configurations under the scope of the guest; in any order
 * @param options what the manifests leave open
 */
public record Wishes(List<Fact> facts, PlanOptions options) {

    public Wishes {
        facts = List.copyOf(facts);
    }
}
