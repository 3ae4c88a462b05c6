package dev.plumbline.views;

import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;

/** Lets a library that wants a writer write to anything that takes characters; it is never closed by that. */
final class AppendableWriter extends Writer {

    private final Appendable out;

    AppendableWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        out.append(CharBuffer.wrap(characters, offset, length));
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
