package dev.plumbline.sources.archive;

import java.io.EOFException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What an exception says, in words for the user: without class names and without this machine's paths. */
final class Reason {

    private Reason() {}

    static String of(Throwable thrown) {
        return switch (thrown) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "no such file";
            case EOFException _ -> "it ends early";
            default -> {
                String message = thrown.getMessage();
                yield message == null || message.isBlank()
                        ? "broken data"
                        : message.lines().findFirst().orElse("broken data").strip();
            }
        };
    }
}
