package dev.plumbline.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.answers.Target.OfAddress;
import dev.plumbline.answers.Target.OfDevice;
import dev.plumbline.answers.Target.OfMac;
import dev.plumbline.answers.Target.OfMachine;
import dev.plumbline.answers.Target.OfNetwork;
import dev.plumbline.answers.Target.Reading;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Mac;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetParserTest {

    static Stream<Arguments> machines() {
        return Stream.of(
                machine("ctl-0", new Reading("", "", "ctl-0", ""), new Reading("", "", "", "ctl-0")),
                machine("vm/ctl-0", new Reading("vm", "", "ctl-0", "")),
                machine("VirtualMachine/ctl-0", new Reading("vm", "", "ctl-0", "")),
                machine("virtualmachineinstances.kubevirt.io/ctl-0", new Reading("vm", "", "ctl-0", "")),
                machine("vm/ctl-0:nic5", new Reading("vm", "", "ctl-0", "nic5")),
                machine("ctl-0:nic5", new Reading("", "", "ctl-0", "nic5")),
                machine("ctl-0/nic5", new Reading("", "", "ctl-0", "nic5"), new Reading("", "ctl-0", "nic5", "")),
                machine(
                        "vm/cloud/ctl-0",
                        new Reading("vm", "", "cloud", "ctl-0"),
                        new Reading("vm", "cloud", "ctl-0", "")),
                machine("vm/cloud/ctl-0:nic5", new Reading("vm", "cloud", "ctl-0", "nic5")),
                machine("cloud/ctl-0/nic5", new Reading("", "cloud", "ctl-0", "nic5")),
                machine("?/db-1/eth0", new Reading("", "", "db-1", "eth0")),
                machine("pod/web-7d4", new Reading("pod", "", "web-7d4", "")));
    }

    private static Arguments machine(String text, Reading... readings) {
        return Arguments.of(text, List.of(readings));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void readsMachinesAsKubectlDoes(String text, List<Reading> readings) throws Exception {
        assertThat(TargetParser.parse(text)).isEqualTo(new OfMachine(text, readings));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("node/rack-2", new OfDevice("node/rack-2", Scope.Kind.NODE, "", "rack-2", "")),
                Arguments.of("no/rack-2:br-a", new OfDevice("no/rack-2:br-a", Scope.Kind.NODE, "", "rack-2", "br-a")),
                Arguments.of(
                        "guest/cloud/ctl-0:ens3",
                        new OfDevice("guest/cloud/ctl-0:ens3", Scope.Kind.GUEST, "cloud", "ctl-0", "ens3")),
                Arguments.of(
                        "netns/rack-2/cni-1:eth0",
                        new OfDevice("netns/rack-2/cni-1:eth0", Scope.Kind.NETNS, "rack-2", "cni-1", "eth0")),
                Arguments.of("net/stor", new OfNetwork("net/stor", "stor")),
                Arguments.of("nad/cloud/stor", new OfNetwork("nad/cloud/stor", "cloud/stor")),
                Arguments.of("02-20-00-00-00-0A", new OfMac("02-20-00-00-00-0A", new Mac("02:20:00:00:00:0a"))),
                Arguments.of("10.20.4.10", new OfAddress("10.20.4.10", InetAddress.ofLiteral("10.20.4.10"))),
                Arguments.of("10.20.4.10/24", new OfAddress("10.20.4.10/24", InetAddress.ofLiteral("10.20.4.10"))),
                Arguments.of("2001:DB8::7", new OfAddress("2001:DB8::7", InetAddress.ofLiteral("2001:db8::7"))));
    }

    @ParameterizedTest
    @MethodSource("others")
    void readsPlacesNetworksAndAddresses(String text, Target target) throws Exception {
        assertThat(TargetParser.parse(text)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "vm/", "vm/:nic1", "vm/a:", "node/", "node/a:", "net/", "a//b", "a/b/c/d", "a/b/c:d"})
    void refusesWhatHasAnEmptyOrAnExtraPart(String text) {
        assertThatThrownBy(() -> TargetParser.parse(text))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("is no target; expected vm/NAME");
    }

    @Property
    void neverFailsOtherwise(@ForAll String text) {
        try {
            assertThat(TargetParser.parse(text).text()).isEqualTo(text);
        } catch (TargetException refused) {
            assertThat(refused).hasMessageContaining("expected");
        }
    }
}
