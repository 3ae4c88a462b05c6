package dev.plumbline.weave;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.KernelSetting;
import dev.plumbline.facts.NatRule;
import java.util.Collection;
import java.util.List;

/**
 * A packet filter's rules as they were listed last. Links are listed again with what they are now; a rule that is gone is only
 * missing from the later listing.
 */
final class Rulesets {

    private static final String TRANSLATING = "ip nat";

    private Rulesets() {}

    /** The facts of one place without rules that a later listing in the same text no longer vouches for. */
    static List<Fact> current(Collection<Fact> facts) {
        List<Covered> listings = facts.stream()
                .filter(Covered.class::isInstance)
                .map(Covered.class::cast)
                .filter(covered -> covered.subject() == Covered.Subject.PACKET_RULES)
                .toList();
        return facts.stream()
                .filter(fact -> !isRule(fact)
                        || listings.stream().noneMatch(before -> follows(fact.origin(), before.origin()))
                        || listings.stream()
                                .noneMatch(after -> covers(after, fact) && follows(after.origin(), fact.origin())))
                .toList();
    }

    private static boolean isRule(Fact fact) {
        return fact instanceof NatRule
                || fact instanceof KernelSetting setting && setting.name().equals(KernelSetting.FRAMES_FROM);
    }

    private static boolean covers(Covered listing, Fact fact) {
        boolean unfiltered = listing.filter() instanceof Filter.None;
        return unfiltered
                && switch (listing.extent()) {
                    case Covered.Whole _ -> true;
                    case Covered.One(String table) -> table.equals(TRANSLATING) && fact instanceof NatRule;
                    case Covered.OfKind _, Covered.PortsOf _ -> false;
                };
    }

    private static boolean follows(Origin later, Origin earlier) {
        return later.source().equals(earlier.source())
                && later.file().equals(earlier.file())
                && later.line() > earlier.line();
    }
}
