package dev.plumbline.cli;

import dev.plumbline.answers.diff.Side;
import dev.plumbline.plan.KubevirtVersion;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.plan.SeenLaunchers;
import dev.plumbline.weave.Weaver;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Opens what a comparison is made of. Another sort of source is another case here.
 *
 * @param assumed what manifests leave open
 * @param named whether the command line names a KubeVirt version
 */
record Sides(Call call, PlanOptions assumed, boolean named) {

    record Two(Side a, Side b) {}

    /** What was seen is opened first: a plan may have to name devices as it does. */
    Two open(String a, String b) throws IOException, Refusal {
        if (isPlan(a) == isPlan(b)) {
            return new Two(open(a, assumed), open(b, assumed));
        }
        Side seen = open(isPlan(a) ? b : a, assumed);
        Side plan = open(isPlan(a) ? a : b, like(seen));
        return isPlan(a) ? new Two(plan, seen) : new Two(seen, plan);
    }

    private static boolean isPlan(String source) {
        return source.startsWith(Call.PLAN);
    }

    /** Without a version on the command line, names that are known to be of another scheme would tell of nothing else. */
    private PlanOptions like(Side seen) throws IOException {
        Optional<KubevirtVersion> version = named ? Optional.empty() : SeenLaunchers.version(seen.topology());
        if (version.isEmpty()) {
            return assumed;
        }
        String text = version.get().major() + "." + version.get().minor();
        call.note("launchers in " + seen.name() + " have hashed names: planned as of KubeVirt " + text + "; "
                + PlanCommand.KUBEVIRT + " says otherwise");
        return new PlanOptions(version.get(), assumed.nodes(), assumed.firstMac());
    }

    private Side open(String source, PlanOptions options) throws IOException, Refusal {
        if (isPlan(source)) {
            Survey plan = call.plan(List.of(source), options);
            return Side.planned(source, plan.topology(), plan.facts());
        }
        Survey survey = call.survey(List.of(source), Survey::problems);
        return Side.observed(source, Weaver.weave(survey.facts()));
    }
}
