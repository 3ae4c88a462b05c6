package dev.plumbline.sources.archive;

import java.io.IOException;
import java.io.InputStream;

/** A source's bytes, which can be opened more than once. */
@FunctionalInterface
public interface Bytes {
    InputStream open() throws IOException;
}
