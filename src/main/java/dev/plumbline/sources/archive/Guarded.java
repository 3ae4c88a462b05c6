package dev.plumbline.sources.archive;

import java.io.IOException;

/** Calls into the decoders, which throw more than they declare when the bytes are hostile. */
final class Guarded {

    private Guarded() {}

    /** A call that reads. */
    @FunctionalInterface
    interface Call<T> {
        T get() throws IOException;
    }

    /**
     * Whatever a decoder throws becomes an IOException; a linkage error: zstd's native part does not load on this
     * machine.
     */
    static <T> T call(Call<T> call) throws IOException {
        try {
            return call.get();
        } catch (RuntimeException | LinkageError e) {
            throw new IOException(Reason.of(e), e);
        }
    }
}
