package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Tree;
import java.util.List;
import java.util.Map;

/** Trees as YAML, for people to read and for tests to compare byte by byte. */
final class Yaml {

    private Yaml() {}

    static String of(List<DerivedObject> objects) {
        StringBuilder out = new StringBuilder();
        objects.forEach(object -> {
            out.append("---\n");
            write(object.tree(), 0, out);
        });
        return out.toString();
    }

    private static void write(Tree tree, int depth, StringBuilder out) {
        if (tree instanceof Tree.Mapping mapping) {
            mapping.fields().forEach((key, value) -> field(key, value, depth, out));
        } else {
            tree.items().forEach(item -> item(item, depth, out));
        }
    }

    private static void field(String key, Tree value, int depth, StringBuilder out) {
        out.append("  ".repeat(depth)).append(key).append(':');
        if (isLeaf(value)) {
            out.append(' ').append(leaf(value)).append('\n');
        } else if (text(value).indexOf('\n') >= 0) {
            out.append(" |\n");
            text(value)
                    .lines()
                    .forEach(line ->
                            out.append("  ".repeat(depth + 1)).append(line).append('\n'));
        } else {
            out.append('\n');
            write(value, depth + 1, out);
        }
    }

    private static void item(Tree item, int depth, StringBuilder out) {
        if (isLeaf(item)) {
            out.append("  ".repeat(depth)).append("- ").append(leaf(item)).append('\n');
            return;
        }
        StringBuilder inner = new StringBuilder();
        write(item, depth + 1, inner);
        out.append("  ".repeat(depth)).append("- ").append(inner.substring(2 * depth + 2));
    }

    private static String text(Tree tree) {
        return tree.text();
    }

    private static boolean isLeaf(Tree tree) {
        return switch (tree) {
            case Tree.Scalar scalar -> scalar.text().indexOf('\n') < 0;
            case Tree.Missing _ -> true;
            case Tree.Mapping mapping -> mapping.fields().isEmpty();
            case Tree.Sequence sequence -> sequence.items().isEmpty();
        };
    }

    private static String leaf(Tree tree) {
        return switch (tree) {
            case Tree.Scalar scalar -> scalar.isString() ? quoted(scalar.text()) : scalar.text();
            case Tree.Missing _ -> "null";
            case Tree.Mapping _ -> "{}";
            case Tree.Sequence _ -> "[]";
        };
    }

    /** Bare where YAML reads it as a text anyway. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z][-A-Za-z0-9_./]*")
                        && !Map.of("on", 1, "off", 1, "true", 1, "false", 1).containsKey(text)
                ? text
                : "'" + text.replace("'", "''") + "'";
    }
}
