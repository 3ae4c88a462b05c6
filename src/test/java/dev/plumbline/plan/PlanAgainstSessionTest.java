package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.diff.Differ;
import dev.plumbline.answers.diff.Difference;
import dev.plumbline.answers.diff.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The example's plan against the example's session, and against sessions in which one thing has drifted. */
class PlanAgainstSessionTest {

    private static final Path SESSION = Path.of("examples/controller-0.txt");
    private static final String VM = "vm/openstack/controller-0 ";

    @TempDir
    Path folder;

    private record Drift(String name, String line, List<String> change) {}

    private static Drift drift(String name, String line, String... change) {
        return new Drift(name, line, List.of(change));
    }

    private static final List<Drift> DRIFTS = List.of(
            drift("nothing", ""),
            drift(
                    "an address in the file",
                    VM + "nic4 configured address: 172.17.0.20/24 > 172.17.0.21/24",
                    "172.17.0.20/24",
                    "172.17.0.21/24"),
            drift(
                    "a next hop in the file",
                    VM + "default configured route: via 10.0.0.1 dev br-ex > via 10.0.0.254 dev br-ex",
                    "\"next_hop\": \"10.0.0.1\"",
                    "\"next_hop\": \"10.0.0.254\""),
            drift(
                    "an MTU in the file",
                    VM + "nic5 configured mtu: 9000 > 1500",
                    "\"mtu\": 9000,\n      \"name\": \"nic5\"",
                    "\"mtu\": 1500,\n      \"name\": \"nic5\""),
            drift(
                    "a bridge's name in the file",
                    VM + "br-tenant configured name: br-tenant > br-tun",
                    "\"name\": \"br-tenant\"",
                    "\"name\": \"br-tun\""),
            drift(
                    "os-net-config's numbers",
                    VM + "nic order: storage=nic5 storagemgmt=nic6 > storage=nic6 storagemgmt=nic5",
                    "nic5 mapped to: enp5s0",
                    "nic5 mapped to: other",
                    "nic6 mapped to: enp6s0",
                    "nic6 mapped to: enp5s0",
                    "mapped to: other",
                    "mapped to: enp6s0"),
            drift(
                    "a bridge of another name on the node",
                    "node/ostest-worker-1 enp6s0 bridge: br-ex > br-public",
                    "ip a | grep br-ex",
                    "ip a | grep br-public",
                    "master br-ex",
                    "master br-public",
                    "38: br-ex:",
                    "38: br-public:"),
            drift(
                    "one NIC more",
                    VM + "enp8s0 nic: - > there",
                    " tap6        ethernet   -        virtio-non-transitional   02:7e:90:00:00:53\n",
                    " tap6        ethernet   -        virtio-non-transitional   02:7e:90:00:00:53\n"
                            + " tap7        ethernet   -        virtio-non-transitional   02:7e:90:00:00:54\n",
                    "9: ovs-system:",
                    "14: enp8s0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP mode DEFAULT group default\n"
                            + "    link/ether 02:7e:90:00:00:54 brd ff:ff:ff:ff:ff:ff\n9: ovs-system:"));

    @TestFactory
    Stream<DynamicTest> oneDriftIsOneLine() {
        return DRIFTS.stream()
                .map(drift -> DynamicTest.dynamicTest(
                        drift.name(),
                        () -> assertThat(Sided.lines(
                                        Sided.example(KubevirtVersion.DEFAULT), Sided.seen(session(drift.change()))))
                                .containsExactlyElementsOf(
                                        drift.line().isEmpty() ? List.of() : List.of(drift.line()))));
    }

    @Test
    void aNicThatIsNotThereIsMissingByNumber() throws IOException {
        List<String> left = new ArrayList<>();
        List<String> lines = Files.readAllLines(SESSION);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean seventh = line.contains("tap6")
                    || line.contains("net6")
                    || line.contains("enp7s0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 9000 qdisc mq")
                    || line.contains("vethd2a7bafb")
                    || line.contains("nic7 mapped to");
            boolean itsMac = i > 0 && line.contains("link/ether") && !left.contains(lines.get(i - 1));
            if (!seventh && !itsMac) {
                left.add(line);
            }
        }
        Path session = folder.resolve("session.txt");
        Files.write(session, left);
        assertThat(Sided.lines(Sided.example(KubevirtVersion.DEFAULT), Sided.seen(session)))
                .containsExactly(VM + "nic7 nic: there > -");
    }

    @Test
    void aPortThatIsNoneIsToldOnceWithEvidenceOnBothSides() throws IOException {
        Path session = folder.resolve("session.txt");
        Files.writeString(session, Files.readString(SESSION) + """
                [root@controller-0 ~]# ovs-vsctl show
                0b6d7f7c-3333-4444-8888-0123456789ab
                    Bridge br-ex
                        Port br-ex
                            Interface br-ex
                                type: internal
                        Port enp3s0
                            Interface enp3s0
                    Bridge br-tenant
                        Port br-tenant
                            Interface br-tenant
                                type: internal
                    ovs_version: "2.15.8"
                """);
        List<Difference> items = Differ.compare(
                        Sided.example(KubevirtVersion.DEFAULT), Side.observed("seen", Sided.seen(session)))
                .items();
        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.what()).isEqualTo("guest bridge");
            assertThat(item.also()).containsExactly(VM + "br-tenant port: enp7s0 > -");
            assertThat(item.evidenceA()).isNotEmpty();
            assertThat(item.evidenceB()).isNotEmpty();
        });
    }

    @Test
    void definitionsOfOneSubnetAreOneDifference() {
        Side now = Sided.example(KubevirtVersion.DEFAULT);
        Side then = Sided.plan(
                Sided.copy(folder, "network.yaml", "vlan: 30", "vlan: 31"), KubevirtVersion.DEFAULT, List.of());
        assertThat(Sided.lines(Differ.compare(now, then)))
                .contains("network/openstack/storage vlan: 30 > 31")
                .noneMatch(line -> line.contains("storage-static"));
    }

    @Test
    void launchersTellWhichVersionNamesLikeThem() {
        assertThat(SeenLaunchers.version(Sided.seen(SESSION).topology())).isEmpty();
        assertThat(SeenLaunchers.version(
                        Sided.example(new KubevirtVersion(1, 0)).topology()))
                .contains(new KubevirtVersion(1, 0));
        assertThat(SeenLaunchers.version(
                        Sided.example(new KubevirtVersion(1, 6)).topology()))
                .contains(new KubevirtVersion(1, 1));
    }

    private Path session(List<String> change) throws IOException {
        String text = Files.readString(SESSION);
        for (int i = 0; i < change.size(); i += 2) {
            assertThat(text).contains(change.get(i));
            text = text.replace(change.get(i), change.get(i + 1));
        }
        Path session = folder.resolve("session.txt");
        Files.writeString(session, text);
        return session;
    }
}
