package dev.plumbline.systems.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.facts.Attachment;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Link;
import dev.plumbline.facts.VmNic;
import dev.plumbline.facts.VmSeen;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesReadersTest {

    private static final Vantage SHELL =
            new Vantage(Scope.node("n9").inCluster("east"), Standing.FOLLOWED, "boot-1", Optional.of(Instant.EPOCH));

    private static Command words(String line) {
        return new Command(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }

    private static List<Reader> claiming(String line) {
        return KubernetesReaders.all().stream()
                .filter(reader -> reader.reads(words(line)))
                .toList();
    }

    private static Observation observation(String command, String output) {
        List<Line> lines = new ArrayList<>();
        output.lines().forEach(text -> lines.add(new Line(lines.size() + 2, text)));
        return new Observation("a.txt", "", SHELL, words(command), "", Filter.NONE, new Line(1, "# " + command), lines);
    }

    private static Reading read(String command, String output) {
        return claiming(command).getFirst().read(observation(command, output));
    }

    @ParameterizedTest
    @CsvSource({
        "'', api-objects",
        "oc get pods -o json, api-objects",
        "omc get vmi a -oyaml, api-objects",
        "cat red.yaml, api-objects",
        "oc get pods -o wide, oc-get",
        "oc get all -n lab, oc-get",
        "oc describe po x, oc-describe",
        "oc get events -n lab, oc-get-events",
        "oc project lab, oc-project",
        "oc get routes -n lab, oc-project",
        "oc get pods -n lab -o name, oc-project",
        "oc get pods -n lab -w, oc-project",
        "oc describe nncp -n lab, oc-project",
        "crictl inspectp 1, crictl-inspectp",
        "nmstatectl show --json, nmstatectl-show"
    })
    void oneReaderClaimsACommand(String line, String id) {
        assertThat(claiming(line)).extracting(Reader::id).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip link",
                "oc get pods -o name",
                "oc get pods -w",
                "oc get pods -o custom-columns=A:.b",
                "cat /etc/os-net-config/config.json",
                "cat a.txt",
                "cat a.yaml b.yaml",
                "crictl ps",
                "nmstatectl apply x"
            })
    void whatIsNotUnderstoodIsNotClaimed(String line) {
        assertThat(claiming(line)).isEmpty();
    }

    @Test
    void objectsSpeakOfTheClusterWhereverTheShellStands() {
        Fact fact = read("oc get node n1 -o yaml", "apiVersion: v1\nkind: Node\nmetadata:\n  name: n1\n")
                .facts()
                .getLast();

        assertThat(fact.scope()).isEqualTo(Scope.ofCluster().inCluster("east"));
        assertThat(fact.vantage().standing()).isEqualTo(Standing.FOLLOWED);
        assertThat(fact.vantage().incarnation()).isEmpty();
    }

    @Test
    void aNodeNetworkStateSpeaksOfItsNodeAtItsTime() {
        Fact fact = read("oc get nns n1 -o yaml", """
                        apiVersion: nmstate.io/v1beta1
                        kind: NodeNetworkState
                        metadata:
                          name: n1
                        status:
                          currentState:
                            interfaces:
                            - name: eno1
                              state: up
                              type: ethernet
                          lastSuccessfulUpdateTime: "2025-06-01T10:20:30Z"
                        """).facts().getLast();

        assertThat(fact).isInstanceOf(Link.class);
        assertThat(fact.scope()).isEqualTo(Scope.node("n1").inCluster("east"));
        assertThat(fact.vantage().incarnation()).isEmpty();
        assertThat(fact.vantage().time()).contains(Instant.parse("2025-06-01T10:20:30Z"));
    }

    @Test
    void aTimeThatIsNoneLeavesTheObservationsOwn() {
        Fact fact = read("oc get nns n1 -o yaml", """
                        apiVersion: nmstate.io/v1beta1
                        kind: NodeNetworkState
                        metadata: {name: n1}
                        status:
                          currentState: {interfaces: [{name: eno1, type: ethernet, state: up}]}
                          lastSuccessfulUpdateTime: soon
                        """).facts().getLast();

        assertThat(fact.vantage().time()).contains(Instant.EPOCH);
    }

    @Test
    void aNetworkNameGivenTwiceJoinsNothing() {
        List<Fact> facts = read("oc get vmi twin -o yaml", """
                        apiVersion: kubevirt.io/v1
                        kind: VirtualMachineInstance
                        metadata: {name: twin, namespace: lab}
                        spec:
                          domain: {devices: {interfaces: [{name: red, bridge: {}}]}}
                          networks:
                          - {name: red, multus: {networkName: red}}
                          - {name: red, multus: {networkName: blue}}
                        """).facts();

        assertThat(facts)
                .filteredOn(fact -> fact instanceof VmNic)
                .singleElement()
                .satisfies(fact -> assertThat(((VmNic) fact).attachment()).isEmpty());
    }

    @Test
    void aRowThatLostItsSpacesIsNeitherReadNorTakenForAbsent() {
        List<Fact> facts = read("oc get vmi -n lab", """
                        NAME    AGE   PHASE        IP            NODENAME   READY
                        db-0    61d   Running      10.128.4.20   rack1-n3   True
                        wait    3s    Scheduling                        False
                        """).facts();

        assertThat(facts).filteredOn(fact -> fact instanceof VmSeen).hasSize(1);
        assertThat(facts).noneMatch(fact -> fact instanceof Covered);
    }

    @Test
    void aLongAnnotationIsQuotedWhereTheNetworkStands() {
        StringBuilder status = new StringBuilder("[");
        for (int i = 1; i <= 20; i++) {
            status.append(i > 1 ? "," : "")
                    .append("{\\\"name\\\":\\\"lab/net-")
                    .append((char) ('a' + i))
                    .append("\\\",\\\"interface\\\":\\\"net")
                    .append(i)
                    .append("\\\"}");
        }
        String json = "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p\",\"annotations\":{"
                + "\"k8s.v1.cni.cncf.io/network-status\":\"" + status + "]\"}}}";

        List<Fact> facts = read("oc get pod p -n lab -o json", json).facts();

        assertThat(facts)
                .filteredOn(fact -> fact instanceof Attachment)
                .hasSize(20)
                .allSatisfy(fact -> {
                    assertThat(json).contains(fact.origin().text());
                    assertThat(fact.origin().text()).contains(((Attachment) fact).network());
                });
    }

    @Property(tries = 300)
    void noOutputIsTooStrange(@ForAll String output) {
        for (String command : List.of(
                "",
                "oc get pods -n lab -o yaml",
                "oc get vmi",
                "oc get pods,vmi",
                "oc describe pod x",
                "oc get events -A",
                "oc project",
                "crictl inspectp x",
                "nmstatectl show",
                "oc get pod p -o jsonpath={.metadata.annotations.k8s.v1.cni.cncf.io/network-status}")) {
            assertThat(read(command, output).facts())
                    .allSatisfy(fact -> assertThat(fact.origin()).isNotNull());
        }
    }

    @Property(tries = 300)
    void noCommandIsTooStrange(@ForAll List<String> argv) {
        List<String> typed = new ArrayList<>(List.of("oc", "get"));
        typed.addAll(argv);
        Command command = new Command(typed);

        assertThat(KubernetesReaders.all().stream()
                        .filter(reader -> reader.reads(command))
                        .count())
                .as(() -> Arrays.toString(typed.toArray()))
                .isLessThanOrEqualTo(1);
    }
}
