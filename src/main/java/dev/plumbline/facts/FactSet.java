package dev.plumbline.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facts by type, each list sorted by origin: whatever order they came in, they leave in one. */
public final class FactSet {

    private final Map<Class<? extends Fact>, List<Fact>> byType;

    private FactSet(Map<Class<? extends Fact>, List<Fact>> byType) {
        this.byType = byType;
    }

    public static FactSet of(Collection<? extends Fact> facts) {
        Map<Class<? extends Fact>, List<Fact>> byType = new HashMap<>();
        for (Fact fact : facts) {
            byType.computeIfAbsent(fact.getClass(), _ -> new ArrayList<>()).add(fact);
        }
        byType.replaceAll((_, list) ->
                list.stream().sorted(Comparator.comparing(Fact::origin)).toList());
        return new FactSet(byType);
    }

    /** All facts of one type, sorted by origin. */
    @SuppressWarnings(
            "unchecked") // a list under a type holds facts of that type only; a copy at every question would cost dear
    public <T extends Fact> List<T> all(Class<T> type) {
        return (List<T>) byType.getOrDefault(type, List.of());
    }

    /** All facts: by type's name, then origin. */
    public List<Fact> all() {
        return byType.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().getSimpleName()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }
}
