package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value that observations hold to be true of a device.
 *
 * @param by the observations that say so, sorted by origin, at least one
 */
record Held<T>(T value, List<Link> by) {

    /** Enough for a reader to check; a capture shows the same device in six files. */
    private static final int SHOWN = 2;

    List<Origin> evidence() {
        return shown(by);
    }

    /** The first origins, lines of text before pointers into JSON: they are what people check by eye. */
    static List<Origin> shown(List<Link> links) {
        return links.stream()
                .map(Link::origin)
                .distinct()
                .sorted(Comparator.comparing(
                                (Origin origin) -> !origin.pointer().isEmpty())
                        .thenComparing(Comparator.naturalOrder()))
                .distinct()
                .limit(SHOWN)
                .toList();
    }

    /** The best verdict that these observations can carry: one sure scope is enough. */
    Verdict cap() {
        return by.stream()
                .map(link -> link.vantage().standing())
                .min(Comparator.naturalOrder())
                .map(Standing::cap)
                .orElse(Verdict.UNKNOWN);
    }

    /**
     * The distinct values that links hold, in order of first origin. Where all differing observations have times, only the
     * newest holds; otherwise they stand against each other and all are given.
     */
    static <T> List<Held<T>> among(List<Link> links, Function<Link, Optional<T>> attribute) {
        Map<T, List<Link>> byValue = new LinkedHashMap<>();
        for (Link link : links) {
            attribute
                    .apply(link)
                    .ifPresent(value -> byValue.computeIfAbsent(value, _ -> new ArrayList<>())
                            .add(link));
        }
        List<Held<T>> held = byValue.entrySet().stream()
                .map(entry -> new Held<>(entry.getKey(), entry.getValue()))
                .toList();
        boolean timed = held.stream()
                .allMatch(one ->
                        one.by().stream().allMatch(link -> link.vantage().time().isPresent()));
        if (held.size() < 2 || !timed) {
            return held;
        }
        return held.stream()
                .max(Comparator.comparing(one -> one.by().stream()
                        .flatMap(link -> link.vantage().time().stream())
                        .max(Comparator.naturalOrder())
                        .orElseThrow()))
                .stream()
                .toList();
    }
}
