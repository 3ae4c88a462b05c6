package dev.plumbline.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.sources.Gathered;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MustGatherTest {

    private static final String DIGEST = "must-gather.local.77/registry-example-virt-sha256-4be1/";
    private static final String VM = DIGEST + "namespaces/tenants/vms/db-0/virt-launcher-db-0-abcde";
    private static final String FRAME = "###################################";

    @TempDir
    private Path folder;

    private Gathered read(Evidence evidence) {
        return Evidence.read(evidence.folder(folder));
    }

    @Test
    void itsFilesAreTheCommandsThatMadeThem() {
        Gathered gathered = read(Evidence.of()
                .file(DIGEST + "version", "1.0")
                .file(DIGEST + "nodes/skipped_nodes.txt", "w9")
                .file(DIGEST + "nodes/w1/ip.txt", "1: lo: <LOOPBACK>", "2: ens3: <UP>")
                .file(DIGEST + "nodes/w1/bridge", "9: br-x: <UP>")
                .file(DIGEST + "nodes/w1/vlan", "[]")
                .file(DIGEST + "nodes/w1/w1_logs_NetworkManager", "log")
                .file(VM + ".dumpxml.xml", "<domain/>")
                .file(VM + ".list.txt", " Id   Name")
                .file(VM + ".ip.txt", "1: lo: <LOOPBACK>")
                .file(VM + ".domblklist.txt", " Target")
                .file(DIGEST + "namespaces/tenants/core/pods.yaml", "kind: PodList")
                .file(DIGEST + "namespaces/tenants/crs/virtualmachineinstances.kubevirt.io/db-0.yaml", "kind: V")
                .file(
                        DIGEST + "namespaces/tenants/pods/virt-launcher-db-0-abcde/virt-launcher-db-0-abcde.yaml",
                        "kind: Pod")
                .file(DIGEST + "namespaces/tenants/pods/virt-launcher-db-0-abcde/compute/compute/logs/current.log", "x")
                .file(
                        DIGEST + "cluster-scoped-resources/nmstate.io/nodenetworkstates/w1.yaml",
                        "kind: NodeNetworkState"));

        assertThat(gathered.problems()).isEmpty();
        assertThat(gathered.sources()).containsExactly(new Gathered.Named("evidence", "must-gather"));
        assertThat(gathered.observations())
                .extracting(
                        Observation::file,
                        o -> o.scope().path(),
                        o -> o.command().line())
                .containsExactly(
                        tuple("cluster-scoped-resources/nmstate.io/nodenetworkstates/w1.yaml", "cluster", ""),
                        tuple("namespaces/tenants/core/pods.yaml", "cluster", ""),
                        tuple("namespaces/tenants/crs/virtualmachineinstances.kubevirt.io/db-0.yaml", "cluster", ""),
                        tuple(
                                "namespaces/tenants/pods/virt-launcher-db-0-abcde/virt-launcher-db-0-abcde.yaml",
                                "cluster",
                                ""),
                        tuple(
                                "namespaces/tenants/vms/db-0/virt-launcher-db-0-abcde.dumpxml.xml",
                                "pod/tenants/virt-launcher-db-0-abcde",
                                "virsh dumpxml tenants_db-0"),
                        tuple(
                                "namespaces/tenants/vms/db-0/virt-launcher-db-0-abcde.ip.txt",
                                "pod/tenants/virt-launcher-db-0-abcde",
                                "ip a"),
                        tuple(
                                "namespaces/tenants/vms/db-0/virt-launcher-db-0-abcde.list.txt",
                                "pod/tenants/virt-launcher-db-0-abcde",
                                "virsh list"),
                        tuple("nodes/w1/bridge", "node/w1", "ip -o link show type bridge"),
                        tuple("nodes/w1/ip.txt", "node/w1", "ip a"),
                        tuple("nodes/w1/vlan", "node/w1", "bridge -j vlan show"));
        assertThat(gathered.skipped())
                .extracting(skipped -> skipped.origin().file())
                .containsExactly(
                        "namespaces/tenants/pods/virt-launcher-db-0-abcde/compute/compute/logs/current.log",
                        "namespaces/tenants/vms/db-0/virt-launcher-db-0-abcde.domblklist.txt",
                        "nodes/skipped_nodes.txt",
                        "nodes/w1/w1_logs_NetworkManager",
                        "version");
    }

    @Test
    void bridgeTxtHoldsAnOutputBelowEachTitle() {
        Gathered gathered = read(Evidence.of()
                .file(
                        VM + ".bridge.txt",
                        FRAME,
                        "bridge link show:",
                        FRAME,
                        "5: tap1: <UP> master k6t-net1",
                        "",
                        FRAME,
                        "bridge fdb show:",
                        FRAME,
                        FRAME,
                        "bridge vlan show:",
                        FRAME,
                        "port  vlan-id",
                        "tap1  1 PVID",
                        FRAME,
                        "a later title:",
                        FRAME,
                        "?"));

        assertThat(gathered.observations())
                .extracting(o -> o.command().line(), Observation::lines)
                .containsExactly(
                        tuple(
                                "bridge link show",
                                List.of(new Line(4, "5: tap1: <UP> master k6t-net1"), new Line(5, ""))),
                        tuple(
                                "bridge vlan show",
                                List.of(new Line(12, "port  vlan-id"), new Line(13, "tap1  1 PVID"))));
        assertThat(gathered.skipped())
                .extracting(Skipped::why)
                .containsExactlyInAnyOrder("empty: not captured", "not the title of a command that is read");
    }

    @Test
    void olderCollectorsBeginWithBrctl() {
        Gathered gathered = read(Evidence.of()
                .file(VM + ".bridge.txt", FRAME, "brctl show:", FRAME, "bridge name\tbridge id", "k6t-net1\t8000.02"));

        assertThat(gathered.observations()).extracting(o -> o.command().line()).containsExactly("brctl show");
    }

    @Test
    void ruletablesAreNftsOrIptables() {
        assertThat(read(Evidence.of().file(VM + ".ruletables.txt", "table ip nat {", "}"))
                        .observations())
                .extracting(o -> o.command().line())
                .containsExactly("nft list ruleset");

        assertThat(read(Evidence.of()
                                .file(
                                        VM + ".ruletables.txt",
                                        FRAME,
                                        "Filter table:",
                                        FRAME,
                                        "Chain INPUT (policy ACCEPT)",
                                        "",
                                        FRAME,
                                        "NAT table:",
                                        FRAME,
                                        "Chain PREROUTING (policy ACCEPT)"))
                        .observations())
                .extracting(o -> o.command().line())
                .containsExactly("iptables -t filter -L", "iptables -t nat -L");
    }

    @Test
    void aListingAppendedToAnotherIsAnObservationOfItsOwn() {
        Gathered gathered = read(Evidence.of()
                .file(
                        DIGEST + "nodes/w1/ip.txt",
                        "1: lo: <LOOPBACK>",
                        "2: ens3: <UP>",
                        "1: lo: <LOOPBACK>",
                        "2: ens3: <UP> mtu 9000"));

        assertThat(gathered.observations())
                .extracting(o -> o.lines().getFirst().number(), o -> o.lines().size())
                .containsExactly(tuple(1, 2), tuple(3, 2));
    }

    @Test
    void emptyIsNotCaptured() {
        Gathered gathered = read(Evidence.of()
                .file(DIGEST + "nodes/w1/ip.txt", "1: lo: <LOOPBACK>")
                .file(DIGEST + "nodes/w1/bridge")
                .file(DIGEST + "nodes/w1/vlan")
                .file(VM + ".dumpxml.xml", ""));

        assertThat(gathered.problems()).isEmpty();
        assertThat(gathered.observations()).extracting(Observation::file).containsExactly("nodes/w1/ip.txt");
        assertThat(gathered.skipped())
                .extracting(Skipped::command, Skipped::why)
                .containsExactly(
                        tuple(
                                "namespaces/tenants/vms/db-0/virt-launcher-db-0-abcde.dumpxml.xml",
                                "empty: not captured"),
                        tuple("2 files, nodes/w1/bridge first", "empty: not captured"));
    }

    @Test
    void objectsLieInFilesOfTheirOwnOrInOneList() {
        Gathered gathered = read(Evidence.of()
                .file("inspect.local.1/namespaces/tenants/tenants.yaml", "kind: Namespace")
                .file(
                        "inspect.local.1/namespaces/tenants/k8s.cni.cncf.io/network-attachment-definitions/blue.yaml",
                        "kind: N")
                .file("inspect.local.1/namespaces/tenants/kubevirt.io/virtualmachineinstances.yaml", "kind: List")
                .file("inspect.local.1/cluster-scoped-resources/core/nodes.json", "{}"));

        assertThat(gathered.observations())
                .extracting(Observation::file, Observation::namespace)
                .containsExactly(
                        tuple("cluster-scoped-resources/core/nodes.json", ""),
                        tuple("namespaces/tenants/k8s.cni.cncf.io/network-attachment-definitions/blue.yaml", "tenants"),
                        tuple("namespaces/tenants/kubevirt.io/virtualmachineinstances.yaml", "tenants"),
                        tuple("namespaces/tenants/tenants.yaml", "tenants"));
    }
}
