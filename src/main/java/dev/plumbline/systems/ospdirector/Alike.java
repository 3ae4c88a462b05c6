package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Tree;
import java.util.Iterator;
import java.util.Map;

/** Whether two values are the same wherever they stand. */
final class Alike {

    private Alike() {}

    static boolean are(Tree one, Tree other) {
        return switch (one) {
            case Tree.Missing _ -> !other.present();
            case Tree.Scalar first ->
                other instanceof Tree.Scalar second
                        && first.text().equals(second.text())
                        && first.isString() == second.isString();
            case Tree.Sequence first -> other instanceof Tree.Sequence second && items(first, second);
            case Tree.Mapping first -> other instanceof Tree.Mapping second && fields(first, second);
        };
    }

    private static boolean items(Tree.Sequence one, Tree.Sequence other) {
        Iterator<Tree> others = other.items().iterator();
        return one.items().size() == other.items().size()
                && one.items().stream().allMatch(item -> are(item, others.next()));
    }

    private static boolean fields(Tree.Mapping one, Tree.Mapping other) {
        Map<String, Tree> others = other.fields();
        return one.fields().size() == others.size()
                && one.fields().entrySet().stream().allMatch(field -> are(field.getValue(), other.at(field.getKey())));
    }
}
