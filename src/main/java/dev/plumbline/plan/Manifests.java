package dev.plumbline.plan;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.sources.Gathered;
import dev.plumbline.sources.Sources;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.kubernetes.ObjectStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * API objects in files, folders and archives, wherever they lie in them.
 *
 * @param resources in the order of sources, files and documents
 * @param skipped files without API objects
 * @param problems files that could not be read to their end
 */
public record Manifests(
        List<Gathered.Named> sources, List<ApiResource> resources, List<Skipped> skipped, List<Problem> problems) {

    /**
     * Reads them all.
     *
     * @param specs paths, or {@code -} for standard input
     * @throws dev.plumbline.sources.SourceException for the first that cannot be opened at all
     */
    public static Manifests open(List<String> specs, InputStream stdin) {
        return of(Sources.open(specs, Manifests::text, stdin), true);
    }

    /** The API objects among everything that was gathered; of a broken document those before the break. */
    public static Manifests of(Gathered gathered) {
        return of(gathered, false);
    }

    /** @param applied whether kubectl is to apply them, which takes a document whole or not at all */
    private static Manifests of(Gathered gathered, boolean applied) {
        List<ApiResource> resources = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>(gathered.skipped());
        List<Problem> problems = new ArrayList<>(gathered.problems());
        for (Observation observation : gathered.observations()) {
            ObjectStream stream = ObjectStream.ofDocuments(observation);
            stream.objects().stream()
                    .filter(each -> !applied || stream.problems().stream().noneMatch(problem -> holds(each, problem)))
                    .forEach(resources::add);
            problems.addAll(stream.problems());
            if (stream.objects().isEmpty() && stream.problems().isEmpty()) {
                skipped.add(nothing(observation.source(), observation.file()));
            }
        }
        return new Manifests(gathered.sources(), List.copyOf(resources), List.copyOf(skipped), List.copyOf(problems));
    }

    /** Whether an object is of the document that is broken. */
    private static boolean holds(ApiResource resource, Problem problem) {
        List<Line> lines = resource.tree().spot().lines();
        int at = problem.origin().line();
        return !lines.isEmpty()
                && lines.getFirst().number() <= at
                && at <= lines.getLast().number();
    }

    /** A text that is no manifest throughout: one with a break in it is still told of as such. */
    private static Gathered text(String source, String file, byte[] content) {
        List<Line> lines = new ArrayList<>();
        new String(content, StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> lines.add(new Line(lines.size() + 1, line)));
        boolean manifest = lines.stream()
                .anyMatch(line -> line.text().startsWith("apiVersion:")
                        || line.text().strip().startsWith("\"apiVersion\""));
        Gathered.Named named = new Gathered.Named(source, manifest ? "manifests" : "text");
        List<Observation> observations = manifest
                ? List.of(Observation.ofFile(source, file, Vantage.of(Scope.ofCluster(), Standing.STATED), lines))
                : List.of();
        return new Gathered(
                List.of(named),
                observations,
                List.of(),
                List.of(),
                manifest ? List.of() : List.of(nothing(source, file)),
                List.of());
    }

    private static Skipped nothing(String source, String file) {
        String name = file.isEmpty() ? source : file;
        return new Skipped(new Origin(source, file, 0, "", ""), name, "no API object in it");
    }
}
