package dev.plumbline.sources.archive;

import dev.plumbline.sources.Gathered;
import dev.plumbline.sources.SourceException;
import dev.plumbline.sources.TextReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;

/** Opens folders and files, packed or not, and reads what they hold. */
public final class Archives {

    private final Limits limits;
    private final TextReader transcripts;

    public Archives(Limits limits, TextReader transcripts) {
        this.limits = limits;
        this.transcripts = transcripts;
    }

    /** Reads a capture, a must-gather or a plain folder. */
    public Gathered folder(String source, Path root) {
        return members(source, new FolderMembers(root, limits), "folder");
    }

    /** Reads a file: a tar (plain, gzip, zstd), API objects, or a transcript; by its content, never by its name. */
    public Gathered file(String source, Bytes bytes) {
        Collected collected = new Collected(source);
        try (BufferedInputStream raw = new BufferedInputStream(bytes.open())) {
            Packing packing = Packing.of(Packing.peek(raw));
            if (!packing.known()) {
                String name = packing.name().toLowerCase(Locale.ROOT);
                collected.problem("", "this is a " + name + " file", "a tar, plain, gzip or zstd: unpack it");
                return collected.done("archive");
            }
            return opened(source, bytes, raw, packing, collected);
        } catch (IOException e) {
            throw new SourceException(source, Reason.of(e), "expected a readable file");
        }
    }

    private Gathered opened(String source, Bytes bytes, InputStream raw, Packing packing, Collected collected) {
        try (BufferedInputStream in = new BufferedInputStream(packing.unpack(raw))) {
            byte[] head = Packing.peek(in);
            if (Packing.isTar(head)) {
                return members(source, new TarMembers(bytes, packing, limits), "archive");
            }
            byte[] content = in.readNBytes(limits.memberBytes());
            if (content.length == limits.memberBytes() && in.read() >= 0) {
                throw new Members.TooLarge(limits.memberBytes());
            }
            String kind = new LooseText(transcripts, collected).read("", content);
            if (kind.equals("binary")) {
                collected.problem("", "binary data", "text, YAML, JSON, or a tar: plain, gzip or zstd");
            }
            return collected.done(kind);
        } catch (IOException | RuntimeException | LinkageError e) {
            collected.problem("", "this cannot be read: " + Reason.of(e), "text, or a whole gzip, zstd or tar file");
            return collected.done("archive");
        }
    }

    private Gathered members(String source, Members members, String kind) {
        Survey survey = Survey.of(source, members);
        Collected collected = new Collected(source);
        boolean layout = !survey.roots().isEmpty();
        Members.Visitor reader = layout ? new LayoutReader(survey, collected) : new PlainReader(transcripts, collected);
        int[] count = {0};
        members.each(
                (path, content) -> {
                    // A tar may hold one path several times: as in unpacking, the last one holds.
                    if (survey.names().getOrDefault(path, -1) == count[0]++) {
                        reader.file(path, content);
                    } else {
                        collected.fold(Survey.below(survey.base(), path), "replaced by a later member of the same path");
                    }
                },
                new Told(survey, collected));
        return collected.done(layout ? survey.kind() : kind);
    }

    private record Told(Survey survey, Collected collected) implements Members.Complaints {
        @Override
        public void problem(String path, String found, String expected) {
            collected.problem(Survey.below(survey.base(), path), found, expected);
        }

        @Override
        public void passedOver(String path, String why) {
            collected.fold(Survey.below(survey.base(), path), why);
        }
    }
}
