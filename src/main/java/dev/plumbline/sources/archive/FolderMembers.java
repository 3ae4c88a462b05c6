package dev.plumbline.sources.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The files below a folder, in the order of their names. No symbolic link below the root is followed. */
final class FolderMembers implements Members {

    private final Path root;
    private final Limits limits;

    FolderMembers(Path root, Limits limits) {
        this.root = root;
        this.limits = limits;
    }

    @Override
    public boolean each(Visitor visitor, Complaints complaints) {
        Walk walk = new Walk(visitor, complaints);
        walk.folder(root, "", 0);
        return !walk.full;
    }

    private final class Walk {
        private final Visitor visitor;
        private final Complaints complaints;
        private int seen;
        private long bytes;
        private boolean full;

        Walk(Visitor visitor, Complaints complaints) {
            this.visitor = visitor;
            this.complaints = complaints;
        }

        void folder(Path folder, String path, int depth) {
            if (depth > limits.depth()) {
                complaints.problem(path, "folders nested deeper than " + limits.depth(), "a flatter folder");
                return;
            }
            for (Path entry : entries(folder, path)) {
                if (full) {
                    return;
                }
                Path name = entry.getFileName();
                entry(entry, path.isEmpty() ? String.valueOf(name) : path + "/" + name, depth);
            }
        }

        private List<Path> entries(Path folder, String path) {
            List<Path> entries = new ArrayList<>();
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(entries::add);
            } catch (IOException | DirectoryIteratorException e) {
                complaints.problem(path, "this folder cannot be listed: " + Reason.of(e), "a readable folder");
            }
            entries.sort(Comparator.comparing(entry -> String.valueOf(entry.getFileName())));
            return entries;
        }

        private void entry(Path entry, String path, int depth) {
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isDirectory()) {
                    folder(entry, path, depth + 1);
                } else if (attributes.isSymbolicLink()) {
                    complaints.passedOver(path, "a symbolic link: not followed");
                } else if (!attributes.isRegularFile()) {
                    complaints.passedOver(path, "no regular file");
                } else if (++seen > limits.members()) {
                    full = true;
                    complaints.problem(path, "more than " + limits.members() + " files", "a smaller folder");
                } else {
                    visitor.file(path, () -> read(entry));
                }
            } catch (TooLarge e) {
                complaints.problem(path, "this file cannot be read: " + e.getMessage(), "a smaller file");
            } catch (IOException e) {
                complaints.problem(path, "this file cannot be read: " + Reason.of(e), "a readable file");
            }
        }

        private byte[] read(Path entry) throws IOException {
            try (InputStream in = Files.newInputStream(entry, LinkOption.NOFOLLOW_LINKS)) {
                byte[] content = in.readNBytes(limits.memberBytes());
                if (content.length == limits.memberBytes() && in.read() >= 0) {
                    throw new TooLarge(limits.memberBytes());
                }
                bytes += content.length;
                if (bytes > limits.totalBytes()) {
                    full = true;
                    throw new IOException("the folder holds more than " + limits.totalBytes() + " bytes");
                }
                return content;
            }
        }
    }
}
