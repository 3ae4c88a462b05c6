package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.tree.Tree;

/** What all JSON of iproute2 has in common. */
final class Json {

    private Json() {}

    /** Whether the output is JSON, whatever the command asked for: people paste either. */
    static boolean announced(Observation observation, boolean asked) {
        return observation.lines().stream()
                .map(line -> line.text().strip())
                .filter(text -> !text.isEmpty())
                .limit(asked ? Long.MAX_VALUE : 1)
                .anyMatch(text -> text.startsWith("[") || text.startsWith("{"));
    }

    static Origin origin(Observation observation, Tree tree) {
        return tree.spot().origin(observation.source(), observation.file());
    }
}
