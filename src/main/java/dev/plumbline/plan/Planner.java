package dev.plumbline.plan;

import dev.plumbline.answers.plan.GuestFile;
import dev.plumbline.answers.plan.PlannedObject;
import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.facts.Fact;
import dev.plumbline.plan.review.Reviewed;
import dev.plumbline.plan.review.Reviews;
import dev.plumbline.plan.wiring.Wiring;
import dev.plumbline.plan.wiring.Wishes;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.ObjectReader;
import dev.plumbline.systems.Reading;
import dev.plumbline.systems.kubernetes.KubernetesReaders;
import dev.plumbline.systems.osnetconfig.PlannedConfig;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Resources into a blueprint: what operators make of them, what readers make of all that, and the network they will build. */
public final class Planner {

    /** Derived objects stand in no output; their values point into the manifests. */
    private static final Observation DERIVED =
            Observation.ofFile("", "", Vantage.of(Scope.ofCluster(), Standing.STATED), List.of());

    private Planner() {}

    /** @param resources in any order */
    public static Blueprint plan(List<ApiResource> resources, PlanOptions options) {
        return plan(resources, List.of(), options);
    }

    /**
     * The same where something is there already, which some rules look at.
     *
     * @param existing resources as the cluster has them now
     */
    public static Blueprint plan(List<ApiResource> resources, List<ApiResource> existing, PlanOptions options) {
        Given given = Given.of(resources);
        Admission admission = Admission.of(given.planned());
        DirectorStep director = DirectorStep.of(admission.admitted());
        List<ApiResource> derived =
                director.objects().stream().map(Planner::resource).toList();
        List<ApiResource> kept = kept(admission.admitted(), director);
        List<GuestFile> files = director.files();
        Reading read = read(Stream.concat(kept.stream(), derived.stream()).toList(), files);
        Topology topology = Wiring.of(new Wishes(read.facts(), options));
        List<PlannedObject> objects = Stream.concat(
                        kept.stream().map(resource -> planned(resource, false)),
                        derived.stream().map(resource -> planned(resource, true)))
                .sorted(PlannedObject.ORDER)
                .toList();
        List<Problem> problems = Stream.of(given.problems(), admission.problems(), director.problems(), read.problems())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Problem::origin).thenComparing(Problem::found))
                .toList();
        List<Skipped> skipped = given.skipped();
        List<Remark> remarks =
                Reviews.run(new Reviewed(director.inputs(), director.derived(), given.planned(), existing));
        return new Blueprint(objects, files, read.facts(), topology, remarks, skipped, problems);
    }

    /** Given objects that the operator neither makes anew nor deletes. */
    private static List<ApiResource> kept(List<ApiResource> given, DirectorStep director) {
        Set<String> made = new HashSet<>();
        director.objects().forEach(object -> made.add(object.label()));
        return given.stream()
                .filter(resource -> !made.contains(planned(resource, false).label()))
                .filter(resource -> !resource.kind().startsWith("VirtualMachine")
                        || !director.removed().contains(resource.namespace() + "/" + resource.name()))
                .toList();
    }

    private static ApiResource resource(PlannedObject object) {
        int slash = object.apiVersion().indexOf('/');
        return new ApiResource(
                new ApiObject(DERIVED, object.tree()),
                slash < 0 ? "" : object.apiVersion().substring(0, slash),
                object.apiVersion().substring(slash + 1),
                object.kind());
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
