package dev.plumbline.plan.review;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Mark;
import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The remarks of one rule, which all break and mend alike. */
final class Remarks {

    private final String rule;
    private final Severity severity;
    private final boolean refused;
    private final String breaks;
    private final String mend;
    private final List<Remark> all = new ArrayList<>();

    private Remarks(String rule, Severity severity, boolean refused, String breaks, String mend) {
        this.rule = rule;
        this.severity = severity;
        this.refused = refused;
        this.breaks = breaks;
        this.mend = mend;
    }

    /** The operator's webhook refuses the resource. */
    static Remarks refused(String rule, String breaks, String mend) {
        return new Remarks(rule, Severity.ERROR, true, breaks, mend);
    }

    static Remarks error(String rule, String breaks, String mend) {
        return new Remarks(rule, Severity.ERROR, false, breaks, mend);
    }

    static Remarks warning(String rule, String breaks, String mend) {
        return new Remarks(rule, Severity.WARNING, false, breaks, mend);
    }

    static Remarks info(String rule, String breaks, String mend) {
        return new Remarks(rule, Severity.INFO, false, breaks, mend);
    }

    /** @param also other values that have part in it */
    void at(Tree at, String title, Tree... also) {
        at(Mark.at(at), title, also);
    }

    void at(Mark at, String title, Tree... also) {
        all.add(new Remark(
                rule,
                severity,
                refused,
                title,
                at,
                Stream.of(also).map(Mark::at).toList(),
                breaks,
                mend));
    }

    List<Remark> list() {
        return List.copyOf(all);
    }
}
