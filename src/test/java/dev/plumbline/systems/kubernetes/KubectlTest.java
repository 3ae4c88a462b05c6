package dev.plumbline.systems.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Command;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubectlTest {

    private static Kubectl parsed(String line) {
        return Kubectl.of(new Command(List.of(line.split(" ")))).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oc get vmi -n lab -o yaml",
                "oc -n lab get vmi -oyaml",
                "kubectl --namespace lab get -o=yaml vmi",
                "omc get --namespace=lab vmi --output yaml",
                "oc get vmi -nlab --output=yaml --context other",
                "kubectl --kubeconfig admin.conf get vmi -n=lab -o yaml --request-timeout 5s"
            })
    void anOptionMayStandAnywhere(String line) {
        Kubectl command = parsed(line);

        assertThat(command.verb()).isEqualTo("get");
        assertThat(command.operands()).containsExactly("vmi");
        assertThat(command.namedNamespace()).isEqualTo("lab");
        assertThat(command.output()).isEqualTo("yaml");
    }

    @Test
    void lettersMayBeRunTogether() {
        Kubectl command = parsed("oc get pods -Aowide");

        assertThat(command.allNamespaces()).isTrue();
        assertThat(command.output()).isEqualTo("wide");
    }

    @Test
    void aSwitchMayBeSetToFalse() {
        assertThat(parsed("oc get pods --all-namespaces=false").allNamespaces()).isFalse();
    }

    @Test
    void selectorsHideObjects() {
        assertThat(parsed("oc get pods -l a=b").selects()).isTrue();
        assertThat(parsed("oc get pods --field-selector spec.nodeName=n").selects())
                .isTrue();
        assertThat(parsed("oc get pods -o wide").selects()).isFalse();
    }

    @Test
    void targetsAreListingsOrObjects() {
        assertThat(parsed("oc get pods,vmi").targets().resources()).containsExactly(Resource.POD, Resource.INSTANCE);
        assertThat(parsed("oc get pods,vmi").targets().only()).isEmpty();
        assertThat(parsed("oc get vmi a b").targets().objects())
                .containsExactly(
                        new Targets.Named(Optional.of(Resource.INSTANCE), "a"),
                        new Targets.Named(Optional.of(Resource.INSTANCE), "b"));
        assertThat(parsed("oc get vmi/a po/b").targets().objects())
                .containsExactly(
                        new Targets.Named(Optional.of(Resource.INSTANCE), "a"),
                        new Targets.Named(Optional.of(Resource.POD), "b"));
    }

    @Test
    void aResourceHasManyNames() {
        assertThat(Resource.named("VirtualMachineInstances.v1.kubevirt.io")).contains(Resource.INSTANCE);
        assertThat(Resource.named("nodes.metrics.k8s.io")).isEmpty();
        assertThat(Resource.named("vmi.example.org")).isEmpty();
        assertThat(Resource.named("net-attach-def")).contains(Resource.NETWORK_DEFINITION);
    }

    @Test
    void otherProgramsAreNotItsBusiness() {
        assertThat(Kubectl.of(Command.of("ip", "link"))).isEmpty();
        assertThat(Kubectl.of(new Command(List.of()))).isEmpty();
    }
}
