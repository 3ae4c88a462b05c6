package dev.plumbline.sources;

/** A source that cannot be opened at all. A bad file inside a source is a problem in what was gathered, never this. */
public class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String source;
    private final String hint;

    /**
     * @param source the source's name as the user gave it
     * @param message what is wrong with it, in a few words
     * @param hint what to do instead; empty where there is nothing to say
     */
    public SourceException(String source, String message, String hint) {
        super(message);
        this.source = source;
        this.hint = hint;
    }

    public String source() {
        return source;
    }

    public String hint() {
        return hint;
    }

    /** {@code source: message; hint} on one line. */
    public String line() {
        return source + ": " + getMessage() + (hint.isEmpty() ? "" : "; " + hint);
    }
}
