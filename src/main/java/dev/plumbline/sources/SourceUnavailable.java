package dev.plumbline.sources;

/** A source of a kind that this version knows of and cannot reach. */
public final class SourceUnavailable extends SourceException {

    private static final long serialVersionUID = 1L;

    public SourceUnavailable(String source, String message, String hint) {
        super(source, message, hint);
    }
}
