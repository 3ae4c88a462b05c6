package dev.plumbline.systems.osnetconfig.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A step down into a schema, and those above it.
 *
 * @param index of a branch; -1 for a keyword or a key
 * @param name what is shown of it
 */
record Step(Optional<Step> above, int index, String name) {

    private static final String PROPERTIES = "properties";

    /** Python's order of lists of steps: two steps at one place of one schema are of one kind. */
    static final Comparator<List<Step>> ORDER = (one, other) -> {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int byStep = Integer.compare(one.get(i).index, other.get(i).index);
            if (byStep == 0 && one.get(i).index < 0) {
                byStep = one.get(i).name.compareTo(other.get(i).name);
            }
            if (byStep != 0) {
                return byStep;
            }
        }
        return Integer.compare(one.size(), other.size());
    };

    static Step top(String name) {
        return new Step(Optional.empty(), -1, name);
    }

    static Step branch(int index, String name) {
        return new Step(Optional.empty(), index, name.isEmpty() ? String.valueOf(index) : name);
    }

    Step down(String keyword) {
        return new Step(Optional.of(this), -1, keyword);
    }

    Step down(int index) {
        return new Step(Optional.of(this), index, String.valueOf(index));
    }

    Step property(String key) {
        return down(PROPERTIES).down(key);
    }

    /** From the top. */
    List<Step> path() {
        List<Step> path = new ArrayList<>();
        for (Optional<Step> step = Optional.of(this); step.isPresent(); step = step.get().above) {
            path.add(step.get());
        }
        return path.reversed();
    }

    static List<Step> joined(List<Step> path, List<Step> below) {
        List<Step> all = new ArrayList<>(path);
        all.addAll(below);
        return all;
    }

    static String shown(List<Step> path) {
        StringBuilder out = new StringBuilder();
        for (Step step : path) {
            if (step.index >= 0 || !step.name.equals(PROPERTIES)) {
                out.append(out.isEmpty() ? "" : "/").append(step.name);
            }
        }
        return out.toString();
    }
}
