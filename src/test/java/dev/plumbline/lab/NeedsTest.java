package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.Evidence;
import dev.plumbline.answers.Need;
import dev.plumbline.answers.Needs;
import dev.plumbline.answers.Scene;
import dev.plumbline.answers.check.Checks;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.lab.draft.GuestKind;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.vm.VmOptions;
import dev.plumbline.plan.Blueprint;
import dev.plumbline.plan.KubevirtVersion;
import dev.plumbline.plan.Manifests;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.plan.Planner;
import dev.plumbline.sources.Held;
import dev.plumbline.sources.Sources;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import dev.plumbline.weave.Weaver;
import dev.plumbline.weave.Woven;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code needs} asks for settles what is open: asked in the lab, with poor evidence to begin with. */
class NeedsTest {

    private static final LabName LAB = new LabName("test-needs");
    private static final int ROUNDS = 3;

    /**
     * A kernel without VLAN filtering has no VLANs to tell, and of pods that are no VM's a lab has no object.
     */
    private static final Set<String> UNANSWERABLE =
            Set.of("bridge vlan", "oc get -n openstack pod/openstackclient -o yaml");

    @TempDir
    private static Path folder;

    private static Labs labs;
    private static SortedMap<String, String> whole;
    private static Set<String> truth;

    @BeforeAll
    static void up() throws LabException {
        Ground.forLabs();
        labs = new Labs(folder);
        Manifests manifests = Manifests.open(List.of("examples/seed-environment"), InputStream.nullInputStream());
        PlanOptions options = new PlanOptions(KubevirtVersion.DEFAULT, List.of(), Optional.empty());
        Blueprint planned = Planner.plan(manifests.resources(), options);
        labs.up(
                LAB,
                new LabRequest(
                        planned.topology(),
                        "",
                        KubevirtVersion.DEFAULT,
                        GuestKind.TAP,
                        VmOptions.NONE,
                        Map.of(),
                        Optional.empty(),
                        false,
                        Map.of(),
                        LabRequest.Config.of(planned.files())));
        whole = labs.capture(LAB);
        Asked all = new Asked(labs, LAB, whole);
        all.captured().forEach(all::give);
        for (Need need : needs(woven(all))) {
            all.ask(need);
        }
        truth = proven(woven(all));
    }

    @AfterAll
    static void down() throws LabException {
        labs.down(LAB);
    }

    private static Woven woven(Asked asked) {
        return Weaver.weave(Evidence.of(Sources.open(
                        List.of("lab:"),
                        (_, _, _) -> dev.plumbline.sources.Gathered.nothing(),
                        InputStream.nullInputStream(),
                        spec -> Optional.of(new Held(spec, "lab", asked.known()))))
                .facts());
    }

    /** Each step that is called proven: the device before, and where it leads. */
    private static Set<String> proven(Woven woven) {
        Set<String> steps = new TreeSet<>();
        for (Machine machine : woven.topology().machines()) {
            machine.nics().stream()
                    .flatMap(nic -> Stream.concat(Stream.of(nic.path()), nic.otherPaths().stream()))
                    .forEach(path -> steps(path, steps));
        }
        return steps;
    }

    private static void steps(NicPath path, Set<String> steps) {
        List<Hop> hops = path.hops();
        for (int i = 1; i < hops.size(); i++) {
            if (hops.get(i).verdict() == Verdict.PROVEN
                    && !hops.get(i).gap()
                    && !hops.get(i - 1).gap()) {
                steps.add(place(hops.get(i - 1)) + " > " + place(hops.get(i)));
            }
        }
    }

    private static String place(Hop hop) {
        return hop.scope() + ":" + hop.label();
    }

    private static List<Need> needs(Woven woven) {
        return Needs.of(woven.topology(), Checks.run(new Scene(woven))).stream()
                .filter(need -> !UNANSWERABLE.contains(need.command()))
                .toList();
    }

    /** Asks until nothing is open. @return how often */
    private static int settle(Asked asked) throws LabException {
        for (int round = 0; ; round++) {
            Woven woven = woven(asked);
            List<Need> needs = needs(woven);
            if (round > 0) {
                assertThat(truth).containsAll(proven(woven));
            }
            if (needs.isEmpty()) {
                assertThat(woven.topology().machines())
                        .filteredOn(machine -> machine.kind().equals("vm"))
                        .flatExtracting(Machine::nics)
                        .hasSize(7)
                        .filteredOn(nic -> !nic.path().end().equals("cluster-network"))
                        .hasSize(6)
                        .extracting(Nic::verdict)
                        .containsOnly(Verdict.PROVEN);
                return round;
            }
            assertThat(round).as("rounds, and still open: " + needs).isLessThan(ROUNDS);
            for (Need need : needs) {
                asked.ask(need);
            }
        }
    }

    static Stream<String> beginnings() {
        return Stream.of(
                "guests/openstack/controller-0/ip_-j_-d_link",
                "guests/openstack/controller-0/",
                "pods/openstack/virt-launcher-",
                "namespaces/openstack/kubevirt.io/",
                "namespaces/",
                "");
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void from_one_kind_of_evidence(String start) throws LabException {
        Asked asked = new Asked(labs, LAB, whole);
        asked.captured().stream().filter(path -> path.startsWith(start)).forEach(asked::give);
        assertThat(settle(asked)).isLessThanOrEqualTo(ROUNDS);
    }

    static IntStream seeds() {
        return IntStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void from_half_of_it(int seed) throws LabException {
        Random random = new Random(seed);
        Asked asked = new Asked(labs, LAB, whole);
        asked.captured().stream().filter(_ -> random.nextBoolean()).forEach(asked::give);
        assertThat(settle(asked)).isLessThanOrEqualTo(ROUNDS);
    }
}
