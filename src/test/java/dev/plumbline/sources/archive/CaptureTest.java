package dev.plumbline.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.evidence.Standing;
import dev.plumbline.sources.Gathered;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureTest {

    @TempDir
    private Path folder;

    private Gathered read(Evidence evidence) {
        return Evidence.read(evidence.folder(folder));
    }

    private static Observation only(Gathered gathered) {
        assertThat(gathered.problems()).isEmpty();
        assertThat(gathered.observations()).hasSize(1);
        return gathered.observations().getFirst();
    }

    @Test
    void theFolderOfAFileIsItsScope() {
        Gathered gathered = read(Evidence.of()
                .file("nodes/w1/ip_link", "1: lo: <LOOPBACK>")
                .file("pods/tenants/virt-launcher-db-0-abcde/virsh_list", " Id   Name")
                .file("guests/tenants/db-0/ovs-vsctl_show", "bridge br-ex")
                .file("guests/tenants/db-0/etc/os-net-config/config.json", "{}")
                .file("cluster/oc_get_vmi_-n_tenants", "NAME   AGE")
                .file("nodes/w1/ip_-n_blue_link", "1: lo: <LOOPBACK>"));

        assertThat(gathered.problems()).isEmpty();
        assertThat(gathered.sources()).containsExactly(new Gathered.Named("evidence", "capture"));
        assertThat(gathered.observations())
                .extracting(
                        Observation::file,
                        o -> o.scope().path(),
                        o -> o.command().line(),
                        Observation::namespace)
                .containsExactly(
                        tuple("cluster/oc_get_vmi_-n_tenants", "cluster", "oc get vmi -n tenants", "tenants"),
                        tuple(
                                "guests/tenants/db-0/etc/os-net-config/config.json",
                                "guest/tenants/db-0",
                                "cat /etc/os-net-config/config.json",
                                ""),
                        tuple("guests/tenants/db-0/ovs-vsctl_show", "guest/tenants/db-0", "ovs-vsctl show", ""),
                        tuple("nodes/w1/ip_-n_blue_link", "netns/w1/blue", "ip link", ""),
                        tuple("nodes/w1/ip_link", "node/w1", "ip link", ""),
                        tuple(
                                "pods/tenants/virt-launcher-db-0-abcde/virsh_list",
                                "pod/tenants/virt-launcher-db-0-abcde",
                                "virsh list",
                                ""));
        assertThat(gathered.observations())
                .allSatisfy(o -> assertThat(o.vantage().standing()).isEqualTo(Standing.STATED))
                .allSatisfy(o -> assertThat(o.filter()).isEqualTo(Filter.NONE));
    }

    @Test
    void apiObjectsHaveNoCommandAndTheNamespaceOfTheirFolder() {
        Gathered gathered = read(Evidence.of()
                .file(
                        "namespaces/tenants/kubevirt.io/virtualmachineinstances/db-0.yaml",
                        "kind: VirtualMachineInstance")
                .file("cluster-scoped-resources/nmstate.io/nodenetworkstates/w1.yaml", "kind: NodeNetworkState"));

        assertThat(gathered.observations())
                .extracting(o -> o.scope().path(), o -> o.command().argv().size(), Observation::namespace)
                .containsExactly(tuple("cluster", 0, ""), tuple("cluster", 0, "tenants"));
    }

    @Test
    void theRootMayLieDeeper() {
        Observation observation =
                only(read(Evidence.of().file("from-monday/site-a/nodes/w1/ip_link", "1: lo: <LOOPBACK>")));

        assertThat(observation.file()).isEqualTo("nodes/w1/ip_link");
        assertThat(observation.scope()).isEqualTo(Scope.node("w1"));
    }

    @Test
    void severalRootsKeepWhatTellsThemApart() {
        Gathered gathered = read(Evidence.of()
                .file("captures/monday/nodes/w1/ip_link", "1: lo: <LOOPBACK>")
                .file("captures/tuesday/nodes/w1/ip_link", "1: lo: <LOOPBACK>"));

        assertThat(gathered.observations())
                .extracting(Observation::file)
                .containsExactly("monday/nodes/w1/ip_link", "tuesday/nodes/w1/ip_link");
    }

    @Test
    void captureJsonWinsOverNames() {
        Observation observation =
                only(read(Evidence.of().file("capture.json", """
                        {"apiVersion": "plumbline.dev/v1", "kind": "Capture", "cluster": "east", "colour": "grey",
                         "files": [{"file": "nodes/w1/0001", "argv": ["/usr/sbin/ip", "-d", "link", "show", "dev", "a_b"],
                                    "scope": "node/w1", "time": "2026-03-01T11:00:00+01:00", "status": 0,
                                    "bootId": "6f0e2d1c", "podUid": "not a node's"}]}
                        """).file("nodes/w1/0001", "7: a_b: <UP>")));

        assertThat(observation.command().line()).isEqualTo("ip -d link show dev a_b");
        assertThat(observation.scope()).isEqualTo(Scope.node("w1").inCluster("east"));
        assertThat(observation.vantage().time()).contains(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(observation.vantage().incarnation()).isEqualTo("6f0e2d1c");
    }

    @Test
    void theIncarnationIsThatOfTheScope() {
        Gathered gathered = read(Evidence.of()
                .file("capture.json", """
                        {"files": [
                          {"file": "nodes/w1/ip_link", "bootId": "b1", "podUid": "u1"},
                          {"file": "pods/tenants/p/ip_link", "bootId": "b1", "podUid": "u1"},
                          {"file": "pods/tenants/q/ip_link", "bootId": "b1"},
                          {"file": "cluster/oc_get_vmi", "bootId": "b1"}]}
                        """)
                .file("nodes/w1/ip_link", "1: lo:")
                .file("pods/tenants/p/ip_link", "1: lo:")
                .file("pods/tenants/q/ip_link", "1: lo:")
                .file("cluster/oc_get_vmi", "NAME"));

        assertThat(gathered.observations())
                .extracting(o -> o.scope().path(), o -> o.vantage().incarnation())
                .containsExactly(
                        tuple("cluster", ""),
                        tuple("node/w1", "b1"),
                        tuple("pod/tenants/p", "u1"),
                        tuple("pod/tenants/q", ""));
    }

    @Test
    void captureJsonMayNameWrappersAndFilesOutsideTheLayout() {
        Gathered gathered = read(Evidence.of()
                .file("capture.json", """
                        {"files": [
                          {"file": "raw/1", "scope": "pod/tenants/p", "argv": ["virsh", "list"], "podUid": "u1"},
                          {"file": "./raw/2", "scope": "node/w1", "argv": ["ip", "netns", "exec", "blue", "ip", "link"]},
                          {"file": "raw/3", "scope": "guest/?/db-0", "argv": ["ip", "a"]},
                          {"file": "raw/4", "argv": ["ip", "a"]}]}
                        """)
                .file("raw/1", " Id")
                .file("raw/2", "1: lo:")
                .file("raw/3", "1: lo:")
                .file("raw/4", "1: lo:"));

        assertThat(gathered.observations())
                .extracting(
                        Observation::scope,
                        o -> o.command().line(),
                        o -> o.vantage().incarnation())
                .containsExactly(
                        tuple(Scope.pod("tenants", "p"), "virsh list", "u1"),
                        tuple(Scope.netns("w1", "blue"), "ip link", ""),
                        tuple(Scope.guest("", "db-0"), "ip a", ""));
        assertThat(gathered.problems())
                .extracting(Problem::message)
                .containsExactly("evidence/raw/4: capture.json lists it without its scope; "
                        + "expected both, where the file's path does not tell");
    }

    @Test
    void aFailedCommandWithoutOutputIsNoObservation() {
        Gathered gathered = read(Evidence.of()
                .file("capture.json", """
                        {"kind": "Capture", "files": [
                          {"file": "nodes/w1/ip_link", "status": 1}, {"file": "nodes/w1/ip_addr", "status": 2},
                          {"file": "nodes/w1/bridge_link", "status": 0}, {"file": "nodes/w1/bridge_fdb", "status": 127}]}
                        """)
                .file("nodes/w1/ip_link")
                .file("nodes/w1/ip_addr", "1: lo: <LOOPBACK>")
                .file("nodes/w1/bridge_link")
                .file("nodes/w1/bridge_vlan"));

        assertThat(gathered.problems()).isEmpty();
        assertThat(gathered.skipped())
                .extracting(Skipped::command, Skipped::why)
                .containsExactly(
                        tuple("nodes/w1/bridge_vlan", "empty: not captured"), tuple("ip link", "exit status 1"));
        assertThat(gathered.observations())
                .extracting(
                        o -> o.command().line(),
                        Observation::filter,
                        o -> o.lines().size())
                .containsExactly(
                        tuple("bridge link", Filter.NONE, 0), tuple("ip addr", new Filter.Part("exit status 2"), 1));
    }

    @Test
    void anEmptyFileIsAnAnswerOnlyInACaptureThatSaysSo() {
        Evidence evidence = Evidence.of().file("nodes/w1/bridge_link").file("nodes/w1/ip_link", "1: lo:");
        assertThat(read(evidence).observations()).hasSize(1);

        evidence.file("capture.json", "{\"kind\": \"Capture\"}");
        assertThat(read(evidence).observations())
                .extracting(o -> o.command().line())
                .containsExactly("bridge link", "ip link");
    }

    @Test
    void aBrokenCaptureJsonIsAProblemAndNamesAreUsed() {
        Gathered gathered = read(Evidence.of()
                .file("capture.json", "{\"kind\": \"Capture\", \"files\": [", "{\"file\": \"nodes/w1/ip_link\", ]}")
                .file("nodes/w1/ip_link", "1: lo:")
                .file("nodes/w1/bridge_link"));

        assertThat(gathered.problems()).hasSize(1);
        assertThat(gathered.problems().getFirst().message()).startsWith("evidence/capture.json:2: this is not JSON");
        assertThat(gathered.observations()).extracting(Observation::scope).containsExactly(Scope.node("w1"));
    }

    @Test
    void whatCaptureJsonSaysWrongIsToldWithItsLine() {
        Gathered gathered = read(Evidence.of().file("capture.json", """
                        {"kind": "Capture", "files": [
                        {"file": "nodes/w1/ip_link", "time": "yesterday", "scope": "planet/w1"},
                        {"argv": ["ip"]},
                        {"file": "nodes/w2/ip_link"}]}
                        """).file("nodes/w1/ip_link", "1: lo:"));

        assertThat(gathered.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "evidence/capture.json: 1 listed files are not there, nodes/w2/ip_link first; "
                                + "expected the files that it lists",
                        "evidence/capture.json:2: the scope \"planet/w1\"; "
                                + "expected node/NAME, pod/NAMESPACE/NAME, guest/NAMESPACE/NAME ...",
                        "evidence/capture.json:2: the time \"yesterday\"; "
                                + "expected RFC 3339, such as 2026-03-01T10:00:00Z",
                        "evidence/capture.json:3: an entry without a file; "
                                + "expected \"file\": a path below this folder");
        assertThat(gathered.observations().getFirst().vantage().time()).isEqualTo(Optional.empty());
    }

    @Test
    void binaryOutputIsAProblemAndUnknownFilesAreFolded() {
        Gathered gathered = read(Evidence.of()
                .file("nodes/w1/ip_link", new byte[] {1, 0, 2})
                .file("nodes/w1/dmesg", "[0.0] Linux")
                .file("nodes/w1/audit.log", "type=x")
                .file("nodes/w1/ip_addr", "1: lo:")
                .file("README", "hello"));

        assertThat(gathered.problems())
                .extracting(Problem::message)
                .containsExactly("evidence/nodes/w1/ip_link: binary data; expected the text that ip link prints");
        assertThat(gathered.skipped())
                .extracting(skipped -> skipped.origin().file(), Skipped::command, Skipped::why)
                .containsExactly(
                        tuple("README", "README", "outside the layout"),
                        tuple(
                                "nodes/w1",
                                "2 files, nodes/w1/audit.log first",
                                "not the name of a command that is read"));
    }

    @Test
    void linesKeepTheirNumbersAndLoseTheirEnds() {
        Observation observation = only(read(Evidence.of().file("nodes/w1/ip_link", "\uFEFFone\r", "", "  three")));

        assertThat(observation.lines()).containsExactly(new Line(1, "one"), new Line(2, ""), new Line(3, "  three"));
        assertThat(observation.atCommand().brief()).isEqualTo("nodes/w1/ip_link:1");
    }

    @Test
    void eventsAndSecretsArePassedOverButNotObjectsOfTheirName() {
        Gathered gathered = read(Evidence.of()
                .file("namespaces/tenants/core/events.yaml", "kind: EventList")
                .file("namespaces/tenants/core/secrets/db.yaml", "kind: Secret")
                .file("namespaces/secrets/core/pods.yaml", "kind: PodList")
                .file("namespaces/tenants/k8s.cni.cncf.io/network-attachment-definitions/events.yaml", "kind: N"));

        assertThat(gathered.observations())
                .extracting(Observation::file)
                .containsExactly(
                        "namespaces/secrets/core/pods.yaml",
                        "namespaces/tenants/k8s.cni.cncf.io/network-attachment-definitions/events.yaml");
    }
}
