package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Step;
import java.util.List;

/** What one join rule concludes from facts about the step out of a device. */
sealed interface Claim {

    DeviceId from();

    Step step();

    List<Origin> evidence();

    /**
     * A step leads from one device to another.
     *
     * @param fork whether other true steps may lead out of {@code from} as well (a bridge's ports); else two of them
     *     contradict each other
     * @param verdict proven or inferred, what the rule makes of its evidence; the judge says the rest
     * @param footing the verdict of what ties the two scopes together; proven within one scope
     */
    record Leads(
            DeviceId from,
            Step step,
            DeviceId to,
            boolean fork,
            Verdict verdict,
            Verdict footing,
            String rule,
            List<Origin> evidence,
            List<String> premises)
            implements Claim {

        /** What it is worth: no better than its footing. */
        Verdict worth() {
            return verdict.and(footing);
        }
    }

    /** An observation shows that no such step leads out of a device. @param says that in a few words */
    record Denies(DeviceId from, Step step, String says, List<Origin> evidence) implements Claim {}
}
