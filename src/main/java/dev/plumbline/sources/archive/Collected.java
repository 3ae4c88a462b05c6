package dev.plumbline.sources.archive;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.sources.Gathered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers what one source's files hold, in any order, and puts it in the order of the file names. */
final class Collected {

    private record Fold(String folder, String why) implements Comparable<Fold> {
        @Override
        public int compareTo(Fold other) {
            return Comparator.comparing(Fold::folder).thenComparing(Fold::why).compare(this, other);
        }
    }

    private final String source;
    private final List<Observation> observations = new ArrayList<>();
    private final List<Gathered.Stretch> stretches = new ArrayList<>();
    private final List<Gathered.Prose> prose = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Fold, TreeSet<String>> folded = new TreeMap<>();

    Collected(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }

    /** @param how why it has this scope and command, in a few words */
    void observe(Observation observation, String how) {
        observations.add(observation);
        int from = observation.lines().isEmpty()
                ? 0
                : observation.lines().getFirst().number();
        int to = observation.lines().isEmpty()
                ? 0
                : observation.lines().getLast().number();
        String command = observation.command().argv().isEmpty()
                ? observation.file()
                : observation.command().line();
        stretches.add(new Gathered.Stretch(
                source,
                observation.file(),
                from,
                to,
                observation.scope(),
                observation.vantage().standing(),
                command,
                how));
    }

    void add(Gathered gathered) {
        observations.addAll(gathered.observations());
        stretches.addAll(gathered.stretches());
        prose.addAll(gathered.prose());
        skipped.addAll(gathered.skipped());
        problems.addAll(gathered.problems());
    }

    /** One output that a user may have counted on. */
    void skip(String file, String command, String why) {
        skipped.add(new Skipped(new Origin(source, file, 0, "", ""), command, why));
    }

    /** One of many files of no use: told once for the first two folders of its path. */
    void fold(String file, String why) {
        String[] parts = file.split("/");
        String folder = String.join("/", List.of(parts).subList(0, Math.min(2, parts.length - 1)));
        folded.computeIfAbsent(new Fold(folder, why), _ -> new TreeSet<>()).add(file);
    }

    void problem(String file, String found, String expected) {
        problems.add(new Problem(new Origin(source, file, 0, "", ""), found, expected));
    }

    void problems(List<Problem> more) {
        problems.addAll(more);
    }

    Gathered done(String kind) {
        folded.forEach((fold, files) -> skip(
                files.size() == 1 ? files.getFirst() : fold.folder(),
                files.size() == 1 ? files.getFirst() : files.size() + " files, " + files.getFirst() + " first",
                fold.why()));
        observations.sort(Comparator.comparing(Observation::file));
        stretches.sort(Comparator.comparing(Gathered.Stretch::file));
        prose.sort(Comparator.comparing(Gathered.Prose::file));
        skipped.sort(Comparator.comparing(Skipped::origin));
        problems.sort(Comparator.comparing(Problem::origin));
        return new Gathered(
                List.of(new Gathered.Named(source, kind)),
                List.copyOf(observations),
                List.copyOf(stretches),
                List.copyOf(prose),
                List.copyOf(skipped),
                List.copyOf(problems));
    }
}
