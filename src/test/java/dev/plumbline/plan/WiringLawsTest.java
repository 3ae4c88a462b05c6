package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.plumbline.Corpus;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Mac;
import dev.plumbline.plan.wiring.Wiring;
import dev.plumbline.plan.wiring.Wishes;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds of every plan, whatever the manifests. */
class WiringLawsTest {

    private static final Path KUBEVIRT = Corpus.ROOT.resolve("kubevirt");

    private static final PlanOptions OPTIONS =
            new PlanOptions(new KubevirtVersion(1, 0), List.of(), Mac.parse("02:00:00:00:00:01"));

    /** Some of all facts of all cases, in some order. */
    @Provide
    Arbitrary<List<Fact>> someFacts() {
        List<Fact> all =
                PlanCase.all().stream().flatMap(one -> one.facts().stream()).toList();
        return Arbitraries.of(all)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .map(facts -> facts.stream().distinct().toList());
    }

    @Property(tries = 200)
    void orderOfFactsDoesNotMatter(@ForAll("someFacts") List<Fact> facts, @ForAll Random random) {
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        assertThat(planned(shuffled)).isEqualTo(planned(facts));
    }

    @Property(tries = 200)
    void aPlanProvesNothingAndSaysWhy(@ForAll("someFacts") List<Fact> facts) {
        for (Machine machine : planned(facts).machines()) {
            machine.nics().forEach(nic -> {
                assertThat(nic.path().hops()).isNotEmpty();
                assertThat(nic.path().state()).isEqualTo("planned");
                assertThat(nic.path().end()).isIn("nic", "link", "cluster-network", "no-layer-2", "unknown");
                assertThat(nic.path().hops()).allSatisfy(WiringLawsTest::honest);
                assertThat(nic.path().hops().getLast().gap())
                        .isEqualTo(nic.path().end().equals("unknown"));
            });
        }
    }

    private static void honest(Hop hop) {
        assertThat(hop.verdict()).isNotIn(Verdict.PROVEN, Verdict.CONTRADICTED);
        assertThat(hop.gap()).isEqualTo(hop.verdict() == Verdict.UNKNOWN);
        List<Origin> evidence = new ArrayList<>(hop.evidence());
        hop.candidates().forEach(candidate -> evidence.addAll(candidate.evidence()));
        assertThat(hop.gap() ? hop.why() : evidence.toString()).isNotIn("", "[]");
    }

    @Test
    void aThousandVmsStandOnFiftyNodes() {
        List<Fact> facts = Planner.plan(fleet(1000, 50), OPTIONS).facts();
        Topology planned = planned(facts);
        assertThat(planned.machines()).hasSize(1000);
        assertThat(planned.machines().stream().flatMap(machine -> machine.nics().stream()))
                .hasSize(7000);
        assertThat(planned.machines().stream()
                        .map(machine -> machine.nics().getLast().path().end())
                        .distinct())
                .containsExactly("nic");
    }

    private static List<ApiResource> fleet(int vms, int nodes) {
        StringBuilder text = new StringBuilder();
        text.append("""
                apiVersion: nmstate.io/v1
                kind: NodeNetworkConfigurationPolicy
                metadata: {name: lan}
                spec:
                  desiredState:
                    interfaces:
                      - {name: br-lan, type: linux-bridge, state: up, bridge: {port: [{name: eno2}]}}
                      - {name: eno2, type: ethernet, state: up}
                """);
        for (int network = 1; network < 7; network++) {
            text.append("---\n{apiVersion: k8s.cni.cncf.io/v1, kind: NetworkAttachmentDefinition, metadata: {name: n")
                    .append(network)
                    .append(
                            ", namespace: shop}, spec: {config: '{\"type\": \"bridge\", \"bridge\": \"br-lan\", \"vlan\": ")
                    .append(network)
                    .append("0}'}}\n");
        }
        for (int vm = 0; vm < vms; vm++) {
            String interfaces = IntStream.range(1, 7)
                    .mapToObj(network -> ", {name: n" + network + ", bridge: {}}")
                    .reduce("{name: default, masquerade: {}}", String::concat);
            String networks = IntStream.range(1, 7)
                    .mapToObj(network -> ", {name: n" + network + ", multus: {networkName: n" + network + "}}")
                    .reduce("{name: default, pod: {}}", String::concat);
            text.append("---\n{apiVersion: kubevirt.io/v1, kind: VirtualMachine, metadata: {name: vm-")
                    .append(vm)
                    .append(", namespace: shop}, spec: {template: {spec: {nodeSelector: {kubernetes.io/hostname: node-")
                    .append(vm % nodes)
                    .append("}, domain: {devices: {interfaces: [")
                    .append(interfaces)
                    .append("]}}, networks: [")
                    .append(networks)
                    .append("]}}}}\n");
        }
        return Manifest.of("fleet.yaml", text.toString());
    }

    /** Published manifests of many kinds, each planned by itself and all at once. */
    @Test
    void manifestsOfTheFieldAreRead() {
        assumeThat(Files.isDirectory(KUBEVIRT)).isTrue();
        List<ApiResource> all = new ArrayList<>();
        for (String folder : List.of("nad", "nncp", "pod", "vmi", "nns", "ospd")) {
            for (Path file : Manifest.files(KUBEVIRT.resolve(folder))) {
                List<ApiResource> resources = Manifest.of(folder + "/" + file.getFileName(), Manifest.read(file));
                all.addAll(resources);
                Blueprint alone = Planner.plan(resources, OPTIONS);
                long given = alone.objects().stream()
                        .filter(object -> !object.derived())
                        .count();
                // A resource that is refused is a problem for each value that it is refused for.
                assertThat(given + alone.skipped().size() + alone.problems().size())
                        .isGreaterThanOrEqualTo(resources.size());
            }
        }
        Topology topology = Planner.plan(all, OPTIONS).topology();
        // What the director makes of its samples is judged where its rules are.
        assertThat(topology.machines().stream()
                        .filter(machine -> !machine.namespace().equals("openstack"))
                        .flatMap(machine -> machine.nics().stream()
                                .map(nic -> machine.path() + " " + nic.ref() + " "
                                        + nic.path().end() + " "
                                        + nic.path().hops().getLast().why())))
                .containsExactlyInAnyOrder(
                        "default/vmi-masquerade testmasquerade cluster-network ",
                        "default/vmi-multus-multiple-net default cluster-network ",
                        "default/vmi-multus-multiple-net ptp unknown no NetworkAttachmentDefinition default/ptp-conf is"
                                + " given: the pod will not start without it",
                        "default/vmi-multus-ptp ptp unknown no NetworkAttachmentDefinition default/ptp-conf is given: the"
                                + " pod will not start without it",
                        "default/vmi-sriov default cluster-network ",
                        "default/vmi-sriov sriov-net unknown the NIC will be a PCI function of the node, passed through:"
                                + " which one the device plugin chooses when the pod starts",
                        "default/testpod1 net1 unknown a device of the node is moved into the pod: which one is chosen"
                                + " when the pod starts",
                        "ns1/tinypod myiface1 cluster-network ");
    }

    private static Topology planned(List<Fact> facts) {
        return Wiring.of(new Wishes(facts, OPTIONS));
    }

    @Test
    void whatTakesNoPartIsSkippedAndWhatIsGivenTwiceIsSaid() {
        String vm = "apiVersion: kubevirt.io/v1\nkind: VirtualMachine\nmetadata: {name: web, namespace: shop}\n";
        String odd = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\n";
        List<ApiResource> resources = Stream.of(Manifest.of("b.yaml", vm), Manifest.of("a.yaml", odd + "---\n" + vm))
                .flatMap(List::stream)
                .toList();
        Blueprint blueprint =
                Planner.plan(resources, new PlanOptions(KubevirtVersion.DEFAULT, List.of(), Optional.empty()));
        assertThat(blueprint.objects()).extracting(one -> one.label()).containsExactly("VirtualMachine shop/web");
        assertThat(blueprint.skipped())
                .extracting(one -> one.command() + ": " + one.why())
                .containsExactly("Deployment shop/web: no kind that a network is planned from: apps/v1");
        assertThat(blueprint.problems())
                .extracting(one -> one.message())
                .containsExactly("b.yaml:3: VirtualMachine shop/web is given a second time, first at a.yaml:7;"
                        + " expected one resource of a name; the first counts");
        assertThat(blueprint.topology().machines()).hasSize(1);
    }
}
