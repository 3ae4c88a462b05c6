package dev.plumbline.cli;

import java.util.List;

/** A command that cannot be carried out, and the exit code for it. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;
    private final transient List<String> hints;

    /** @param hints lines that help further */
    Refusal(ExitCode code, String message, List<String> hints) {
        super(message);
        this.code = code;
        this.hints = List.copyOf(hints);
    }

    ExitCode code() {
        return code;
    }

    List<String> hints() {
        return hints;
    }
}
