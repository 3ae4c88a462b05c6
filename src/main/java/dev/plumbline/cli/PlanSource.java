package dev.plumbline.cli;

import dev.plumbline.plan.PlanOptions;
import java.util.List;

/** Reads manifests and plans what they will become. */
@FunctionalInterface
public interface PlanSource {

    /**
     * @param sources as typed, in their order, without the prefix {@code plan:}
     * @throws SourceException where a source cannot be reached at all
     */
    Survey plan(List<String> sources, PlanOptions options) throws SourceException;
}
