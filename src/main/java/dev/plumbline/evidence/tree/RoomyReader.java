package dev.plumbline.evidence.tree;

import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;

/**
 * Leaves a place free at the end of every read. snakeyaml-engine puts the second half of a surrogate pair there, also
 * where its buffer is full, and breaks.
 */
public final class RoomyReader extends FilterReader {

    public RoomyReader(String text) {
        super(new StringReader(text));
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        return super.read(buffer, offset, Math.max(Math.min(length, 1), length - 1));
    }
}
