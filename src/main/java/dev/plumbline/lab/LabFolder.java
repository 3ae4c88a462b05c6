package dev.plumbline.lab;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.ground.ProcessIdentity;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is known of one lab outside of it: the process that holds it, and what was built. All that outlives a kill. */
final class LabFolder {

    private static final String ANCHOR = "anchor";
    private static final String LOCK = "lock";
    private static final String DESCRIPTION = "lab.json";
    private static final String FAULTS = "faults.json";
    static final String FAULTS_LOCK = "faults.lock";
    private static final Pattern RECORD = Pattern.compile("(\\d{1,10}) (\\d{1,19}) ([0-9a-f-]{1,64})");

    private final Path folder;

    LabFolder(Path labs, LabName name) {
        folder = labs.resolve(name.text());
    }

    /** Where the labs of a user lie, after the XDG base directory specification, which takes absolute paths only. */
    static Path labs(String stateHome, String home) {
        Path state = stateHome.startsWith("/") ? Path.of(stateHome) : Path.of(home, ".local", "state");
        return state.resolve("plumbline").resolve("labs");
    }

    static List<LabName> names(Path labs) throws LabException {
        if (!Files.isDirectory(labs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(labs)) {
            return folders.filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                    .flatMap(folder -> LabName.parse(folder.getFileName().toString()).stream())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LabException(labs + " cannot be listed: " + e.getMessage(), e);
        }
    }

    boolean exists() {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Makes the folder and holds its lock: of two that build a lab of one name at once, one is refused. The lock goes
     * with the process, however that ends.
     */
    Optional<FileChannel> claim() throws LabException {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel)) {
                return Optional.of(channel);
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new LabException(folder + " cannot be written: " + e, e);
        }
    }

    /** Whether a process builds this lab just now. */
    boolean claimed() {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            return !lock(channel);
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /** The process that holds the lab; it may be dead by now. */
    Optional<ProcessIdentity> anchor() {
        try {
            Matcher record =
                    RECORD.matcher(Files.readString(folder.resolve(ANCHOR)).strip());
            return record.matches()
                    ? Optional.of(new ProcessIdentity(
                            Long.parseLong(record.group(1)), Long.parseLong(record.group(2)), record.group(3)))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    void anchor(ProcessIdentity anchor) throws LabException {
        write(ANCHOR, anchor.pid() + " " + anchor.start() + " " + anchor.boot() + "\n");
    }

    Optional<Instant> since() {
        try {
            return Optional.of(Files.getLastModifiedTime(folder.resolve(ANCHOR)).toInstant());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    String description() {
        try {
            return Files.readString(folder.resolve(DESCRIPTION));
        } catch (IOException _) {
            return "";
        }
    }

    void description(String json) throws LabException {
        write(DESCRIPTION, json);
    }

    Path faults() {
        return folder.resolve(FAULTS);
    }

    /** Whole or not at all: a kill in the middle leaves the file of before. */
    private void write(String file, String text) throws LabException {
        Path half = folder.resolve(file + ".new");
        try {
            Files.writeString(half, text);
            Files.move(half, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LabException(folder.resolve(file) + " cannot be written: " + e, e);
        }
    }

    /** Removes what a lab leaves there, and nothing that anyone else has put there. */
    void delete() throws LabException {
        try {
            for (String file : List.of(ANCHOR, DESCRIPTION, FAULTS, FAULTS_LOCK, LOCK)) {
                Files.deleteIfExists(folder.resolve(file + ".new"));
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new LabException(folder + " cannot be removed: " + e, e);
        }
    }
}
