package dev.plumbline.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.evidence.Observation;
import dev.plumbline.sources.archive.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

    private static final TextReader AS_PROSE = (source, file, content) -> new Gathered(
            List.of(),
            List.of(),
            List.of(),
            List.of(new Gathered.Prose(source, file, List.of())),
            List.of(),
            List.of());

    @TempDir
    private Path folder;

    private static Gathered open(String... specs) {
        return Sources.open(List.of(specs), AS_PROSE, InputStream.nullInputStream());
    }

    private static Gathered openStdin(byte[] content) {
        return Sources.open(List.of("-"), AS_PROSE, new ByteArrayInputStream(content));
    }

    private String file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content).toString();
    }

    @Test
    void sourcesKeepTheOrderAndTheSpellingTheyWereGivenIn() throws IOException {
        String second = file("b/case.txt", "$ ip link");
        String first = file("a/case.txt", "$ ip link");
        String capture = folder.resolve("site").toString();
        file("site/nodes/w1/ip_link", "1: lo:");

        Gathered gathered = open(second, capture, first);

        assertThat(gathered.sources())
                .containsExactly(
                        new Gathered.Named(second, "transcript"),
                        new Gathered.Named(capture, "capture"),
                        new Gathered.Named(first, "transcript"));
        assertThat(gathered.prose())
                .extracting(Gathered.Prose::source, Gathered.Prose::file)
                .containsExactly(tuple(second, ""), tuple(first, ""));
        assertThat(gathered.observations())
                .extracting(Observation::source, Observation::file)
                .containsExactly(tuple(capture, "nodes/w1/ip_link"));
    }

    @Test
    void onePathGivenTwiceIsReadOnce() throws IOException {
        String path = file("case.txt", "$ ip link");
        String sameFile = folder + "/./case.txt";

        assertThat(open(path, path, sameFile).sources()).containsExactly(new Gathered.Named(path, "transcript"));
    }

    @Test
    void aFileOfApiObjectsIsTold() throws IOException {
        String path = file("vmi", "apiVersion: kubevirt.io/v1\nkind: VirtualMachineInstance\n");

        Gathered gathered = open(path);

        assertThat(gathered.sources()).containsExactly(new Gathered.Named(path, "objects"));
        assertThat(gathered.observations())
                .extracting(Observation::file, o -> o.command().argv())
                .containsExactly(tuple("", List.of()));
    }

    @Test
    void standardInputMayBeTextObjectsOrAnArchive() throws IOException {
        byte[] text = "$ ip link\n".getBytes(StandardCharsets.UTF_8);
        assertThat(openStdin(text).prose()).extracting(Gathered.Prose::source).containsExactly("stdin");
        assertThat(openStdin(gzip(text)).prose()).hasSize(1);
        assertThat(openStdin("{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}".getBytes(StandardCharsets.UTF_8))
                        .sources())
                .containsExactly(new Gathered.Named("stdin", "objects"));
        assertThat(openStdin(tar()).observations())
                .extracting(Observation::source, Observation::file)
                .containsExactly(tuple("stdin", "nodes/w1/ip_link"));
        assertThat(openStdin(gzip(tar()))).isEqualTo(openStdin(tar()));
        assertThat(openStdin(gzip(gzip(tar()))).skipped()).hasSize(1);
        assertThat(openStdin(new byte[0]).problems()).isEmpty();
    }

    @Test
    void standardInputIsReadOnce() {
        InputStream stdin = new ByteArrayInputStream("$ ip link\n".getBytes(StandardCharsets.UTF_8));

        assertThat(Sources.open(List.of("-", "-"), AS_PROSE, stdin).sources()).hasSize(1);
    }

    @Test
    void standardInputIsBounded() {
        Limits limits = new Limits(10, 10, 10, 10, 10);

        assertThatThrownBy(() -> Sources.open(List.of("-"), AS_PROSE, new ByteArrayInputStream(new byte[11]), limits))
                .isInstanceOf(SourceException.class)
                .hasMessage("more than 10 bytes");
    }

    @Test
    void whatIsNotThereIsToldAsCatWould() {
        assertThatThrownBy(() -> open(folder + "/nothing"))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        e -> assertThat(e.line())
                                .isEqualTo(
                                        folder
                                                + "/nothing: no such file or folder; expected a file, a folder, an archive or -"));
        assertThatThrownBy(() -> open("a\0b")).isInstanceOf(SourceException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kube:", "kube:east", "host:", "lab:blue", "plan:resources/"})
    void sourcesOfLaterVersionsAreUnavailable(String spec) {
        assertThatThrownBy(() -> open(spec))
                .isInstanceOf(SourceUnavailable.class)
                .hasMessageContaining("cannot be read in this version");
    }

    @Test
    void aBinaryFileIsAProblemOfItsOwn() throws IOException {
        String text = file("case.txt", "$ ip link");
        Path picture = Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 0});

        Gathered gathered = open(picture.toString(), text);

        assertThat(gathered.problems()).hasSize(1);
        assertThat(gathered.prose()).hasSize(1);
    }

    private static byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            byte[] content = "1: lo:\n".getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry("nodes/w1/ip_link");
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
