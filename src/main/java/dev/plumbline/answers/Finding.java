package dev.plumbline.answers;

import dev.plumbline.evidence.Origin;
import java.util.List;

/**
 * What a check reports.
 *
 * @param id {@code f1} ...: stable within one answer
 * @param rule the rule's id
 * @param where devices concerned, {@code scope:name}
 * @param affects NICs concerned, {@code controller-0/nic5}
 * @param breaks what does not work because of it
 * @param mend how to put it right
 */
public record Finding(
        String id,
        String rule,
        Severity severity,
        String title,
        List<String> where,
        List<String> affects,
        String breaks,
        String mend,
        List<Origin> evidence) {

    /** Gravest first. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }
}
