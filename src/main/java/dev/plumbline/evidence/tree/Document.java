package dev.plumbline.evidence.tree;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The values that an output holds, in order.
 *
 * @param roots the values: of a stream of YAML documents each one
 * @param problem where reading stopped before the end; items complete by then are kept
 * @param aliased whether an alias or a merge key stood in it: then one line less can mean another value
 */
public record Document(List<Tree> roots, Optional<Problem> problem, boolean aliased) {

    /** A document in which every value stands where it is used. */
    public Document(List<Tree> roots, Optional<Problem> problem) {
        this(roots, problem, false);
    }

    /** Reads an observation's lines as JSON; text before the first bracket (a warning on stderr, say) is passed over. */
    public static Document json(Observation observation) {
        return new TreeParser(observation.source(), observation.file()).json(observation.lines());
    }

    /** Reads an observation's lines as YAML, which JSON is too. */
    public static Document yaml(Observation observation) {
        return new TreeParser(observation.source(), observation.file()).yaml(observation.lines());
    }

    /** Reads whichever of the two the first character announces. */
    public static Document of(Observation observation) {
        return observation.lines().stream()
                        .map(line -> line.text().strip())
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .filter(text -> text.startsWith("{") || text.startsWith("["))
                        .isPresent()
                ? json(observation)
                : yaml(observation);
    }

    /** Reads JSON or YAML that stands as a string inside another document; its spots are those of that string's line. */
    public static Document inside(Tree scalar) {
        Page page = scalar.spot().page();
        TreeParser parser = new TreeParser(page.source(), page.file());
        List<Line> lines = scalar.text()
                .lines()
                .map(text -> new Line(scalar.spot().line(), text))
                .toList();
        // JSON may be indented by tabs, which YAML refuses.
        String start = scalar.text().strip();
        return start.startsWith("{") || start.startsWith("[") ? parser.json(lines) : parser.yaml(lines);
    }

    /** The first value; missing where the document is empty. */
    public Tree root() {
        return roots.isEmpty() ? new Tree.Missing(Spot.NOWHERE) : roots.getFirst();
    }
}
