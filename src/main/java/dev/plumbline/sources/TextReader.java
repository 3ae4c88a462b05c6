package dev.plumbline.sources;

/**
 * Reads a file of pasted shell sessions. Stands between the archives and the transcript reader, which do not know each
 * other.
 */
@FunctionalInterface
public interface TextReader {

    /**
     * Reads one text.
     *
     * @param source the source's name as the user gave it
     * @param file the file inside the source; empty where the source is the file
     * @param content its bytes, any bytes
     */
    Gathered read(String source, String file, byte[] content);
}
