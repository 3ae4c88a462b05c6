package dev.plumbline.plan.over;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.answers.plan.OverAnswer;
import dev.plumbline.answers.plan.OverAnswer.Becomes;
import dev.plumbline.answers.plan.OverAnswer.GuestNote;
import dev.plumbline.answers.plan.OverAnswer.MachineChange;
import dev.plumbline.answers.plan.OverAnswer.NodeLack;
import dev.plumbline.answers.plan.PlannedObject;
import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.facts.Fact;
import dev.plumbline.plan.Blueprint;
import dev.plumbline.plan.KubevirtVersion;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.plan.Planner;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Readers;
import dev.plumbline.systems.kubernetes.ObjectStream;
import dev.plumbline.systems.ospdirector.InputsReader;
import dev.plumbline.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Changes to the example's manifests, applied to a cluster made of them as they are. */
class OverTest {

    private static final PlanOptions OPTIONS = new PlanOptions(KubevirtVersion.DEFAULT, List.of(), Optional.empty());
    private static final Topology NOTHING = new Topology(List.of(), List.of(), List.of(), List.of());

    private static final String DUMP = """
            |    - name: Dump
            |      nameLower: dump
            |      subnets:
            |        - name: dump
            |          attachConfiguration: br-osp
            |          vlan: 60
            |          ipv4:
            |            cidr: 172.21.0.0/24
            |            allocationStart: 172.21.0.10
            |            allocationEnd: 172.21.0.250
            """.replace("|", "");

    private static String example(String file) {
        try {
            return Files.readString(Path.of("examples/seed-environment", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Observation observation(Scope scope, List<String> argv, String text) {
        List<Line> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(new Line(lines.size() + 1, line)));
        return new Observation(
                "test",
                "",
                Vantage.of(scope, Standing.STATED),
                new Command(argv),
                "",
                Filter.NONE,
                new Line(0, ""),
                lines);
    }

    private static List<ApiResource> resources(String... texts) {
        List<ApiResource> all = new ArrayList<>();
        for (String text : texts) {
            all.addAll(ObjectStream.of(observation(Scope.ofCluster(), List.of(), text), false)
                    .objects());
        }
        return all;
    }

    /** The example's cluster: what people wrote, and what the operator has made of it. */
    private static List<ApiResource> cluster() {
        List<ApiResource> all = new ArrayList<>(resources(
                example("network.yaml"),
                example("controlplane.yaml"),
                example("tripleo.yaml"),
                example("cluster.yaml")));
        for (PlannedObject object : Planner.plan(all, OPTIONS).objects()) {
            if (object.derived()) {
                int slash = object.apiVersion().indexOf('/');
                all.add(new ApiResource(
                        new ApiObject(observation(Scope.ofCluster(), List.of(), ""), object.tree()),
                        slash < 0 ? "" : object.apiVersion().substring(0, slash),
                        object.apiVersion().substring(slash + 1),
                        object.kind()));
            }
        }
        return all;
    }

    private static OverAnswer over(List<ApiResource> manifests, List<ApiResource> there, List<Fact> seen) {
        List<ApiResource> applied = Over.applied(manifests, there);
        Blueprint blueprint = Planner.plan(applied, there, OPTIONS);
        return Over.of(blueprint, InputsReader.read(applied).inputs(), there, seen, NOTHING);
    }

    @Test
    void whatIsThereAlreadyChangesNothing() {
        OverAnswer answer = over(resources(example("network.yaml")), cluster(), List.of());
        assertThat(answer.objects()).isEmpty();
        assertThat(answer.same()).isGreaterThan(25);
        assertThat(answer.machines()).isEmpty();
    }

    @Test
    void anMtuChangesTheNetAndBothDefinitions() {
        String wider = example("network.yaml")
                .replace("nameLower: storage_mgmt\n      mtu: 1500", "nameLower: storage_mgmt\n      mtu: 9000");
        OverAnswer answer = over(resources(wider), cluster(), List.of());
        assertThat(answer.objects())
                .extracting(change -> change.becomes() + " " + change.kind() + " " + change.name() + " "
                        + change.fields().getFirst().path() + " "
                        + change.fields().getFirst().before() + " "
                        + change.fields().getFirst().after())
                .containsExactly(
                        "CHANGED NetworkAttachmentDefinition storagemgmt spec.config.plugins[0].mtu 1500 9000",
                        "CHANGED NetworkAttachmentDefinition storagemgmt-static spec.config.plugins[0].mtu 1500 9000",
                        "CHANGED OpenStackNet storagemgmt spec.mtu 1500 9000");
    }

    @Test
    void anAddedNetworkIsTheLastNicOfAVmThatExists() {
        String more = example("network.yaml").replace("    - name: InternalApi\n", DUMP + "    - name: InternalApi\n");
        String role = example("controlplane.yaml").replace("networks: [ctlplane, ", "networks: [dump, ctlplane, ");
        OverAnswer answer = over(resources(more, role), cluster(), List.of());
        assertThat(answer.objects())
                .filteredOn(change -> change.becomes() == Becomes.ADDED)
                .extracting(OverAnswer.ObjectChange::name)
                .containsExactly("dump", "dump-static", "dump");
        assertThat(answer.machines()).hasSize(1);
        MachineChange change = answer.machines().getFirst();
        assertThat(change.after()).endsWith("tenant", "dump");
        assertThat(change.fresh()).startsWith("default", "ctlplane", "dump", "external");
        assertThat(change.restart()).isTrue();
        assertThat(change.recreate()).isTrue();
    }

    @Test
    void aNetworkThatIsGoneLeavesItsObjectsBehind() {
        String fewer = example("network.yaml")
                .replaceAll("(?s)    - name: StorageMgmt.*?(?=    - name: Tenant)", "")
                .replaceAll(".*storage_mgmt: .*\n", "");
        String role = example("controlplane.yaml").replace(", storage_mgmt]", "]");
        OverAnswer answer = over(resources(fewer, role), cluster(), List.of());
        assertThat(answer.objects())
                .filteredOn(change -> change.becomes() == Becomes.LEFT)
                .extracting(change -> change.kind() + " " + change.name())
                .contains(
                        "NetworkAttachmentDefinition storagemgmt",
                        "NetworkAttachmentDefinition storagemgmt-static",
                        "OpenStackNet storagemgmt");
        assertThat(answer.machines())
                .singleElement()
                .satisfies(machine -> assertThat(machine.after()).contains("storagemgmt"))
                .satisfies(machine -> assertThat(machine.fresh()).doesNotContain("storagemgmt"));
    }

    @Test
    void aNodeThatLacksABridgeOrTheMtuIsNamed() {
        Observation links = observation(Scope.node("ostest-worker-1"), List.of("ip", "-d", "link"), """
                1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
                    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00 promiscuity 0 minmtu 0 maxmtu 0
                2: enp1s0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq master br-ctlplane state UP mode DEFAULT group default qlen 1000
                    link/ether 52:54:00:10:00:01 brd ff:ff:ff:ff:ff:ff promiscuity 1 minmtu 68 maxmtu 9202
                3: enp7s0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP mode DEFAULT group default qlen 1000
                    link/ether 52:54:00:10:00:07 brd ff:ff:ff:ff:ff:ff promiscuity 1 minmtu 68 maxmtu 9202
                4: br-ctlplane: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
                    link/ether 52:54:00:10:00:01 brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 68 maxmtu 65535
                """);
        List<Fact> seen = new ArrayList<>();
        for (Reader reader : Readers.all()) {
            if (reader.reads(links.command())) {
                seen.addAll(reader.read(links).facts());
            }
        }
        OverAnswer answer = over(resources(example("network.yaml")), cluster(), seen);
        assertThat(answer.nodes())
                .extracting(NodeLack::device, NodeLack::lacks)
                .contains(
                        tuple("br-osp", "is not there yet"),
                        tuple("enp7s0", "has MTU 1500, planned 9000"),
                        tuple("enp6s0", "there is no such device"))
                .noneSatisfy(lack -> assertThat(lack.toString()).contains("br-ctlplane"));
    }

    @Test
    void osNetConfigRunsAgainOnlyWhereUpdateIsAmongTheActions() {
        assertThat(over(resources(example("network.yaml")), cluster(), List.of())
                        .guests())
                .singleElement()
                .extracting(GuestNote::says)
                .asString()
                .startsWith("os-net-config does not run again");
        String again = example("tripleo.yaml")
                .replace("      DnsServers:", "      NetworkDeploymentActions: [CREATE, UPDATE]\n      DnsServers:");
        assertThat(over(resources(again), cluster(), List.of()).guests())
                .singleElement()
                .extracting(GuestNote::says)
                .asString()
                .startsWith("os-net-config runs again");
    }

    @Test
    void whatNothingShowsIsSaidWithItsCommand() {
        OverAnswer answer =
                over(resources(example("network.yaml"), example("controlplane.yaml")), List.of(), List.of());
        assertThat(answer.objects()).allSatisfy(change -> {
            assertThat(change.becomes()).isEqualTo(Becomes.UNSEEN);
            assertThat(change.note()).startsWith("oc get ");
        });
    }
}
