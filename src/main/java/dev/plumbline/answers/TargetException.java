package dev.plumbline.answers;

import java.util.List;

/** A target that cannot be read, or that names nothing or several things. */
public final class TargetException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> names;

    /** @param names what may have been meant, nearest first */
    public TargetException(String message, List<String> names) {
        super(message);
        this.names = List.copyOf(names);
    }

    /** What may have been meant, nearest first; empty where nothing was seen at all. */
    public List<String> names() {
        return names;
    }
}
