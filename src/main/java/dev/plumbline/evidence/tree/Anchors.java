package dev.plumbline.evidence.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a YAML document that aliases stand for. An alias shares its value, which costs nothing to read; what
 * walks the tree later meets it every time, so that all of them together are bounded, and so is the depth.
 */
final class Anchors {

    /** More values than manifests ever repeat; ten rows of aliases of aliases are a thousand million. */
    private static final int MOST_VALUES = 100_000;

    /** That of Jackson for what is nested without aliases. */
    private static final int DEEPEST = 500;

    private final Map<String, Named> named = new HashMap<>();
    private long shared;

    private record Named(Tree tree, Size size) {}

    /**
     * @param values it and all within it
     * @param height levels of it, 1 for a scalar
     */
    private record Size(long values, int height) {}

    void put(String anchor, Tree tree) {
        named.put(anchor, new Named(tree, size(tree)));
    }

    /** Of the next document, which knows none of this one's. */
    void clear() {
        named.clear();
    }

    /**
     * What an alias stands for; empty where it stands for nothing, or for more than a document may hold.
     *
     * @param depth open containers around the alias
     */
    Optional<Tree> get(String anchor, int depth) {
        Named found = named.get(anchor);
        if (found == null || depth + found.size().height() > DEEPEST) {
            return Optional.empty();
        }
        shared += found.size().values();
        return shared > MOST_VALUES ? Optional.empty() : Optional.of(found.tree());
    }

    boolean knows(String anchor) {
        return named.containsKey(anchor);
    }

    private static Size size(Tree tree) {
        long values = 1;
        int height = 0;
        Iterable<Tree> within =
                tree instanceof Tree.Mapping mapping ? mapping.fields().values() : tree.items();
        for (Tree each : within) {
            Size size = size(each);
            values += size.values();
            height = Math.max(height, size.height());
        }
        return new Size(values, height + 1);
    }
}
