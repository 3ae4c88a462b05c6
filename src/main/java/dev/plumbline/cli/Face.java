package dev.plumbline.cli;

import dev.plumbline.views.Ink;
import java.io.IOException;
import java.util.Set;

/** Answers a command from a survey and draws the answer. */
@FunctionalInterface
public interface Face {

    /** Draws to {@code out}; the exit codes that hold for the answer. */
    Set<ExitCode> draw(Survey survey, Options options, Ink ink, Appendable out) throws IOException;
}
