package dev.plumbline.answers.plan;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.evidence.tree.Mark;
import java.util.List;

/**
 * What is wrong with the manifests.
 *
 * @param rule short name in kebab case; its page is docs/rules/RULE.md
 * @param refused whether the operator's webhook or the API server refuses the resource
 * @param title what is wrong, with the values
 * @param at the value that is wrong
 * @param also other values that have part in it, each with its own place
 * @param breaks what will not work
 * @param mend how to put it right
 */
public record Remark(
        String rule,
        Severity severity,
        boolean refused,
        String title,
        Mark at,
        List<Mark> also,
        String breaks,
        String mend) {

    public Remark {
        also = List.copyOf(also);
    }
}
