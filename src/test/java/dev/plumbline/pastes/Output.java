package dev.plumbline.pastes;

import java.util.Arrays;
import java.util.List;

/**
 * A command and what it printed.
 *
 * @param shows the evidence that the whole output gives, words of {@link Shown}
 */
record Output(String command, List<String> lines, List<String> shows) {

    static Output of(String command, List<String> lines, String... shows) {
        return new Output(command, lines, Arrays.asList(shows));
    }

    Output as(String otherCommand) {
        return new Output(otherCommand, lines, shows);
    }
}
