package dev.plumbline.systems.multus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.facts.Mac;
import dev.plumbline.systems.multus.Annotations.Attached;
import dev.plumbline.systems.multus.Annotations.Requested;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationsTest {

    private static final Optional<Mac> NO_MAC = Optional.empty();

    @Test
    void aSingleName() {
        assertThat(Annotations.networks("red", "lab")).containsExactly(new Requested("lab/red", "net1", NO_MAC, 0));
    }

    @Test
    void aCommaListWithNamespacesDevicesAndSpaces() {
        assertThat(Annotations.networks(" red , shop/blue@b0,\n\tgreen@g-1 , red", "lab"))
                .containsExactly(
                        new Requested("lab/red", "net1", NO_MAC, 0),
                        new Requested("shop/blue", "b0", NO_MAC, 1),
                        new Requested("lab/green", "g-1", NO_MAC, 2),
                        new Requested("lab/red", "net4", NO_MAC, 3));
    }

    @Test
    void aNameWithoutAnyNamespaceStaysBare() {
        assertThat(Annotations.networks("red", "")).containsExactly(new Requested("red", "net1", NO_MAC, 0));
    }

    @Test
    void theJsonListOfKubeVirt() {
        String text = """
                [{"name":"red","namespace":"lab","mac":"02:00:5E:10:00:01","interface":"net1","cni-args":null},
                 {"name":"blue", "namespace" : "shop", "interfaceRequest":"b0"},
                 {"name":"plug","namespace":"lab","cni-args":{"logicNetworkName":"p"}}]
                """;

        assertThat(Annotations.networks(text, "other"))
                .containsExactly(
                        new Requested("lab/red", "net1", Mac.parse("02:00:5e:10:00:01"), 0),
                        new Requested("shop/blue", "b0", NO_MAC, 1),
                        new Requested("lab/plug", "net3", NO_MAC, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "red,",
                "a/b/c",
                "red@a@b",
                "Red",
                "red-",
                "-red",
                "red@a-name-too-long-for-it",
                "{\"name\":\"red\"}",
                "\"red\"",
                "[{\"name\":\"red\"}",
                "[{\"name\":\"red\"}] trailing",
                "[{\"name\":7}]",
                "[{\"namespace\":\"lab\"}]",
                "[\"red\"]"
            })
    void whatMultusRefusesAttachesNothing(String text) {
        assertThat(Annotations.networks(text, "lab")).isEmpty();
    }

    @Test
    void theStatusTellsTheDefaultNetworkApart() {
        String text = """
                [{"name":"ovn-kubernetes","interface":"eth0","ips":["10.1.2.3"],"default":true,"dns":{}},
                 {"name":"lab/red","interface":"net1","mac":"02-00-5e-10-00-01"},
                 {"interface":"nameless"},
                 {"name":"lab/blue"}]
                """;

        assertThat(Annotations.status(text))
                .containsExactly(
                        new Attached("ovn-kubernetes", "eth0", NO_MAC, true, 0),
                        new Attached("lab/red", "net1", Mac.parse("02:00:5e:10:00:01"), false, 1),
                        new Attached("lab/blue", "", NO_MAC, false, 3));
    }

    @Test
    void aStatusThatBreaksOffSaysNothing() {
        assertThat(Annotations.status("[{\"name\":\"lab/red\",\"interface\":\"net1\"},{\"na"))
                .isEmpty();
    }

    @Test
    void onlyABridgeResourceNamesABridge() {
        assertThat(NetworkDefinitions.bridgeOfResource("bridge.network.kubevirt.io/br-lan"))
                .isEqualTo("br-lan");
        assertThat(NetworkDefinitions.bridgeOfResource("macvtap.network.kubevirt.io/eth7"))
                .isEmpty();
        assertThat(NetworkDefinitions.bridgeOfResource("openshift.io/vfpool")).isEmpty();
    }

    @Property
    void noTextIsTooStrange(@ForAll String text, @ForAll String namespace) {
        assertThat(Annotations.networks(text, namespace))
                .allMatch(each -> !each.network().isEmpty());
        assertThat(Annotations.status("[" + text + "]"))
                .allMatch(each -> !each.network().isEmpty());
    }
}
