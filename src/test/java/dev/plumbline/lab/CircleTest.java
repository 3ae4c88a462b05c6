package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.answers.Evidence;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.sources.Sources;
import dev.plumbline.sources.transcript.TranscriptReader;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import dev.plumbline.weave.Weaver;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is planned, built and read again is one thing. */
class CircleTest {

    private static final LabName LAB = new LabName("test-circle");

    @TempDir
    Path folder;

    @BeforeAll
    static void ground() {
        Ground.with(Feature.VETH, Feature.BRIDGE, Feature.TAP, Feature.NAT, Feature.OVS);
    }

    @AfterEach
    void down() throws LabException {
        new Labs(folder.resolve("labs")).down(LAB);
    }

    private static Topology plan() {
        Planned plan = new Planned();
        plan.nodeBridge("br-ctl", "ens1", 1500);
        plan.nodeBridge("br-data", "ens2", 9000);
        plan.vm(
                "ctl-0",
                10,
                "default  10.0.2.2/24",
                "ctl br-ctl 192.0.2.10/24",
                "tenant br-data 198.51.100.10/24 br-ten");
        plan.vm("ctl-1", 20, "ctl br-ctl 192.0.2.11/24");
        plan.route(Scope.guest("shop", "ctl-0"), "default", "10.0.2.1");
        return plan.topology();
    }

    private static Topology read(Path capture) throws Exception {
        return Weaver.weave(Evidence.of(Sources.open(
                                List.of(capture.toString()),
                                (source, file, content) ->
                                        TranscriptReader.read(source + "/" + file, content, List.of()),
                                InputStream.nullInputStream()))
                        .facts())
                .topology();
    }

    @Test
    void what_a_lab_shows_is_proven_and_as_planned() throws Exception {
        Labs labs = new Labs(folder.resolve("labs"));
        LabDescription built = labs.up(LAB, LabRequest.of(plan(), "hash")).description();
        assertThat(labs.status(LAB))
                .isEqualTo(new LabStatus(LAB, true, false, labs.status(LAB).anchor(), built));
        Path capture = folder.resolve("capture");
        labs.capture(LAB, capture);
        assertThatThrownBy(() -> labs.capture(LAB, capture)).hasMessageContaining("holds a capture already");
        Topology seen = read(capture);
        for (Machine planned : plan().machines()) {
            Machine machine = seen.machines().stream()
                    .filter(each -> each.path().equals(planned.path()))
                    .findFirst()
                    .orElseThrow();
            assertThat(machine.nics()).hasSameSizeAs(planned.nics());
            for (Nic nic : planned.nics()) {
                Nic found = machine.nics().stream()
                        .filter(each -> each.mac().equals(nic.mac()))
                        .findFirst()
                        .orElseThrow();
                assertThat(shape(found)).startsWith(shape(nic));
                boolean masquerade = nic.path().end().equals("cluster-network");
                assertThat(found.verdict()).isEqualTo(masquerade ? Verdict.INFERRED : Verdict.PROVEN);
                assertThat(found.path().end()).isEqualTo(nic.path().end());
            }
        }
    }

    /** Kinds and names in order; of names that the plan leaves open the kind alone. */
    private static String shape(Nic nic) {
        return nic.path().hops().stream()
                .filter(hop -> !hop.gap())
                .map(CircleTest::shape)
                .collect(Collectors.joining(" "));
    }

    private static String shape(Hop hop) {
        return hop.kind().word() + (hop.kind().word().equals("veth") ? "" : ":" + hop.label());
    }

    @Test
    void a_capture_tells_no_stand_in_for_what_it_is() throws Exception {
        Labs labs = new Labs(folder.resolve("labs"));
        labs.up(LAB, LabRequest.of(plan(), "hash"));
        Path capture = folder.resolve("capture");
        labs.capture(LAB, capture);
        assertThat(Files.readString(capture.resolve("guests/shop/ctl-1/ip_-j_-d_link")))
                .contains("enp1s0")
                .doesNotContain("veth", "link_index");
        assertThat(Files.readString(capture.resolve("nodes/any/ip_-j_-d_link"))).contains("\"info_kind\":\"veth\"");
    }
}
