package dev.plumbline.lab.vm;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes an archive of the form newc, which Linux unpacks as its first file system (Documentation/driver-api/early-userspace,
 * buffer-format). Not compressed: an emulated processor unpacks slower than this machine copies.
 */
final class Cpio {

    private static final int FILE = 0100000;
    private static final int FOLDER = 0040000;

    private final OutputStream out;
    private final Set<String> known = new TreeSet<>();
    private long written;
    private int inode;

    Cpio(OutputStream out) {
        this.out = out;
    }

    /** @param path without a slash before it; folders above it come by themselves */
    void folder(String path) throws IOException {
        int slash = path.lastIndexOf('/');
        if (slash > 0) {
            folder(path.substring(0, slash));
        }
        if (known.add(path)) {
            entry(path, FOLDER | 0755, 2, new byte[0]);
        }
    }

    /** A second one of the same path is left out. */
    void file(String path, byte[] content, boolean executable) throws IOException {
        int slash = path.lastIndexOf('/');
        if (slash > 0) {
            folder(path.substring(0, slash));
        }
        if (known.add(path)) {
            entry(path, FILE | (executable ? 0755 : 0644), 1, content);
        }
    }

    void file(String path, Path content, boolean executable) throws IOException {
        if (!known.contains(path)) {
            file(path, Files.readAllBytes(content), executable);
        }
    }

    void end() throws IOException {
        entry("TRAILER!!!", 0, 1, new byte[0]);
        out.flush();
    }

    private void entry(String path, int mode, int links, byte[] content) throws IOException {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        StringBuilder header = new StringBuilder("070701");
        int[] fields = {++inode, mode, 0, 0, links, 0, content.length, 0, 0, 0, 0, name.length + 1, 0};
        for (int field : fields) {
            header.append(String.format(java.util.Locale.ROOT, "%08x", field));
        }
        put(header.toString().getBytes(StandardCharsets.US_ASCII));
        put(name);
        put(new byte[1]);
        pad();
        put(content);
        pad();
    }

    private void put(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    private void pad() throws IOException {
        put(new byte[(int) (-written & 3)]);
    }
}
