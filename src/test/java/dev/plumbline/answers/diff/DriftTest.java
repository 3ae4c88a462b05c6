package dev.plumbline.answers.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.Evidence;
import dev.plumbline.sources.Gathered;
import dev.plumbline.sources.Sources;
import dev.plumbline.sources.transcript.TranscriptReader;
import dev.plumbline.weave.Weaver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One drift is one line: each changes one session by hand and compares it with what it was. */
class DriftTest {

    private static final String BASE = read();

    /** @param change what to replace, in turn with by what */
    private record Drift(String name, List<String> change, String line) {

        String later() {
            String text = BASE;
            for (int i = 0; i < change.size(); i += 2) {
                assertThat(text).as(name).contains(change.get(i));
                text = text.replace(change.get(i), change.get(i + 1));
            }
            return text;
        }
    }

    private static Drift drift(String name, String line, String... change) {
        return new Drift(name, List.of(change), line);
    }

    private static final List<Drift> DRIFTS = List.of(
            drift(
                    "MTU of one device of a path",
                    "vm/lab/ctl-0 nic1 mtu: 9000 > 1500",
                    "21: vethd1a1a1a1@if4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 9000",
                    "21: vethd1a1a1a1@if4: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500"),
            drift(
                    "MTU of a whole path",
                    "vm/lab/ctl-0 nic2 mtu: 1500 > 1400",
                    "enp2s0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500",
                    "enp2s0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400",
                    "tap2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500",
                    "tap2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400",
                    "net2@if22: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500",
                    "net2@if22: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400"),
            drift(
                    "MTU of a node's NIC that NICs share",
                    "node/rack-1 ens5 mtu: 9000 > 1500",
                    "ens5: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 9000",
                    "ens5: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500"),
            drift(
                    "VLAN of a veth",
                    "vm/lab/ctl-0 nic1 vlan: 20 > 30",
                    "vethd1a1a1a1      20 PVID",
                    "vethd1a1a1a1      30 PVID"),
            drift(
                    "VLAN that an uplink no longer carries",
                    "node/rack-1 ens5 vlan 20: tagged > -",
                    "ens5              1 PVID Egress Untagged\n                  20\n",
                    "ens5              1 PVID Egress Untagged\n"),
            drift(
                    "uplink that left its bridge",
                    "node/rack-1 br-data port: ens5 > -",
                    "mtu 9000 qdisc fq_codel master br-data state UP",
                    "mtu 9000 qdisc fq_codel state UP"),
            drift(
                    "uplink on another bridge",
                    "node/rack-1 ens5 bridge: br-data > br-mgmt",
                    "mtu 9000 qdisc fq_codel master br-data state UP",
                    "mtu 9000 qdisc fq_codel master br-mgmt state UP"),
            drift(
                    "veth on no bridge",
                    "vm/lab/ctl-0 nic1 bridge: br-data > -",
                    "mtu 9000 qdisc noqueue master br-data state UP",
                    "mtu 9000 qdisc noqueue state UP"),
            drift(
                    "veth on the wrong bridge",
                    "vm/lab/ctl-0 nic1 bridge: br-data > br-mgmt",
                    "mtu 9000 qdisc noqueue master br-data state UP",
                    "mtu 9000 qdisc noqueue master br-mgmt state UP"),
            drift(
                    "tap on the wrong pod bridge",
                    "vm/lab/ctl-0 nic1 pod bridge: k6t-net1 > k6t-net2",
                    "qdisc fq_codel master k6t-net1",
                    "qdisc fq_codel master k6t-net2"),
            drift(
                    "pod interface that left its bridge",
                    "vm/lab/ctl-0 nic1 pod interface: net1 > -",
                    "qdisc noqueue master k6t-net1",
                    "qdisc noqueue"),
            drift(
                    "order of NICs",
                    "vm/lab/ctl-0 nic order: data=nic1 mgmt=nic2 > data=nic2 mgmt=nic1",
                    "nic1 mapped to: enp1s0",
                    "nic1 mapped to: enp2s0",
                    "nic2 mapped to: enp2s0\n",
                    "nic2 mapped to: enp1s0\n"),
            drift(
                    "address",
                    "vm/lab/ctl-0 nic1 address: 192.0.2.10/24 > 192.0.2.11/24",
                    "inet 192.0.2.10/24 brd",
                    "inet 192.0.2.11/24 brd"),
            drift(
                    "address that is gone",
                    "vm/lab/ctl-0 br-oob address: 198.51.100.10/24 > -",
                    "    inet 198.51.100.10/24 brd 198.51.100.255 scope global br-oob\n       valid_lft forever preferred_lft forever\n",
                    ""),
            drift(
                    "next hop",
                    "vm/lab/ctl-0 default route: via 198.51.100.1 dev br-oob > via 198.51.100.254 dev br-oob",
                    "default via 198.51.100.1",
                    "default via 198.51.100.254"),
            drift(
                    "route that came",
                    "vm/lab/ctl-0 203.0.113.128/25 route: - > via 192.0.2.1 dev nic1",
                    "203.0.113.0/24 via 192.0.2.1 dev enp1s0\n",
                    "203.0.113.0/24 via 192.0.2.1 dev enp1s0\n203.0.113.128/25 via 192.0.2.1 dev enp1s0\n"),
            drift(
                    "MAC",
                    "vm/lab/ctl-0 nic1 mac: 02:5a:10:00:00:01 > 02:5a:10:00:00:0f",
                    "02:5a:10:00:00:01",
                    "02:5a:10:00:00:0f"),
            drift(
                    "port of the guest's OVS bridge",
                    "vm/lab/ctl-0 nic2 guest bridge: br-oob > -",
                    "        Port enp2s0\n            Interface enp2s0\n",
                    "",
                    "mq master ovs-system state UP",
                    "mq state UP"),
            drift("VLAN of a network definition", "network/lab/data vlan: 20 > 30", "\"vlan\":20", "\"vlan\":30"),
            drift(
                    "VLAN of a network definition, and what came of it",
                    "network/lab/data vlan: 20 > 30",
                    "\"vlan\":20",
                    "\"vlan\":30",
                    "vethd1a1a1a1      20 PVID",
                    "vethd1a1a1a1      30 PVID"),
            drift(
                    "bridge of a network definition",
                    "network/lab/mgmt bridge: br-mgmt > br-oob",
                    "\"bridge\":\"br-mgmt\"",
                    "\"bridge\":\"br-oob\""),
            drift(
                    "MTU of a policy's interface",
                    "policy/bridges br-data mtu: 9000 > 1500",
                    "        mtu: 9000\n",
                    "        mtu: 1500\n"),
            drift(
                    "MTU of a policy's interface, and what came of it",
                    "policy/bridges br-data mtu: 9000 > 1500",
                    "        mtu: 9000\n",
                    "        mtu: 1500\n",
                    "br-data: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 9000",
                    "br-data: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500"),
            drift(
                    "order of interfaces in the spec",
                    "vm/lab/ctl-0 interface order: data mgmt > mgmt data",
                    "macAddress: 02:5a:10:00:00:01\n        model: virtio\n        name: data",
                    "macAddress: 02:5a:10:00:00:02\n        model: virtio\n        name: X",
                    "macAddress: 02:5a:10:00:00:02\n        model: virtio\n        name: mgmt",
                    "macAddress: 02:5a:10:00:00:01\n        model: virtio\n        name: data",
                    "name: X",
                    "name: mgmt"),
            drift(
                    "VM that is gone",
                    "vm/lab/ctl-1 vm: - > there",
                    "lab         ctl-0   9d    Running   10.128.2.17   rack-1     True\n",
                    "lab         ctl-0   9d    Running   10.128.2.17   rack-1     True\n"
                            + "lab         ctl-1   1d    Running   10.128.2.18   rack-1     True\n"));

    @TestFactory
    Stream<DynamicTest> oneDriftIsOneLine() {
        return DRIFTS.stream()
                .map(drift -> DynamicTest.dynamicTest(drift.name(), () -> {
                    assertThat(lines(BASE, drift.later())).containsExactly(drift.line());
                }));
    }

    @TestFactory
    Stream<DynamicTest> theOtherWayRoundItIsTheSame() {
        return DRIFTS.stream()
                .map(drift -> DynamicTest.dynamicTest(drift.name(), () -> {
                    assertThat(lines(drift.later(), BASE)).hasSize(1);
                }));
    }

    @Test
    void aMissingNicIsOneLine() {
        String without = BASE.replaceAll("(?m)^.*(tap2|net2|k6t-net2|vethb2b2b2b2).*\\n((    .*\\n)*)", "")
                .replaceAll("(?m)^3: enp2s0.*\\n.*\\n", "")
                .replace(
                        "      - bridge: {}\n        macAddress: 02:5a:10:00:00:02\n        model: virtio\n        name: mgmt\n",
                        "")
                .replace("  - multus:\n      networkName: lab/mgmt\n    name: mgmt\n", "")
                .replace("        Port enp2s0\n            Interface enp2s0\n", "")
                .replaceAll("(?m)^.*nic2 mapped.*\\n", "")
                .replaceAll("(?m)^5: br-oob.*\\n(    .*\\n)*", "")
                .replaceAll("(?m)^(default|198).*br-oob.*\\n", "");

        assertThat(lines(BASE, without)).contains("vm/lab/ctl-0 nic2 nic: there > -");
        assertThat(lines(without, BASE)).contains("vm/lab/ctl-0 nic2 nic: - > there");
        assertThat(lines(BASE, without)).allMatch(line -> !line.contains(" nic1 "));
    }

    @Test
    void aLineThatChangedOnADeviceOfManyNamesThem() {
        String later = BASE.replace(
                "ens5: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 9000", "ens5: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500");

        assertThat(compare(BASE, later).items())
                .singleElement()
                .satisfies(item -> assertThat(item.affects()).containsExactly("ctl-0/nic1"));
    }

    @Test
    void whatIsNotShownIsUnseen() {
        String less = BASE.replaceAll("(?s)\\[root@rack-1 ~\\]# bridge vlan show.*?(?=\\[admin)", "");
        DiffAnswer answer = compare(BASE, less);

        assertThat(answer.items()).isEmpty();
        assertThat(answer.unseen())
                .anySatisfy(unseen -> assertThat(unseen)
                        .isEqualTo(new Unseen(
                                "vm/lab/ctl-0 nic1",
                                "vlan",
                                "20",
                                "b",
                                "VLANs of ports are not shown",
                                "bridge -j vlan show")));
    }

    private static List<String> lines(String a, String b) {
        return compare(a, b).items().stream()
                .map(item -> item.object() + " " + item.what() + ": " + or(item.a()) + " > " + or(item.b()))
                .toList();
    }

    private static String or(String value) {
        return value.isEmpty() ? "-" : value;
    }

    private static DiffAnswer compare(String a, String b) {
        return Differ.compare(side("a", a), side("b", b));
    }

    private static Side side(String name, String text) {
        Gathered gathered = Sources.open(
                List.of("-"),
                (source, _, bytes) -> TranscriptReader.read(source, bytes, List.of()),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return Side.observed(name, Weaver.weave(Evidence.of(gathered).facts()));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("src/test/resources/diff/base.txt"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
