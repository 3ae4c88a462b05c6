package dev.plumbline.sources;

import dev.plumbline.sources.archive.Archives;
import dev.plumbline.sources.archive.Bytes;
import dev.plumbline.sources.archive.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The entry point of all sources: opens whatever {@code -f SOURCE} names. */
public final class Sources {

    private static final Map<String, String> NOT_YET = Map.of(
            "kube:", "a live cluster",
            "host:", "this host",
            "lab:", "a lab",
            "plan:", "a plan");

    private final Archives archives;
    private final Limits limits;
    private final InputStream stdin;
    private final Held.Opener others;
    private final Set<Path> seen = new HashSet<>();
    private final Set<String> held = new HashSet<>();
    private boolean stdinRead;

    private Sources(Limits limits, TextReader transcripts, InputStream stdin, Held.Opener others) {
        this.archives = new Archives(limits, transcripts);
        this.limits = limits;
        this.stdin = stdin;
        this.others = others;
    }

    /**
     * Opens the sources and reads all they hold, in the order given; a path given twice is read once.
     *
     * @param specs paths of files, folders or archives, or {@code -} for standard input
     * @param transcripts reads pasted shell sessions
     * @param stdin is read only for {@code -}
     * @throws SourceException for the first source that cannot be opened at all
     */
    public static Gathered open(List<String> specs, TextReader transcripts, InputStream stdin) {
        return open(specs, transcripts, stdin, Limits.standard());
    }

    /** As {@link #open(List, TextReader, InputStream)} with other limits. */
    public static Gathered open(List<String> specs, TextReader transcripts, InputStream stdin, Limits limits) {
        return open(specs, new Sources(limits, transcripts, stdin, Held.Opener.NONE));
    }

    /** As {@link #open(List, TextReader, InputStream)}, with sources that only the caller can open. */
    public static Gathered open(List<String> specs, TextReader transcripts, InputStream stdin, Held.Opener others) {
        return open(specs, new Sources(Limits.standard(), transcripts, stdin, others));
    }

    private static Gathered open(List<String> specs, Sources sources) {
        return specs.stream().map(sources::one).reduce(Gathered.nothing(), Gathered::and);
    }

    private Gathered one(String spec) {
        Optional<Held> other = others.open(spec);
        if (other.isPresent()) {
            return held.add(other.get().name()) ? archives.held(other.get()) : Gathered.nothing();
        }
        NOT_YET.forEach((prefix, what) -> {
            if (spec.startsWith(prefix)) {
                throw new SourceUnavailable(
                        spec, what + " cannot be read in this version", "expected a file, a folder, an archive or -");
            }
        });
        return spec.equals("-") ? standardInput() : path(spec);
    }

    private Gathered standardInput() {
        if (stdinRead) {
            return Gathered.nothing();
        }
        stdinRead = true;
        return archives.file("stdin", held("stdin", stdin));
    }

    private Gathered path(String spec) {
        try {
            Path path = Path.of(spec);
            if (!Files.exists(path)) {
                throw new SourceException(spec, "no such file or folder", "expected a file, a folder, an archive or -");
            }
            boolean folder = Files.isDirectory(path);
            boolean regular = Files.isRegularFile(path);
            // A pipe (<(command)) has no real path, and can be read once only.
            if (!seen.add(folder || regular ? path.toRealPath() : path.toAbsolutePath())) {
                return Gathered.nothing();
            }
            if (!Files.isReadable(path)) {
                throw new SourceException(spec, "permission denied", "expected a readable file or folder");
            }
            if (folder) {
                return archives.folder(spec, path);
            }
            if (regular) {
                return archives.file(spec, () -> Files.newInputStream(path));
            }
            try (InputStream once = Files.newInputStream(path)) {
                return archives.file(spec, held(spec, once));
            }
        } catch (InvalidPathException | IOException e) {
            throw new SourceException(spec, "this path cannot be opened", "expected a file, a folder, an archive or -");
        }
    }

    private Bytes held(String name, InputStream once) {
        try {
            byte[] content = once.readNBytes(limits.heldBytes());
            if (content.length == limits.heldBytes() && once.read() >= 0) {
                throw new SourceException(
                        name, "more than " + limits.heldBytes() + " bytes", "save it and give its path");
            }
            return () -> new ByteArrayInputStream(content);
        } catch (IOException e) {
            throw new SourceException(name, "this cannot be read to its end", "save it and give its path");
        }
    }
}
