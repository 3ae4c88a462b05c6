package dev.plumbline.sources.archive;

import dev.plumbline.sources.TextReader;
import java.io.IOException;
import java.util.Arrays;

/** Reads the files of a folder or archive without a layout: each for itself. */
final class PlainReader implements Members.Visitor {

    private final LooseText texts;
    private final Collected collected;

    PlainReader(TextReader transcripts, Collected collected) {
        this.texts = new LooseText(transcripts, collected);
        this.collected = collected;
    }

    @Override
    public void file(String path, Members.Content content) throws IOException {
        if (path.startsWith(".") || path.contains("/.")) {
            collected.fold(path, "hidden");
            return;
        }
        byte[] bytes = content.read();
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, 512));
        if (Packing.of(head) != Packing.PLAIN || Packing.isTar(head)) {
            collected.skip(path, path, "a packed file inside a source: give it as a source of its own");
        } else if (MemberText.isBlank(bytes)) {
            collected.fold(path, "empty");
        } else if (texts.read(path, bytes).equals("binary")) {
            collected.fold(path, "binary data");
        }
    }
}
