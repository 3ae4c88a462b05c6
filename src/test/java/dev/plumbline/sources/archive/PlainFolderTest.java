package dev.plumbline.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.evidence.Standing;
import dev.plumbline.sources.Gathered;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainFolderTest {

    @TempDir
    private Path folder;

    @Test
    void eachFileIsWhatItLooksLike() {
        Gathered gathered = Evidence.read(Evidence.of()
                .file("session.txt", "[admin@w1 ~]$ ip link", "1: lo:")
                .file(
                        "case/vmi.yaml",
                        "apiVersion: kubevirt.io/v1",
                        "kind: VirtualMachineInstance",
                        "metadata:",
                        "  name: db-0")
                .file("case/pods.json", "{", "  \"apiVersion\": \"v1\",", "  \"kind\": \"List\"", "}")
                .file("w1/ip_link", "1: lo:")
                .file("w1/bridge-fdb.txt", "33:33:00:00:00:01 dev eth0")
                .file("w1/etc/os-net-config/config.json", "{}")
                .file("w1/ip-d-link.txt", "1: lo:")
                .file("w1/ip_addr", "[root@w7 ~]# ip addr", "1: lo:")
                .file("picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0})
                .file("void.txt")
                .file(".git/config", "x")
                .folder(folder));

        assertThat(gathered.problems()).isEmpty();
        assertThat(gathered.sources()).containsExactly(new Gathered.Named("evidence", "folder"));
        assertThat(gathered.prose()).extracting(Gathered.Prose::file).containsExactly("session.txt", "w1/ip_addr");
        Scope place = Scope.place("evidence/w1");
        assertThat(gathered.observations())
                .extracting(
                        Observation::file,
                        o -> o.command().line(),
                        Observation::scope,
                        o -> o.vantage().standing())
                .containsExactly(
                        tuple("case/pods.json", "", Scope.ofCluster(), Standing.STATED),
                        tuple("case/vmi.yaml", "", Scope.ofCluster(), Standing.STATED),
                        tuple("w1/bridge-fdb.txt", "bridge fdb", place, Standing.ASSUMED),
                        tuple(
                                "w1/etc/os-net-config/config.json",
                                "cat /etc/os-net-config/config.json",
                                place,
                                Standing.ASSUMED),
                        tuple("w1/ip-d-link.txt", "ip -d link", place, Standing.ASSUMED),
                        tuple("w1/ip_link", "ip link", place, Standing.ASSUMED));
        assertThat(gathered.skipped())
                .extracting(Skipped::command, Skipped::why)
                .containsExactlyInAnyOrder(
                        tuple(".git/config", "hidden"),
                        tuple("picture.png", "binary data"),
                        tuple("void.txt", "empty"));
    }

    @Test
    void aFolderCalledLikeALayoutIsNone() {
        Gathered gathered = Evidence.read(Evidence.of()
                .file("cluster/notes.txt", "what we did")
                .file("nodes/w1/session.txt", "[admin@w1 ~]$ ip link")
                .file("capture.json", "{\"video\": true}")
                .folder(folder));

        assertThat(gathered.sources()).containsExactly(new Gathered.Named("evidence", "folder"));
        assertThat(gathered.prose())
                .extracting(Gathered.Prose::file)
                .containsExactly("capture.json", "cluster/notes.txt", "nodes/w1/session.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiVersion: v1\nkind: Pod\n",
                "# made by hand\n---\napiVersion: v1\nkind: Pod\nspec:\n  a: b\n---\nkind: Pod\napiVersion: v1\n",
                "apiVersion: v1\nitems:\n- apiVersion: v1\n  kind: Pod\nkind: List\n",
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\"}",
                "{\n\"apiVersion\":\"v1\",\n\"kind\":\"Pod\"\n",
            })
    void objectsNameTheirVersionAndKind(String text) {
        assertThat(LooseText.areObjects(MemberText.lines(text.getBytes(StandardCharsets.UTF_8))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiVersion: v1\nkind: Pod\n[admin@w1 ~]$ ip link\n",
                "[admin@w1 ~]$ oc get pod p -o yaml\napiVersion: v1\nkind: Pod\n",
                "apiVersion: v1\nThe kind: of thing that breaks\n",
                "kind: Pod\n",
                "",
                "[]",
                "{\"apiVersion\":\"v1\",\n\"kind\":\"Pod\"}\n$ ip link\n",
                "1: lo: <LOOPBACK>\n",
            })
    void anythingElseMayBeATranscript(String text) {
        assertThat(LooseText.areObjects(MemberText.lines(text.getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }
}
