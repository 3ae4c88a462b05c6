package dev.plumbline.sources.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The files of a tar, read as a stream: nothing is written to disk. */
final class TarMembers implements Members {

    private static final int BUFFER = 1 << 16;

    private final Bytes bytes;
    private final Packing packing;
    private final Limits limits;

    TarMembers(Bytes bytes, Packing packing, Limits limits) {
        this.bytes = bytes;
        this.packing = packing;
        this.limits = limits;
    }

    @Override
    public boolean each(Visitor visitor, Complaints complaints) {
        String last = "";
        try (InputStream raw = new BufferedInputStream(bytes.open(), BUFFER);
                InputStream unpacked = Guarded.call(() -> packing.unpack(raw));
                BoundedStream bounded = new BoundedStream(unpacked, limits.totalBytes());
                TarArchiveInputStream tar = new TarArchiveInputStream(bounded, "UTF-8")) {
            for (int seen = 1; ; seen++) {
                bounded.headers();
                Optional<TarArchiveEntry> next = Guarded.call(() -> Optional.ofNullable(tar.getNextEntry()));
                bounded.body();
                if (next.isEmpty()) {
                    return true;
                }
                TarArchiveEntry entry = next.get();
                last = entry.getName();
                if (seen > limits.members()) {
                    throw new IOException("more than " + limits.members() + " members");
                }
                take(entry, tar, visitor, complaints);
                drain(entry, tar);
            }
        } catch (IOException e) {
            String after = last.isEmpty() ? "" : " after " + last;
            complaints.problem(
                    "", "the archive breaks off" + after + ": " + Reason.of(e), "a whole tar, plain, gzip or zstd");
            return false;
        }
    }

    private void take(TarArchiveEntry entry, TarArchiveInputStream tar, Visitor visitor, Complaints complaints)
            throws IOException {
        Optional<String> path = inside(entry.getName());
        if (path.isEmpty()) {
            complaints.problem(entry.getName(), "this path leaves the archive", "a path below its root");
        } else if (entry.isDirectory() || path.get().isEmpty()) {
            return;
        } else if (entry.isSymbolicLink() || entry.isLink()) {
            complaints.passedOver(
                    path.get(), entry.isLink() ? "a hard link: not followed" : "a symbolic link: not followed");
        } else if (!entry.isFile() || entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) {
            complaints.passedOver(path.get(), "no regular file");
        } else if (path.get().chars().filter(c -> c == '/').count() > limits.depth()) {
            complaints.problem(path.get(), "folders nested deeper than " + limits.depth(), "a flatter archive");
        } else {
            try {
                visitor.file(path.get(), () -> read(entry, tar));
            } catch (TooLarge e) {
                complaints.problem(path.get(), "this file cannot be read: " + e.getMessage(), "a smaller file");
            }
        }
    }

    private byte[] read(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
        if (entry.getRealSize() > limits.memberBytes()) {
            throw new TooLarge(limits.memberBytes());
        }
        byte[] content = Guarded.call(() -> tar.readNBytes(limits.memberBytes()));
        if (content.length < entry.getRealSize()) {
            throw new EOFException();
        }
        return content;
    }

    /**
     * Reads past the rest, so that only headers come next. A sparse file's holes cost nothing in the archive and time
     * here.
     */
    private void drain(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
        if (entry.isSparse() && entry.getRealSize() > limits.memberBytes()) {
            throw new IOException("a sparse file larger than " + limits.memberBytes() + " bytes");
        }
        Guarded.call(() -> tar.transferTo(OutputStream.nullOutputStream()));
    }

    /** The path without {@code .} parts; nothing where it is absolute or has {@code ..}. */
    private static Optional<String> inside(String name) {
        if (name.startsWith("/")) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>(Arrays.asList(name.split("/")));
        parts.removeIf(part -> part.isEmpty() || part.equals("."));
        return parts.contains("..") ? Optional.empty() : Optional.of(String.join("/", parts));
    }
}
