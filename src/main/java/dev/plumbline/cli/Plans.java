package dev.plumbline.cli;

import dev.plumbline.answers.plan.OverAnswer;
import dev.plumbline.plan.Blueprint;
import dev.plumbline.plan.Manifests;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.plan.Planner;
import dev.plumbline.plan.over.Over;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.ospdirector.InputsReader;
import java.util.List;

/** Plans from files. */
final class Plans implements PlanSource {

    @Override
    public Survey plan(List<String> sources, PlanOptions options) throws SourceException {
        Manifests manifests = open(sources);
        return Survey.of(manifests, Planner.plan(manifests.resources(), options));
    }

    @Override
    public Applied over(List<String> sources, Survey there, PlanOptions options) throws SourceException {
        Manifests manifests = open(sources);
        List<ApiResource> collected = Manifests.of(there.gathered()).resources();
        List<ApiResource> all = Over.applied(manifests.resources(), collected);
        Blueprint blueprint = Planner.plan(all, collected, options);
        OverAnswer answer =
                Over.of(blueprint, InputsReader.read(all).inputs(), collected, there.facts(), there.topology());
        return new Applied(Survey.of(manifests, blueprint), answer);
    }

    private static Manifests open(List<String> sources) throws SourceException {
        try {
            return Manifests.open(sources, System.in);
        } catch (dev.plumbline.sources.SourceException e) {
            throw new SourceException(e.source(), e.getMessage() + (e.hint().isEmpty() ? "" : "; " + e.hint()));
        }
    }
}
