package dev.plumbline.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.sources.Gathered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {

    private static final Limits SMALL = new Limits(1000, 20_000, 6, 4, 100_000);

    @TempDir
    private Path folder;

    private static Evidence capture() {
        return Evidence.of()
                .file("site/capture.json", "{\"kind\": \"Capture\", \"files\": [{\"file\": \"nodes/w1/ip_link\"}]}")
                .file("site/nodes/w1/ip_link", "1: lo: <LOOPBACK>")
                .file("site/nodes/w1/dmesg", "[0.0] Linux")
                .file("site/pods/tenants/p/virsh_list", " Id   Name")
                .file("site/pods/tenants/p/ip_link", new byte[] {0})
                .file("site/namespaces/tenants/core/pods.yaml", "kind: PodList", "apiVersion: v1");
    }

    @Test
    void howItIsPackedChangesNothing() {
        Gathered asFolder = Evidence.read(capture().folder(folder));

        assertThat(asFolder.observations()).hasSize(3);
        assertThat(asFolder.problems()).hasSize(1);
        assertThat(Evidence.read(capture().tar())).isEqualTo(asFolder);
        assertThat(Evidence.read(capture().tarBackwards())).isEqualTo(asFolder);
        assertThat(Evidence.read(capture().tarGz())).isEqualTo(asFolder);
        assertThat(Evidence.read(capture().tarZst())).isEqualTo(asFolder);
    }

    @Test
    void concatenatedFramesAreOneArchive() {
        byte[] tar = capture().tar();
        byte[] head = Arrays.copyOf(tar, 1000);
        byte[] tail = Arrays.copyOfRange(tar, 1000, tar.length);

        assertThat(Evidence.read(joined(Evidence.gzip(head), Evidence.gzip(tail))))
                .isEqualTo(Evidence.read(tar));
        assertThat(Evidence.read(joined(Evidence.zstd(head), Evidence.zstd(tail))))
                .isEqualTo(Evidence.read(tar));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    @Test
    void pathsThatLeaveTheArchiveAreProblems() {
        Gathered gathered = Evidence.read(Evidence.of()
                .file("nodes/w1/ip_link", "1: lo:")
                .file("nodes/../../etc/passwd", "root")
                .file("/nodes/w1/ip_addr", "1: lo:")
                .file("./nodes/./w1/bridge_link", "2: x:")
                .tar());

        assertThat(gathered.observations())
                .extracting(Observation::file)
                .containsExactly("nodes/w1/bridge_link", "nodes/w1/ip_link");
        assertThat(gathered.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "evidence//nodes/w1/ip_addr: this path leaves the archive; expected a path below its root",
                        "evidence/nodes/../../etc/passwd: this path leaves the archive; expected a path below its root");
    }

    @Test
    void linksAndDevicesOfAnArchiveAreNotFollowed() {
        TarArchiveEntry symlink = new TarArchiveEntry("nodes/w1/ip_addr", TarConstants.LF_SYMLINK);
        symlink.setLinkName("/etc/passwd");
        TarArchiveEntry hardlink = new TarArchiveEntry("nodes/w1/bridge_fdb", TarConstants.LF_LINK);
        hardlink.setLinkName("nodes/w1/ip_link");
        TarArchiveEntry device = new TarArchiveEntry("nodes/w1/bridge_link", TarConstants.LF_CHR);
        TarArchiveEntry pipe = new TarArchiveEntry("nodes/w1/bridge_vlan", TarConstants.LF_FIFO);

        Gathered gathered = Evidence.read(Evidence.of()
                .member(symlink)
                .member(hardlink)
                .member(device)
                .member(pipe)
                .file("nodes/w1/ip_link", "1: lo:")
                .tar());

        assertThat(gathered.observations()).extracting(Observation::file).containsExactly("nodes/w1/ip_link");
        assertThat(gathered.skipped())
                .extracting(Skipped::command, Skipped::why)
                .containsExactlyInAnyOrder(
                        tuple("nodes/w1/ip_addr", "a symbolic link: not followed"),
                        tuple("nodes/w1/bridge_fdb", "a hard link: not followed"),
                        tuple("2 files, nodes/w1/bridge_link first", "no regular file"));
    }

    @Test
    void linksOfAFolderAreNotFollowed() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "1: lo:");
        Path root = capture().folder(folder.resolve("root"));
        Files.createSymbolicLink(root.resolve("site/nodes/w1/ip_addr"), outside);
        Files.createSymbolicLink(root.resolve("site/nodes/w2"), root.resolve("site/nodes/w1"));

        Gathered gathered = Evidence.read(root);

        assertThat(gathered.observations()).hasSize(3);
        assertThat(gathered.skipped()).extracting(Skipped::why).contains("a symbolic link: not followed");
    }

    @Test
    void aFileThatIsTooLargeCostsItself() {
        Evidence evidence = Evidence.of()
                .file("nodes/w1/ip_addr", "x".repeat(2000))
                .file("nodes/w1/dmesg", "y".repeat(2000))
                .file("nodes/w1/ip_link", "1: lo:");

        Gathered inTar = Evidence.read(evidence.tar(), SMALL);
        Gathered inFolder = new Archives(SMALL, Evidence.AS_TRANSCRIPT).folder("evidence", evidence.folder(folder));

        assertThat(inTar).isEqualTo(inFolder);
        assertThat(inTar.observations()).extracting(Observation::file).containsExactly("nodes/w1/ip_link");
        assertThat(inTar.problems())
                .extracting(Problem::message)
                .containsExactly("evidence/nodes/w1/ip_addr: this file cannot be read: larger than 1000 bytes; "
                        + "expected a smaller file");
    }

    @Test
    void aBombIsLeftWhenItHasUnpackedTooMuch() {
        Evidence evidence = Evidence.of().file("nodes/w1/ip_link", "1: lo:").file("nodes/w1/core", new byte[5_000_000]);
        for (byte[] bomb : new byte[][] {evidence.tarGz(), evidence.tarZst()}) {
            assertThat(bomb.length).isLessThan(100_000);

            Gathered gathered = Evidence.read(bomb, SMALL);

            assertThat(gathered.observations()).extracting(Observation::file).containsExactly("nodes/w1/ip_link");
            assertThat(gathered.problems())
                    .extracting(Problem::message)
                    .containsExactly("evidence: the archive breaks off after nodes/w1/core: "
                            + "it unpacks to more than 20000 bytes; expected a whole tar, plain, gzip or zstd");
        }
    }

    @Test
    void aHeaderThatWouldFillTheMemoryIsLeft() {
        TarArchiveEntry longName = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
        longName.setSize(5_000_000);
        Gathered gathered = Evidence.read(Evidence.of().member(longName).tarGz());

        assertThat(gathered.problems()).hasSize(1);
        assertThat(gathered.problems().getFirst().message()).contains("a header larger than");
    }

    @Test
    void membersAndDepthAreBounded() {
        Evidence many = Evidence.of();
        for (int i = 0; i < 9; i++) {
            many.file("nodes/w" + i + "/ip_link", "1: lo:");
        }
        assertThat(Evidence.read(many.tar(), SMALL).observations()).hasSize(6);
        assertThat(Evidence.read(many.tar(), SMALL).problems()).hasSize(1);
        Gathered inFolder = new Archives(SMALL, Evidence.AS_TRANSCRIPT).folder("evidence", many.folder(folder));
        assertThat(inFolder.observations()).hasSize(6);
        assertThat(inFolder.problems()).hasSize(1);

        Evidence deep = Evidence.of().file("1/2/3/4/5/6/7.txt", "deep").file("8.txt", "flat");
        assertThat(Evidence.read(deep.tar(), SMALL).problems()).hasSize(1);
        assertThat(new Archives(SMALL, Evidence.AS_TRANSCRIPT)
                        .folder("evidence", deep.folder(folder.resolve("deep")))
                        .problems())
                .hasSize(1);
    }

    @Test
    void ofATornArchiveTheCompleteFilesAreKept() {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        Evidence evidence = Evidence.of()
                .file("nodes/w1/ip_link", "1: lo:")
                .file("nodes/w1/noise", noise)
                .file("nodes/w1/ip_addr", "1: lo:");
        for (byte[] whole : new byte[][] {evidence.tar(), evidence.tarGz(), evidence.tarZst()}) {
            Gathered gathered = Evidence.read(Arrays.copyOf(whole, 150_000));

            assertThat(gathered.observations()).extracting(Observation::file).containsExactly("nodes/w1/ip_link");
            assertThat(gathered.problems()).hasSize(1);
            assertThat(gathered.problems().getFirst().message()).contains("breaks off after nodes/w1/noise");
        }
    }

    @Test
    void theFileThatAnArchiveBreaksOffInIsNotHalfRead() {
        byte[] tar = Evidence.of()
                .file("nodes/w1/ip_link", "1: lo:", "2: ens3: <UP>", "3: ens4: <UP>")
                .tar();

        Gathered gathered = Evidence.read(Arrays.copyOf(tar, 512 + 20));

        assertThat(gathered.observations()).isEmpty();
        assertThat(gathered.problems()).hasSize(1);
    }

    @Test
    void ofTwoMembersWithOnePathTheLaterHolds() {
        byte[] early = Evidence.of().file("nodes/w1/ip_link", "1: lo: early").tar();
        byte[] late = Evidence.of().file("nodes/w1/ip_link", "1: lo: late").tar();

        Gathered gathered = Evidence.read(joined(Arrays.copyOf(early, 1024), late));

        assertThat(gathered.observations()).hasSize(1);
        assertThat(gathered.observations().getFirst().lines().getFirst().text()).isEqualTo("1: lo: late");
        assertThat(gathered.skipped())
                .extracting(Skipped::why)
                .containsExactly("replaced by a later member of the same path");
    }

    @Test
    void aPackedFileInsideIsNotOpened() {
        Gathered gathered = Evidence.read(Evidence.of()
                .file("monday.tar", capture().tar())
                .file("tuesday", capture().tarGz())
                .file("notes.txt", "$ ip link")
                .tar());

        assertThat(gathered.observations()).isEmpty();
        assertThat(gathered.skipped()).extracting(Skipped::command).containsExactly("monday.tar", "tuesday");
        assertThat(gathered.prose()).hasSize(1);
    }

    @Test
    void anEmptyTarHoldsNothing() {
        assertThat(Evidence.read(Evidence.of().tar()).problems()).isEmpty();
    }

    @Test
    void otherPackersAreNamed() {
        assertThat(Evidence.read(new byte[] {'P', 'K', 3, 4, 0, 0}).problems())
                .extracting(Problem::message)
                .containsExactly("evidence: this is a zip file; expected a tar, plain, gzip or zstd: unpack it");
        assertThat(Evidence.read(new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0})
                        .problems())
                .hasSize(1);
    }
}
