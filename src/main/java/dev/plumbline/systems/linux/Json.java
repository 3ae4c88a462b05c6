package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import java.util.Optional;

/** What all JSON of iproute2 has in common. */
final class Json {

    private Json() {}

    /**
     * Whether the output is JSON, whatever the command asked for: people paste either. Not so where several namespaces
     * stand one after another ({@code ip -all netns exec}), of which none is known to be this scope's.
     */
    static boolean announced(Observation observation, boolean asked) {
        boolean several =
                observation.lines().stream().anyMatch(line -> line.text().startsWith("netns: "));
        return !several
                && observation.lines().stream()
                        .map(line -> line.text().strip())
                        .filter(text -> !text.isEmpty())
                        .limit(asked ? Long.MAX_VALUE : 1)
                        .anyMatch(Json::opens);
    }

    /** The output as JSON where it is that. */
    static Optional<Document> document(Observation observation, boolean asked) {
        return announced(observation, asked) ? Optional.of(Document.json(observation)) : Optional.empty();
    }

    /** Whether a line opens a value; {@code [...]} and a prompt do not. */
    private static boolean opens(String text) {
        String behind = text.startsWith("[") ? text.substring(1).strip() : "";
        return text.startsWith("{")
                || text.startsWith("[") && (behind.isEmpty() || behind.startsWith("{") || behind.startsWith("]"));
    }

    /** Whether a whole list was printed, be it empty: unlike empty text, {@code []} is an answer. */
    static boolean answered(Observation observation, Document document) {
        return document.problem().isEmpty()
                && document.root() instanceof Tree.Sequence
                && observation.lines().stream()
                        .noneMatch(line -> line.text().startsWith("RTNETLINK")
                                || line.text().startsWith("Dump ")
                                || line.text().startsWith("Error"));
    }
}
