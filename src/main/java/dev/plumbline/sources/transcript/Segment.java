package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Line;
import java.util.List;

/** A stretch of the text between two prompts, or between outputs. */
sealed interface Segment {

    /**
     * A prompt, its command, its output.
     *
     * @param command as typed, continued lines joined; empty where none was typed
     * @param asked the prompt's line
     * @param lastAsked number of the command's last line
     * @param output up to the next prompt, without what a human wrote behind it
     * @param closed whether a prompt follows in the same block, so that the output is known to have ended
     * @param whole false where a human's text was taken out and more followed that may have been output
     * @param part counts the blocks: the shell of another block may be another
     * @param lead the last words that a human wrote before it in this part; empty where none
     */
    record Typed(
            Prompt prompt,
            String command,
            Line asked,
            int lastAsked,
            List<Line> output,
            boolean closed,
            boolean whole,
            int part,
            String lead)
            implements Segment {

        Typed withOutput(List<Line> lines, boolean isClosed, boolean isWhole) {
            return new Typed(prompt, command, asked, lastAsked, lines, isClosed, isWhole, part, lead);
        }
    }

    /** What a human wrote. */
    record Human(List<Line> lines) implements Segment {}
}
