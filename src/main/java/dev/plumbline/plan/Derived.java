package dev.plumbline.plan;

import dev.plumbline.answers.plan.GuestFile;
import dev.plumbline.answers.plan.PlannedObject;
import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.tree.Page;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.ApiResource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What operators make of given resources.
 *
 * @param objects API objects
 * @param files of guests, by VM and path
 * @param remarks gravest first, then by place
 * @param problems parts that could not be read
 */
record Derived(List<PlannedObject> objects, List<GuestFile> files, List<Remark> remarks, List<Problem> problems) {

    static final Derived NOTHING = new Derived(List.of(), List.of(), List.of(), List.of());

    /** Plain manifests are what they are: no operator makes more of them. */
    static Derived of(List<ApiResource> given, PlanOptions options) {
        return NOTHING;
    }

    /** The objects but for those that are given already: an operator leaves what is there. */
    List<ApiResource> besides(List<ApiResource> given) {
        Set<Given.Identity> known = new HashSet<>();
        given.forEach(resource -> known.add(Given.Identity.of(resource)));
        return objects.stream()
                .map(Derived::resource)
                .filter(resource -> known.add(Given.Identity.of(resource)))
                .toList();
    }

    /** An object as if it had been read where its cause stands. */
    private static ApiResource resource(PlannedObject object) {
        Page page = object.tree().spot().page();
        Observation observation = new Observation(
                page.source(),
                page.file(),
                Vantage.of(Scope.ofCluster(), Standing.STATED),
                new Command(List.of()),
                object.namespace(),
                Filter.NONE,
                new Line(0, ""),
                page.lines());
        int slash = object.apiVersion().indexOf('/');
        return new ApiResource(
                new ApiObject(observation, object.tree()),
                slash < 0 ? "" : object.apiVersion().substring(0, slash),
                object.apiVersion().substring(slash + 1),
                object.kind());
    }
}
