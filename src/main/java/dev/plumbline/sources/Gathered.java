package dev.plumbline.sources;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.evidence.Standing;
import java.util.ArrayList;
import java.util.List;

/**
 * What the given sources hold. Lists are in the order of the sources, then of their lines or file names.
 *
 * @param sources each source once
 * @param observations outputs with their scopes
 * @param stretches how each part was read, for people who want to correct it
 * @param prose what a human wrote between the outputs: no evidence, but claims to proofread
 * @param skipped outputs that were recognised as such and passed over by the source itself
 * @param problems parts that could not be read
 */
public record Gathered(
        List<Named> sources,
        List<Observation> observations,
        List<Stretch> stretches,
        List<Prose> prose,
        List<Skipped> skipped,
        List<Problem> problems) {

    /** @param kind transcript, capture, folder, object ... */
    public record Named(String name, String kind) {}

    /**
     * One command and its output as the source understood them.
     *
     * @param from first line, the command's own
     * @param to last line of its output
     * @param command as typed; a file's name for a captured file
     * @param how why this scope: the prompt, the shell that was opened, a correction ...
     */
    public record Stretch(
            String source, String file, int from, int to, Scope scope, Standing standing, String command, String how) {}

    /** @param lines consecutive lines that a human wrote */
    public record Prose(String source, String file, List<Line> lines) {}

    public static Gathered nothing() {
        return new Gathered(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** This and another one behind it. */
    public Gathered and(Gathered other) {
        return new Gathered(
                joined(sources, other.sources),
                joined(observations, other.observations),
                joined(stretches, other.stretches),
                joined(prose, other.prose),
                joined(skipped, other.skipped),
                joined(problems, other.problems));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
