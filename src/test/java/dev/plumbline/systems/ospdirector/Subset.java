package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where a value differs from what is expected of it: a field that is not expected may be there, an expected one must be.
 * Lists are compared item by item. What is empty is expected to be empty.
 */
final class Subset {

    private final Predicate<String> passedOver;
    private final List<String> differences = new ArrayList<>();

    private Subset(Predicate<String> passedOver) {
        this.passedOver = passedOver;
    }

    /** @param passedOver paths such as {@code status/conditions} that are not compared */
    static List<String> differences(Tree expected, Tree actual, Predicate<String> passedOver) {
        Subset subset = new Subset(passedOver);
        subset.compare("", expected, actual);
        return subset.differences;
    }

    private void compare(String path, Tree expected, Tree actual) {
        if (passedOver.test(path)) {
            return;
        }
        switch (expected) {
            case Tree.Mapping mapping -> {
                if (!(actual instanceof Tree.Mapping)
                        || mapping.fields().isEmpty() && !actual.fields().isEmpty()) {
                    differ(path, expected, actual);
                }
                mapping.fields()
                        .forEach((key, value) ->
                                compare(path.isEmpty() ? key : path + "/" + key, value, actual.at(key)));
            }
            case Tree.Sequence sequence -> {
                if (!(actual instanceof Tree.Sequence)
                        || sequence.items().size() != actual.items().size()) {
                    differ(path, expected, actual);
                    return;
                }
                for (int i = 0; i < sequence.items().size(); i++) {
                    compare(
                            path + "/" + i,
                            sequence.items().get(i),
                            actual.items().get(i));
                }
            }
            case Tree.Scalar scalar -> {
                boolean json = path.endsWith("spec/config") || path.endsWith("k8s.v1.cni.cncf.io/networks");
                if (json) {
                    compare(path + "(json)", json(scalar.text()), json(actual.text()));
                } else if (!(actual instanceof Tree.Scalar) || !scalar.text().equals(actual.text())) {
                    differ(path, expected, actual);
                }
            }
            case Tree.Missing _ -> differ(path, expected, actual);
        }
    }

    private void differ(String path, Tree expected, Tree actual) {
        differences.add(path + ": expected " + brief(expected) + ", got " + brief(actual));
    }

    private static String brief(Tree tree) {
        return switch (tree) {
            case Tree.Missing _ -> "nothing";
            case Tree.Scalar scalar -> "\"" + scalar.text() + "\"";
            case Tree.Sequence sequence -> "list of " + sequence.items().size();
            case Tree.Mapping mapping -> "mapping " + mapping.fields().keySet();
        };
    }

    private static Tree json(String text) {
        return Document.json(Manifests.observation("inner", text.lines().toList()))
                .root();
    }
}
