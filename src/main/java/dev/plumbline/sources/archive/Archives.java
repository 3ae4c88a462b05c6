package dev.plumbline.sources.archive;

import dev.plumbline.sources.Gathered;
import dev.plumbline.sources.Held;
import dev.plumbline.sources.SourceException;
import dev.plumbline.sources.TextReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
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

    /** Reads what is held in memory as a capture is. */
    public Gathered held(Held held) {
        return members(held.name(), new HeldMembers(held.files()), held.kind(), held.kind());
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
        byte[] content;
        try (BufferedInputStream in = new BufferedInputStream(Guarded.call(() -> packing.unpack(raw)))) {
            byte[] head = Guarded.call(() -> Packing.peek(in));
            if (Packing.isTar(head)) {
                return members(source, new TarMembers(bytes, packing, limits), "archive");
            }
            content = Guarded.call(() -> in.readNBytes(limits.memberBytes()));
            if (content.length == limits.memberBytes() && Guarded.call(in::read) >= 0) {
                throw new Members.TooLarge(limits.memberBytes());
            }
        } catch (IOException e) {
            collected.problem("", "this cannot be read: " + Reason.of(e), "text, or a whole gzip, zstd or tar file");
            return collected.done("archive");
        }
        return text(content, collected);
    }

    private Gathered text(byte[] content, Collected collected) {
        Packing packing = Packing.of(Arrays.copyOf(content, Math.min(content.length, 512)));
        if (packing != Packing.PLAIN) {
            collected.skip("", packing.name().toLowerCase(Locale.ROOT), "packed twice: unpack it once and give that");
            return collected.done("archive");
        }
        String kind = new LooseText(transcripts, collected).read("", content);
        if (kind.equals("binary")) {
            collected.problem("", "binary data", "text, YAML, JSON, or a tar: plain, gzip or zstd");
        }
        return collected.done(kind);
    }

    private Gathered members(String source, Members members, String kind) {
        return members(source, members, kind, "");
    }

    /** @param fixed the kind of the source whatever lies in it; empty to tell by that */
    private Gathered members(String source, Members members, String kind, String fixed) {
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
                        collected.fold(
                                Survey.below(survey.base(), path), "replaced by a later member of the same path");
                    }
                },
                new Told(survey, collected));
        if (survey.whole()) {
            survey.missing()
                    .forEach((index, missing) -> collected.problem(
                            Survey.below(survey.base(), index),
                            missing.size() + " listed files are not there, " + missing.getFirst() + " first",
                            "the files that it lists"));
        }
        return collected.done(layout && fixed.isEmpty() ? survey.kind() : kind);
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
