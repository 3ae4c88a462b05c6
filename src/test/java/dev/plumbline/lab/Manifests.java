package dev.plumbline.lab;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Manifests that tests write down. */
public final class Manifests {

    private Manifests() {}

    public static List<Tree> read(String file, String yaml) {
        List<Line> lines = new ArrayList<>();
        for (String line : yaml.lines().toList()) {
            lines.add(new Line(lines.size() + 1, line));
        }
        Vantage nowhere = Vantage.of(Scope.ofCluster(), Standing.STATED);
        return Document.yaml(Observation.ofFile(file, "", nowhere, lines)).roots();
    }

    /** Definitions by namespace and name. */
    public static Map<String, Tree> definitions(String file, String yaml) {
        return read(file, yaml).stream()
                .collect(Collectors.toMap(
                        tree -> tree.at("metadata", "namespace").text() + "/"
                                + tree.at("metadata", "name").text(),
                        tree -> tree));
    }
}
