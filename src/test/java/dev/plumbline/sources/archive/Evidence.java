package dev.plumbline.sources.archive;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.plumbline.sources.Gathered;
import dev.plumbline.sources.TextReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Files to be read, as a folder or as an archive. */
final class Evidence {

    /** Notes which files came as transcripts, and reads nothing from them. */
    static final TextReader AS_TRANSCRIPT = (source, file, content) -> new Gathered(
            List.of(new Gathered.Named(source, "transcript")),
            List.of(),
            List.of(),
            List.of(new Gathered.Prose(source, file, MemberText.lines(content))),
            List.of(),
            List.of());

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<TarArchiveEntry> strange = new ArrayList<>();

    static Evidence of() {
        return new Evidence();
    }

    Evidence file(String path, String... lines) {
        return file(
                path, (String.join("\n", lines) + (lines.length == 0 ? "" : "\n")).getBytes(StandardCharsets.UTF_8));
    }

    Evidence file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /** A member of an archive that is no plain file. */
    Evidence member(TarArchiveEntry entry) {
        strange.add(entry);
        return this;
    }

    Path folder(Path root) {
        files.forEach((path, content) -> {
            try {
                Path file = root.resolve(path);
                Files.createDirectories(file.getParent());
                Files.write(file, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return root;
    }

    byte[] tar() {
        return tar(new ArrayList<>(files.keySet()));
    }

    byte[] tarBackwards() {
        List<String> paths = new ArrayList<>(files.keySet());
        Collections.reverse(paths);
        return tar(paths);
    }

    private byte[] tar(List<String> paths) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (TarArchiveEntry entry : strange) {
                tar.putArchiveEntry(entry);
                tar.write("n".repeat(Math.toIntExact(entry.getSize())).getBytes(StandardCharsets.UTF_8));
                tar.closeArchiveEntry();
            }
            for (String path : paths) {
                byte[] content = files.getOrDefault(path, new byte[0]);
                TarArchiveEntry entry = new TarArchiveEntry(path, true);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    byte[] tarGz() {
        return gzip(tar());
    }

    byte[] tarZst() {
        return zstd(tar());
    }

    static byte[] gzip(byte[] content) {
        return packed(content, GZIPOutputStream::new);
    }

    static byte[] zstd(byte[] content) {
        return packed(content, ZstdOutputStreamNoFinalizer::new);
    }

    private interface Packer {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] content, Packer packer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packer.around(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Gathered read(Path folder) {
        return new Archives(Limits.standard(), AS_TRANSCRIPT).folder("evidence", folder);
    }

    static Gathered read(byte[] content) {
        return read(content, Limits.standard());
    }

    static Gathered read(byte[] content, Limits limits) {
        return new Archives(limits, AS_TRANSCRIPT).file("evidence", () -> new ByteArrayInputStream(content));
    }
}
