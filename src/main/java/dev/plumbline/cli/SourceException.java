package dev.plumbline.cli;

/** A source that cannot be reached, or may not be read. */
public final class SourceException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param source as typed */
    public SourceException(String source, String why) {
        super(source + ": " + why);
    }
}
