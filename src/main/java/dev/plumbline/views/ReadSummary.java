package dev.plumbline.views;

import dev.plumbline.sources.Gathered;

/**
 * How much was read, for a table's last line.
 *
 * @param outputs observations
 * @param places different scopes among them
 */
public record ReadSummary(int outputs, int places) {

    public static ReadSummary of(Gathered gathered) {
        return new ReadSummary(gathered.observations().size(), (int) gathered.observations().stream()
                .map(observation -> observation.scope())
                .distinct()
                .count());
    }

    /** {@code Read 13 outputs in 4 places.} */
    String sentence() {
        return "Read " + Wording.count(outputs, "output") + " in " + Wording.count(places, "place") + ".";
    }
}
