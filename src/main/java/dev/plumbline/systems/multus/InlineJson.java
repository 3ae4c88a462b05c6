package dev.plumbline.systems.multus;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import java.util.List;
import java.util.Optional;

/** JSON that stands as a string in an API object. */
public final class InlineJson {

    private static final Vantage NOWHERE = Vantage.of(Scope.ofCluster(), Standing.STATED);

    private InlineJson() {}

    /** The one value; empty where the text is no well-formed JSON document. */
    public static Optional<Tree> parse(String text) {
        String bare = text.strip();
        if (!bare.startsWith("[") && !bare.startsWith("{")) {
            return Optional.empty();
        }
        List<Line> lines = bare.lines().map(line -> new Line(0, line)).toList();
        Document document = Document.json(Observation.ofFile("", "", NOWHERE, lines));
        return document.problem().isEmpty() && document.roots().size() == 1
                ? Optional.of(document.root())
                : Optional.empty();
    }
}
