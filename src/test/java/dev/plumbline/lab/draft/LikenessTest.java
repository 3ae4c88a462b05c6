package dev.plumbline.lab.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.Evidence;
import dev.plumbline.plan.KubevirtVersion;
import dev.plumbline.plan.Manifests;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.plan.Planner;
import dev.plumbline.sources.Sources;
import dev.plumbline.sources.transcript.TranscriptReader;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import dev.plumbline.weave.Weaver;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plan takes the names that a real environment drew, and nothing else. */
class LikenessTest {

    private static final Topology PLANNED = Planner.plan(
                    Manifests.open(List.of("examples/seed-environment"), InputStream.nullInputStream())
                            .resources(),
                    new PlanOptions(KubevirtVersion.DEFAULT, List.of(), Optional.empty()))
            .topology();

    private static Topology seen(String file) {
        return Weaver.weave(Evidence.of(Sources.open(
                                List.of(file),
                                (source, inner, content) ->
                                        TranscriptReader.read(source + "/" + inner, content, List.of()),
                                InputStream.nullInputStream()))
                        .facts())
                .topology();
    }

    private static Nic storage(Topology topology) {
        return topology.machines().getFirst().nics().stream()
                .filter(nic -> nic.network().name().equals(Optional.of("storage")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_pod_the_veth_and_the_mac_are_those_of_the_evidence() {
        Nic nic = storage(Likeness.of(PLANNED, seen("examples/controller-0.txt")));

        assertThat(nic.path().hops())
                .extracting(Hop::label)
                .containsExactly("enp5s0", "tap4", "k6t-net4", "net4", "vethf037a556", "br-osp", "enp7s0");
        assertThat(nic.path().hops().get(1).scope().name()).isEqualTo("virt-launcher-controller-0-hp6w8");
        assertThat(nic.mac())
                .isEqualTo(storage(seen("examples/controller-0.txt")).mac());
        assertThat(nic.mtu()).isEqualTo(storage(PLANNED).mtu());
    }

    @Test
    void what_is_set_moves_with_the_devices() {
        Topology like = Likeness.of(PLANNED, seen("examples/controller-0.txt"));

        assertThat(like.settings().addresses())
                .filteredOn(held -> held.device().name().startsWith("k6t-"))
                .isNotEmpty()
                .allMatch(held -> held.device().scope().name().equals("virt-launcher-controller-0-hp6w8"));
        assertThat(like.settings().tags()).anyMatch(tag -> tag.port().name().equals("vethf037a556"));
    }

    @Test
    void without_such_a_machine_the_plan_stays_as_it_is() {
        assertThat(Likeness.of(PLANNED, new Topology(List.of(), List.of(), List.of(), List.of())))
                .isEqualTo(PLANNED);
    }
}
