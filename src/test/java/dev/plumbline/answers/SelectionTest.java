package dev.plumbline.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {

    private final Topology topology = MapExamples.sevenNics().topology();

    @ParameterizedTest
    @CsvSource({
        "ctl-0, nic1 nic2 nic3 nic4 nic5 nic6 nic7",
        "cloud/ctl-0, nic1 nic2 nic3 nic4 nic5 nic6 nic7",
        "virt-launcher-ctl-0-x7k2p, nic1 nic2 nic3 nic4 nic5 nic6 nic7",
        "pod/virt-launcher-ctl-0-x7k2p, nic1 nic2 nic3 nic4 nic5 nic6 nic7",
        "ctl-0/nic5, nic5",
        "nic5, nic5",
        "ens7, nic5",
        "vm/ctl-0:ens7, nic5",
        "vm/ctl-0:tap4, nic5",
        "vm/ctl-0:br-ten, nic7",
        "node/rack-2:br-data, nic4 nic5 nic6 nic7",
        "node/rack-2:vethbb05, nic5",
        "pod/cloud/virt-launcher-ctl-0-x7k2p:net4, nic5",
        "guest/ctl-0:br-ext, nic3",
        "net/stor, nic4 nic5 nic6 nic7",
        "net/ctl, nic2",
        "net/pod, nic1",
        "02:20:00:00:00:06, nic6",
        "10.20.6.10, nic7"
    })
    void findsTheNicsOfATarget(String target, String refs) throws Exception {
        assertThat(refs(select(topology, target))).containsExactly(refs.split(" "));
    }

    @Test
    void severalTargetsAreShownOnceAndInTheirOwnOrder() throws Exception {
        assertThat(refs(select(topology, "ctl-0/nic5", "net/ctl", "ctl-0:nic5")))
                .containsExactly("nic2", "nic5");
    }

    @Test
    void onlyTheStrangersAndSegmentsOfCrossedBridgesStay() throws Exception {
        Topology cut = select(topology, "ctl-0/nic2");
        assertThat(cut.others()).extracting(other -> other.device().name()).containsExactly("vethaa01");
        assertThat(cut.segments())
                .extracting(segment -> segment.bridge().name())
                .containsExactly("br-ctl");
    }

    @Test
    void aStrangerIsFoundThoughNoPathTakesIt() throws Exception {
        Topology cut = select(topology, "node/rack-2:vethaa01");
        assertThat(cut.machines()).isEmpty();
        assertThat(cut.others()).extracting(other -> other.device().name()).containsExactly("vethaa01");
    }

    @Test
    void aNameInTwoNamespacesIsRefusedAndBothAreNamed() {
        assertThatThrownBy(() -> select(MapExamples.twins(), "ctl-0"))
                .hasMessageContaining("may be several things")
                .asInstanceOf(type(TargetException.class))
                .extracting(TargetException::names)
                .isEqualTo(List.of("vm/cloud/ctl-0", "vm/test/ctl-0"));
    }

    @Test
    void aNicOfSeveralMachinesIsRefusedAndAllAreNamed() {
        assertThatThrownBy(() -> select(MapExamples.twins(), "nic2"))
                .hasMessageContaining("may be several things")
                .asInstanceOf(type(TargetException.class))
                .extracting(TargetException::names)
                .isEqualTo(List.of("vm/cloud/ctl-0:nic2", "vm/test/ctl-0:nic2"));
    }

    @Test
    void aNamespaceOrAllNamespacesSettleIt() throws Exception {
        List<Target> target = List.of(TargetParser.parse("ctl-0"));
        assertThat(new Selection(Optional.of("test"), false, target)
                        .of(MapExamples.twins())
                        .machines())
                .hasSize(1);
        assertThat(new Selection(Optional.empty(), true, target)
                        .of(MapExamples.twins())
                        .machines())
                .hasSize(2);
    }

    @Test
    void aNamespaceKeepsMachinesWhoseNamespaceNothingNames() throws Exception {
        Topology odd = MapExamples.odd().topology();
        Topology cut = new Selection(Optional.of("cloud"), false, List.of()).of(odd);
        assertThat(cut.machines()).extracting(machine -> machine.path()).containsExactly("?/db-1");
    }

    @ParameterizedTest
    @CsvSource({
        "ctl-9, ctl-0",
        "vm/clt-0, vm/ctl-0",
        "ctl-0/nic55, ctl-0:nic5",
        "vm/ctl-0:nic8, vm/ctl-0:nic1",
        "vethbb05, node/rack-2:vethbb05",
        "node/rack-2:vethbb55, node/rack-2:vethbb05",
        "net/store, net/stor",
        "02:20:00:00:00:66, 02:20:00:00:00:06",
        "10.20.4.11, 10.20.4.10/24"
    })
    void offersTheNearestNameForOneThatIsNotThere(String target, String near) {
        assertThatThrownBy(() -> select(topology, target))
                .hasMessageContaining("is not in what was read")
                .asInstanceOf(type(TargetException.class))
                .extracting(TargetException::names)
                .satisfies(names -> assertThat(names).contains(near));
    }

    @ParameterizedTest
    @ValueSource(strings = {"02:20:00:00:00:77", "203.0.113.1", "net/x", "a/b", "node/x:y", "x"})
    void saysNothingNearWhereNothingIsThere(String target) {
        assertThatThrownBy(() -> select(new Topology(List.of(), List.of(), List.of(), List.of()), target))
                .asInstanceOf(type(TargetException.class))
                .extracting(TargetException::names)
                .isEqualTo(List.of());
    }

    private static Topology select(Topology topology, String... targets) throws TargetException {
        List<Target> parsed = new ArrayList<>();
        for (String target : targets) {
            parsed.add(TargetParser.parse(target));
        }
        return new Selection(Optional.empty(), false, parsed).of(topology);
    }

    private static List<String> refs(Topology topology) {
        return topology.machines().stream()
                .flatMap(machine -> machine.nics().stream())
                .map(Nic::ref)
                .toList();
    }
}
