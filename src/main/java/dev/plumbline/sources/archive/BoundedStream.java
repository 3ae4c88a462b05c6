package dev.plumbline.sources.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes out of a decompressor and stops a bomb: by the whole, and by what a single header may take. */
final class BoundedStream extends FilterInputStream {

    private static final int HEADERS = 1 << 20;

    private final long limit;
    private long total;
    private long headers = -1;

    BoundedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    /** From here to {@link #body} only headers may come: a tar's long names are read into memory whole. */
    void headers() {
        headers = HEADERS;
    }

    void body() {
        headers = -1;
    }

    private void count(long read) throws IOException {
        if (read <= 0) {
            return;
        }
        total += read;
        if (total > limit) {
            throw new IOException("it unpacks to more than " + limit + " bytes");
        }
        if (headers >= 0) {
            headers -= read;
            if (headers < 0) {
                throw new IOException("a header larger than " + HEADERS + " bytes");
            }
        }
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(read);
        return read;
    }

    @Override
    public long skip(long length) throws IOException {
        long skipped = super.skip(length);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
