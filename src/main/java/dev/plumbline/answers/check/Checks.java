package dev.plumbline.answers.check;

import dev.plumbline.answers.CheckAnswer;
import dev.plumbline.answers.Finding;
import dev.plumbline.answers.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All rules. A new one is one file and one line here. */
public final class Checks {

    private static final List<Check> ALL = List.of(
            new MtuNarrows(),
            new VethNotInBridge(),
            new BridgeWithoutUplink(),
            new DuplicateMac(),
            new LinkDown(),
            new PodPlumbingCut(),
            new MasqueradeCut(),
            new OvsBridgeCut(),
            new GuestMacDiffers(),
            new DuplicateAddress(),
            new PrefixDiffers(),
            new DefaultRouteTwice(),
            new BridgeLoop(),
            new FdbPinned(),
            new PortRestricted(),
            new FramesRefused(),
            new NicOrderDiffers(),
            new DesiredDiffers(),
            new SharedUntagged(),
            new CommandChangesGuest());

    private Checks() {}

    /** Ids of all rules, in the order they run. */
    public static List<String> ids() {
        return ALL.stream().map(Check::id).toList();
    }

    /** Runs every rule. Findings are numbered gravest first, then by rule and place. */
    public static CheckAnswer run(Scene scene) {
        record Found(String rule, Check.Trouble trouble) {}
        List<Found> found = new ArrayList<>();
        List<CheckAnswer.Passed> passed = new ArrayList<>();
        List<CheckAnswer.Open> open = new ArrayList<>();
        for (Check check : ALL) {
            Check.Outcome outcome = check.judge(scene);
            outcome.findings().forEach(trouble -> found.add(new Found(check.id(), trouble)));
            if (!outcome.judged()) {
                open.add(new CheckAnswer.Open(
                        check.id(),
                        outcome.note(),
                        outcome.wants().stream()
                                .map(want -> new CheckAnswer.Wanted(want.scope(), want.command()))
                                .toList()));
            } else if (outcome.findings().isEmpty()) {
                passed.add(new CheckAnswer.Passed(check.id(), outcome.note()));
            }
        }
        found.sort(Comparator.comparing((Found one) -> one.trouble().severity())
                .thenComparing(Found::rule)
                .thenComparing(one -> one.trouble().where().toString())
                .thenComparing(one -> one.trouble().title()));
        List<Finding> findings = new ArrayList<>();
        for (Found one : found) {
            Check.Trouble trouble = one.trouble();
            findings.add(new Finding(
                    "f" + (findings.size() + 1),
                    one.rule(),
                    trouble.severity(),
                    trouble.title(),
                    trouble.where(),
                    trouble.affects(),
                    trouble.breaks(),
                    trouble.mend(),
                    trouble.evidence()));
        }
        return new CheckAnswer(findings, passed, open);
    }
}
