package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.plan.PlanAnswer;
import dev.plumbline.answers.plan.PlannedObject;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.kubernetes.ObjectStream;
import dev.plumbline.views.ManifestsView;
import dev.plumbline.views.TableStyle;
import dev.plumbline.views.TableView;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The plan of the example environment, as a whole. */
class PlannerTest {

    private static final PlanOptions OPTIONS = new PlanOptions(KubevirtVersion.DEFAULT, List.of(), Optional.empty());

    private static List<ApiResource> example() {
        Manifests manifests = Manifests.open(List.of("examples/seed-environment"), InputStream.nullInputStream());
        assertThat(manifests.problems()).isEmpty();
        return manifests.resources();
    }

    private static String objects(Blueprint blueprint) {
        return new ManifestsView().text(answer(blueprint));
    }

    private static String lines(Blueprint blueprint) {
        return new TableView(TableStyle.plain()).text(answer(blueprint).map());
    }

    private static PlanAnswer answer(Blueprint blueprint) {
        MapAnswer map = new MapAnswer(List.of(), blueprint.topology(), List.of(), List.of(), List.of(), List.of());
        return new PlanAnswer(blueprint.objects(), blueprint.files(), blueprint.remarks(), map);
    }

    @Test
    void everyNicOfTheExampleHasItsLine() {
        Blueprint blueprint = Planner.plan(example(), OPTIONS);
        assertThat(blueprint.problems()).isEmpty();
        assertThat(lines(blueprint))
                .contains("nic5~  enp5s0            172.18.0.20/24    storage~      9000  tap4  net4")
                .contains("br-tenant>enp7s0  172.20.0.20/24    tenant~       9000  tap6  net6");
    }

    /** The same resources in any order, each in a file of its own, give the same bytes. */
    @Property(tries = 12)
    void orderAndSplitDoNotMatter(@ForAll long seed) {
        List<ApiResource> whole = example();
        List<ApiResource> shuffled = new ArrayList<>();
        for (ApiResource resource : whole) {
            shuffled.addAll(alone(resource));
        }
        Collections.shuffle(shuffled, new Random(seed));
        Blueprint one = Planner.plan(whole, OPTIONS);
        Blueprint other = Planner.plan(shuffled, OPTIONS);
        assertThat(objects(other)).isEqualTo(objects(one));
        assertThat(lines(other)).isEqualTo(lines(one));
    }

    /** The resource read from a file that holds nothing else. */
    private static List<ApiResource> alone(ApiResource resource) {
        PlannedObject object = new PlannedObject(
                resource.apiVersion(), resource.kind(), resource.namespace(), resource.name(), resource.tree(), true);
        MapAnswer nothing = new MapAnswer(
                List.of(), Planner.plan(List.of(), OPTIONS).topology(), List.of(), List.of(), List.of(), List.of());
        String text = new ManifestsView().text(new PlanAnswer(List.of(object), List.of(), List.of(), nothing));
        List<Line> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(new Line(lines.size() + 1, line)));
        return ObjectStream.of(
                        Observation.ofFile(
                                resource.kind() + "-" + resource.name() + ".yaml",
                                "",
                                Vantage.of(Scope.ofCluster(), Standing.STATED),
                                lines),
                        false)
                .objects();
    }

    @Test
    void aPlanOfWhatAPlanMakesIsTheSame() {
        List<ApiResource> given = example();
        Blueprint once = Planner.plan(given, OPTIONS);
        List<ApiResource> all = new ArrayList<>(given);
        for (PlannedObject object : once.objects()) {
            if (object.derived()) {
                int slash = object.apiVersion().indexOf('/');
                all.add(new ApiResource(
                        new ApiObject(given.getFirst().object().observation(), object.tree()),
                        slash < 0 ? "" : object.apiVersion().substring(0, slash),
                        object.apiVersion().substring(slash + 1),
                        object.kind()));
            }
        }
        Blueprint again = Planner.plan(all, OPTIONS);
        assertThat(objects(again)).isEqualTo(objects(once));
        assertThat(lines(again)).isEqualTo(lines(once));
    }
}
