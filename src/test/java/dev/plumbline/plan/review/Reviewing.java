package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.tree.Mark;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.kubernetes.ObjectStream;
import dev.plumbline.systems.ospdirector.Director;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.InputsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Manifests in, remarks out as lines of text. */
final class Reviewing {

    private Reviewing() {}

    static List<ApiResource> resources(Path file) {
        try {
            return Files.exists(file) ? resources(file.getFileName().toString(), Files.readString(file)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ApiResource> resources(String name, String yaml) {
        List<Line> lines = new ArrayList<>();
        yaml.lines().forEach(line -> lines.add(new Line(lines.size() + 1, line)));
        Observation observation = Observation.ofFile(name, "", Vantage.of(Scope.ofCluster(), Standing.STATED), lines);

        return ObjectStream.of(observation, false).objects();
    }

    /** @param existing what the cluster holds already */
    static List<Remark> remarks(List<ApiResource> given, List<ApiResource> existing) {
        List<DirectorInputs> inputs = InputsReader.read(given).inputs();
        return Reviews.run(
                new Reviewed(inputs, inputs.stream().map(Director::derive).toList(), given, existing));
    }

    /**
     * A line each: severity, whether refused, rule, file with line and column (the first is 1), title; beneath it the
     * other places.
     */
    static String text(List<Remark> remarks) {
        return remarks.stream().map(Reviewing::text).collect(Collectors.joining());
    }

    private static String text(Remark remark) {
        String places = remark.also().stream()
                .map(mark -> "    also " + place(mark) + "\n")
                .collect(Collectors.joining());
        return remark.severity() + (remark.refused() ? " refused " : " ") + remark.rule() + " " + place(remark.at())
                + " " + remark.title() + "\n" + places;
    }

    private static String place(Mark mark) {
        return mark.origin().source() + ":" + mark.origin().line() + ":" + (mark.column() + 1);
    }
}
