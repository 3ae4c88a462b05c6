package dev.plumbline.lab.ground;

import java.util.List;

/**
 * What a program left.
 *
 * @param exit its exit code; 128 and more for a signal
 * @param cut whether it wrote more than is kept
 */
public record Output(List<String> command, int exit, String out, String err, boolean cut) {

    private static final int QUOTED = 600;

    public Output {
        command = List.copyOf(command);
    }

    public boolean fine() {
        return exit == 0;
    }

    /** What it says went wrong, on one line of bounded length. */
    public String complaint() {
        String text = err.isBlank() ? out : err;
        String line = String.join("; ", text.strip().lines().map(String::strip).toList());
        String bounded = line.length() > QUOTED ? line.substring(0, QUOTED) + " ..." : line;
        return bounded.isEmpty() ? "exit code " + exit : bounded;
    }
}
