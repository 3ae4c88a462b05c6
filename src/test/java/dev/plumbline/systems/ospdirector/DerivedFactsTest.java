package dev.plumbline.systems.ospdirector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.facts.Attachment;
import dev.plumbline.facts.DesiredLink;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.facts.VmNic;
import dev.plumbline.systems.Reading;
import dev.plumbline.systems.kubernetes.KubernetesReaders;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The readers of evidence read what is derived, and point into the manifests. */
class DerivedFactsTest {

    private static final Derived DERIVED = Net.derive(Net.CONFIG, Net.plane(1, "ctlplane", "backup"));

    @Test
    void definitionsBecomeFacts() {
        assertThat(facts(NetworkDefinition.class))
                .extracting(NetworkDefinition::name)
                .containsExactly("backup", "backup-static", "ctlplane", "ctlplane-static");
        NetworkDefinition backup = facts(NetworkDefinition.class).getFirst();
        assertThat(backup.bridge()).isEqualTo("br-lan");
        assertThat(backup.vlan()).isEqualTo(OptionalInt.of(77));
        assertThat(backup.mtu()).isEqualTo(OptionalInt.of(1500));
        assertThat(backup.origin().text()).isEqualTo("attachConfiguration: lan");
    }

    @Test
    void nicsOfVmsBecomeFacts() {
        assertThat(facts(VmNic.class))
                .extracting(VmNic::network, VmNic::binding, VmNic::attachment)
                .containsExactly(
                        tuple("default", "masquerade", "pod"),
                        tuple("backup", "bridge", "cloud/backup"),
                        tuple("ctlplane", "bridge", "cloud/ctlplane"));
    }

    @Test
    void policiesBecomeFacts() {
        DesiredLink bridge = facts(DesiredLink.class).getFirst();
        assertThat(bridge.policy()).isEqualTo("br-lan");
        assertThat(bridge.name()).isEqualTo("br-lan");
        assertThat(bridge.ports()).containsExactly("eno2");
        assertThat(bridge.origin().text()).isEqualTo("- name: br-lan");
    }

    @Test
    void theClientsNetworksBecomeFacts() {
        assertThat(facts(Attachment.class))
                .extracting(Attachment::pod, Attachment::device, Attachment::network)
                .containsExactly(tuple("openstackclient", "net1", "cloud/ctlplane-static"));
    }

    private static <T extends Fact> List<T> facts(Class<T> kind) {
        return DERIVED.objects().stream()
                .flatMap(object -> KubernetesReaders.objects().stream()
                        .filter(reader -> reader.reads(object.group(), object.kind()))
                        .map(reader -> reader.read(Manifests.observation("derived", List.of("derived")), object.tree()))
                        .peek(reading -> assertThat(reading.problems()).isEmpty())
                        .map(Reading::facts))
                .flatMap(List::stream)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
