package dev.plumbline.views;

import dev.plumbline.answers.SourcesAnswer;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.sources.Gathered.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many lines and facts each stretch of the input gave. */
final class FactCount {

    private record Place(String source, String file) {}

    private final Map<Stretch, NavigableMap<String, Integer>> counts = new HashMap<>();
    private final Map<Place, NavigableMap<Integer, Integer>> lines = new HashMap<>();

    FactCount(SourcesAnswer answer) {
        Map<Place, NavigableMap<Integer, Stretch>> stretches = new HashMap<>();
        answer.gathered()
                .stretches()
                .forEach(stretch -> stretches
                        .computeIfAbsent(new Place(stretch.source(), stretch.file()), _ -> new TreeMap<>())
                        .put(stretch.from(), stretch));
        for (Observation observation : answer.gathered().observations()) {
            lines.computeIfAbsent(new Place(observation.source(), observation.file()), _ -> new TreeMap<>())
                    .put(observation.atCommand().line(), observation.lines().size());
        }
        for (Fact fact : answer.facts()) {
            Origin origin = fact.origin();
            NavigableMap<Integer, Stretch> here =
                    stretches.getOrDefault(new Place(origin.source(), origin.file()), new TreeMap<>());
            Map.Entry<Integer, Stretch> entry = here.floorEntry(Math.max(origin.line(), 1));
            // What an output covers is no thing that it shows.
            if (entry != null && origin.line() <= entry.getValue().to() && !(fact instanceof Covered)) {
                counts.computeIfAbsent(entry.getValue(), _ -> new TreeMap<>()).merge(word(fact), 1, Integer::sum);
            }
        }
    }

    /** Lines of output without the command's own. */
    int lines(Stretch stretch) {
        return lines.getOrDefault(new Place(stretch.source(), stretch.file()), new TreeMap<>())
                .getOrDefault(stretch.from(), stretch.to() - stretch.from() + 1);
    }

    /** Facts by kind, sorted. */
    NavigableMap<String, Integer> facts(Stretch stretch) {
        return counts.getOrDefault(stretch, new TreeMap<>());
    }

    /** {@code link x5, address x1}; most first. */
    String text(Stretch stretch) {
        List<Map.Entry<String, Integer>> all = new ArrayList<>(facts(stretch).entrySet());
        all.sort(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        return all.isEmpty()
                ? "nothing"
                : String.join(
                        ", ",
                        all.stream()
                                .map(entry -> entry.getKey() + " x" + entry.getValue())
                                .toList());
    }

    /** The record's own name is the field's word: {@code BridgePort} is a bridge port. */
    private static String word(Fact fact) {
        return fact.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
