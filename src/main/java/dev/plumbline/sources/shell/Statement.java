package dev.plumbline.sources.shell;

import java.util.List;

/** One command of a list. */
sealed interface Statement {

    /** Programs joined by pipes. */
    record Pipe(List<Simple> stages) implements Statement {}

    /**
     * {@code for VARIABLE in WORDS; do BODY; done | FILTERS}.
     *
     * @param literal whether the words are what they look like; else only the shell knew them
     * @param body as typed
     * @param filters the programs that its output was piped through
     */
    record Loop(String variable, List<String> words, boolean literal, String body, List<Simple> filters)
            implements Statement {}

    /** What is not followed: {@code while}, {@code if}, a subshell ... */
    record Block(String keyword) implements Statement {}
}
