package dev.plumbline.views;

import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;
import java.util.HexFormat;

/**
 * What a JSON or YAML writer writes to. Unsafe characters beyond ASCII can stand in quoted strings only; here they become
 * escapes of four hexadecimal digits. A character beyond the basic plane comes as two, and the two may come in two calls.
 * Closing it leaves the target open.
 */
final class EscapingWriter extends Writer {

    private final Appendable out;
    private char high;

    EscapingWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        int kept = offset;
        for (int i = offset; i < offset + length; i++) {
            if (characters[i] >= 0x7f || high != 0) {
                plain(characters, kept, i);
                special(characters[i]);
                kept = i + 1;
            }
        }
        plain(characters, kept, offset + length);
    }

    private void plain(char[] characters, int from, int to) throws IOException {
        if (from == to) {
            return;
        }
        if (out instanceof Writer writer) {
            writer.write(characters, from, to - from);
        } else {
            out.append(CharBuffer.wrap(characters, from, to - from));
        }
    }

    private void special(char c) throws IOException {
        if (high != 0) {
            char first = high;
            high = 0;
            if (Character.isLowSurrogate(c)) {
                boolean shown = !Clean.unsafe(Character.toCodePoint(first, c));
                one(first, shown);
                one(c, shown);
                return;
            }
            one(first, false);
        }
        if (Character.isHighSurrogate(c)) {
            high = c;
        } else {
            one(c, c < 0x7f || !Clean.unsafe(c));
        }
    }

    private void one(char c, boolean shown) throws IOException {
        if (shown) {
            out.append(c);
        } else {
            out.append("\\u").append(HexFormat.of().toHexDigits(c));
        }
    }

    @Override
    public void flush() {
        // Whoever opened the target flushes it.
    }

    @Override
    public void close() {
        // Whoever opened the target closes it.
    }
}
