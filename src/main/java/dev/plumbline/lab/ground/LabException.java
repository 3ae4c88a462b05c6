package dev.plumbline.lab.ground;

import org.jspecify.annotations.Nullable;

/** A lab that cannot be built, found or ended; the message says what failed, and where known how to mend it. */
public final class LabException extends Exception {

    private static final long serialVersionUID = 1L;

    public LabException(String message) {
        super(message);
    }

    public LabException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The message: never null, unlike {@link #getMessage()}. */
    public String says() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
