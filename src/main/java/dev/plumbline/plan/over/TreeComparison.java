package dev.plumbline.plan.over;

import dev.plumbline.answers.plan.OverAnswer.FieldChange;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values in which two objects differ. A key that is absent equals one with Go's zero value, for the operator writes
 * these out; items of a list that have names are matched by name.
 */
final class TreeComparison {

    private static final Set<String> ZEROS = Set.of("", "0", "false", "null", "~");

    private final List<FieldChange> changes = new ArrayList<>();

    /** Sorted as the two documents have them: those of the first, then what only the second has. */
    static List<FieldChange> of(Tree before, Tree after, String path) {
        TreeComparison comparison = new TreeComparison();
        comparison.compare(before, after, path);
        return List.copyOf(comparison.changes);
    }

    private void compare(Tree before, Tree after, String path) {
        if (zero(before) && zero(after)) {
            return;
        }
        switch (before) {
            case Tree.Mapping one
            when after instanceof Tree.Mapping two -> {
                Set<String> keys = new LinkedHashSet<>(one.fields().keySet());
                keys.addAll(two.fields().keySet());
                keys.forEach(key -> compare(one.at(key), two.at(key), path.isEmpty() ? key : path + "." + key));
            }
            case Tree.Sequence one when after instanceof Tree.Sequence two -> lists(one, two, path);
            case Tree.Scalar one when after instanceof Tree.Scalar two && same(one, two) -> {}
            default -> change(before, after, path);
        }
    }

    private void lists(Tree.Sequence before, Tree.Sequence after, String path) {
        Map<String, Tree> one = named(before);
        Map<String, Tree> two = named(after);
        boolean names = one.size() == before.items().size()
                && two.size() == after.items().size();
        if (names) {
            Set<String> keys = new LinkedHashSet<>(one.keySet());
            keys.addAll(two.keySet());
            Tree nothing = new Tree.Missing(after.spot());
            for (String key : keys) {
                Tree left = one.getOrDefault(key, nothing);
                Tree right = two.getOrDefault(key, nothing);
                if (left.present() && right.present()) {
                    compare(left, right, path + "[" + key + "]");
                } else {
                    change(left, right, path + "[" + key + "]");
                }
            }
            return;
        }
        if (texts(before) && texts(after)) {
            words(before, after, path);
            return;
        }
        int longest = Math.max(before.items().size(), after.items().size());
        for (int i = 0; i < longest; i++) {
            compare(item(before, i), item(after, i), path + "[" + i + "]");
        }
    }

    private static boolean texts(Tree.Sequence list) {
        Set<String> texts = new LinkedHashSet<>();
        return list.items().stream().allMatch(item -> item instanceof Tree.Scalar && texts.add(item.text()));
    }

    /** Words that come and go, each once; an order of the same words that changes, as one change. */
    private void words(Tree.Sequence before, Tree.Sequence after, String path) {
        List<String> one = before.items().stream().map(Tree::text).toList();
        List<String> two = after.items().stream().map(Tree::text).toList();
        Tree nothing = new Tree.Missing(after.spot());
        before.items().stream().filter(item -> !two.contains(item.text())).forEach(item -> change(item, nothing, path));
        after.items().stream().filter(item -> !one.contains(item.text())).forEach(item -> change(nothing, item, path));
        List<String> kept = one.stream().filter(two::contains).toList();
        List<String> stayed = two.stream().filter(one::contains).toList();
        if (!kept.equals(stayed)) {
            changes.add(new FieldChange(
                    path + " order", String.join(" ", kept), String.join(" ", stayed), origin(before), origin(after)));
        }
    }

    private static Tree item(Tree.Sequence list, int index) {
        return index < list.items().size() ? list.items().get(index) : new Tree.Missing(list.spot());
    }

    /** Items by name, hostname or, for names themselves, by their text; fewer than there are where one has none. */
    private static Map<String, Tree> named(Tree.Sequence list) {
        Map<String, Tree> named = new LinkedHashMap<>();
        for (Tree item : list.items()) {
            String name = item.at("name").text();
            String host = item.at("hostname").text();
            String key = name.isEmpty() ? host : name;
            if (!key.isEmpty()) {
                named.putIfAbsent(key, item);
            }
        }
        return named;
    }

    private void change(Tree before, Tree after, String path) {
        changes.add(new FieldChange(path, brief(before), brief(after), origin(before), origin(after)));
    }

    private static Optional<Origin> origin(Tree tree) {
        return tree.present() ? Optional.of(tree.spot().origin()) : Optional.empty();
    }

    private static boolean same(Tree.Scalar one, Tree.Scalar two) {
        return one.text().equals(two.text());
    }

    private static boolean zero(Tree tree) {
        return switch (tree) {
            case Tree.Missing _ -> true;
            case Tree.Scalar scalar -> ZEROS.contains(scalar.text());
            case Tree.Sequence list -> list.items().isEmpty();
            case Tree.Mapping mapping -> mapping.fields().isEmpty();
        };
    }

    /** A scalar's text; of anything larger its form. */
    private static String brief(Tree tree) {
        return switch (tree) {
            case Tree.Missing _ -> "";
            case Tree.Scalar scalar -> scalar.text();
            case Tree.Sequence list -> "[" + list.items().size() + "]";
            case Tree.Mapping mapping -> {
                String name = mapping.at("name").text();
                yield "{" + (name.isEmpty() ? String.join(", ", mapping.fields().keySet()) : "name: " + name + ", ...")
                        + "}";
            }
        };
    }
}
