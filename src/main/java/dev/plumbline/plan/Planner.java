package dev.plumbline.plan;

import dev.plumbline.answers.plan.PlannedObject;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.topology.Topology;
import java.util.List;

/** Stand-in. */
public final class Planner {

    private Planner() {}

    public static Blueprint plan(List<ApiResource> resources, PlanOptions options) {
        List<PlannedObject> objects = resources.stream()
                .map(r -> new PlannedObject(r.apiVersion(), r.kind(), r.namespace(), r.name(), r.tree(), false))
                .sorted(PlannedObject.ORDER)
                .toList();
        return new Blueprint(
                objects,
                List.of(),
                List.of(),
                new Topology(List.of(), List.of(), List.of(), List.of()),
                List.of(),
                List.of(),
                List.of());
    }
}
