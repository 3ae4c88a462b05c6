package dev.plumbline.cli;

import dev.plumbline.answers.plan.OverAnswer;
import dev.plumbline.plan.PlanOptions;
import java.util.List;

/** Reads manifests and plans what they will become. */
public interface PlanSource {

    /**
     * @param sources as typed, in their order, without the prefix {@code plan:}
     * @throws SourceException where a source cannot be reached at all
     */
    Survey plan(List<String> sources, PlanOptions options) throws SourceException;

    /**
     * What applying the manifests will do.
     *
     * @param there what is there already
     * @throws SourceException where a source cannot be reached at all
     */
    Applied over(List<String> sources, Survey there, PlanOptions options) throws SourceException;

    /** @param planned the plan of all resources that will then be there */
    record Applied(Survey planned, OverAnswer answer) {}
}
