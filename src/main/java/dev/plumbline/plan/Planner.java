package dev.plumbline.plan;

import dev.plumbline.answers.plan.GuestFile;
import dev.plumbline.answers.plan.PlannedObject;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.facts.Fact;
import dev.plumbline.plan.wiring.Wiring;
import dev.plumbline.plan.wiring.Wishes;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.ObjectReader;
import dev.plumbline.systems.Reading;
import dev.plumbline.systems.kubernetes.KubernetesReaders;
import dev.plumbline.systems.osnetconfig.PlannedConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Resources into a blueprint: what operators make of them, what readers make of all that, and the network they will build. */
public final class Planner {

    private Planner() {}

    /** @param resources in any order */
    public static Blueprint plan(List<ApiResource> resources, PlanOptions options) {
        Given given = Given.of(resources);
        Derived derived = Derived.of(given.planned(), options);
        List<ApiResource> more = derived.besides(given.planned());
        Reading read =
                read(Stream.concat(given.planned().stream(), more.stream()).toList(), derived.files());
        List<PlannedObject> objects = Stream.concat(
                        given.planned().stream().map(resource -> planned(resource, false)),
                        more.stream().map(resource -> planned(resource, true)))
                .sorted(PlannedObject.ORDER)
                .toList();
        List<Problem> problems = Stream.of(given.problems(), derived.problems(), read.problems())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Problem::origin).thenComparing(Problem::found))
                .toList();
        return new Blueprint(
                objects,
                derived.files(),
                read.facts(),
                Wiring.of(new Wishes(read.facts(), options)),
                derived.remarks(),
                given.skipped(),
                problems);
    }

    private static PlannedObject planned(ApiResource resource, boolean derived) {
        return new PlannedObject(
                resource.apiVersion(),
                resource.kind(),
                resource.namespace(),
                resource.name(),
                resource.tree(),
                derived);
    }

    /** What the readers of evidence make of the objects, and os-net-config's reader of the guests' files. */
    private static Reading read(List<ApiResource> resources, List<GuestFile> files) {
        List<ObjectReader> readers = KubernetesReaders.objects();
        List<Fact> facts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (ApiResource resource : resources) {
            for (ObjectReader reader : readers) {
                if (reader.reads(resource.group(), resource.kind())) {
                    Reading reading = reader.read(resource.object().observation(), resource.tree());
                    facts.addAll(reading.facts());
                    problems.addAll(reading.problems());
                }
            }
        }
        for (GuestFile file : files) {
            if (PlannedConfig.isOne(file.path())) {
                Reading reading = PlannedConfig.read(
                        Vantage.of(Scope.guest(file.namespace(), file.machine()), Standing.STATED), file.tree());
                facts.addAll(reading.facts());
                problems.addAll(reading.problems());
            }
        }
        return new Reading(List.copyOf(facts), List.copyOf(problems));
    }
}
