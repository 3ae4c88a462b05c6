package dev.plumbline.evidence.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mapping in the making: what is derived from a document, every value with the spot of what it was derived from. Keys
 * keep the order in which they come.
 */
public final class Growing {

    private final Spot spot;
    private final Map<String, Tree> fields = new LinkedHashMap<>();

    private Growing(Spot spot) {
        this.spot = spot;
    }

    /** @param cause what the mapping is there for */
    public static Growing from(Tree cause) {
        return new Growing(cause.spot());
    }

    public Growing put(String key, Tree value) {
        fields.put(key, value);
        return this;
    }

    /** A text that stands in the given value, or follows from it. */
    public Growing put(String key, String text, Tree cause) {
        return put(key, text(text, cause));
    }

    /** A text that the mapping's own cause leads to. */
    public Growing put(String key, String text) {
        return put(key, new Tree.Scalar(text, true, spot));
    }

    public Growing put(String key, long number, Tree cause) {
        return put(key, number(number, cause));
    }

    public Growing put(String key, long number) {
        return put(key, new Tree.Scalar(Long.toString(number), false, spot));
    }

    public Growing put(String key, boolean truth) {
        return put(key, new Tree.Scalar(Boolean.toString(truth), false, spot));
    }

    public Growing put(String key, Growing mapping) {
        return put(key, mapping.tree());
    }

    public Growing put(String key, List<? extends Tree> items) {
        return put(key, new Tree.Sequence(List.copyOf(items), spot));
    }

    /** Texts that the mapping's own cause leads to. */
    public Growing texts(String key, List<String> texts) {
        List<Tree> items = new ArrayList<>();
        texts.forEach(text -> items.add(new Tree.Scalar(text, true, spot)));
        return put(key, items);
    }

    public static Tree text(String text, Tree cause) {
        return new Tree.Scalar(text, true, cause.spot());
    }

    public static Tree number(long number, Tree cause) {
        return new Tree.Scalar(Long.toString(number), false, cause.spot());
    }

    public Tree tree() {
        return new Tree.Mapping(new LinkedHashMap<>(fields), spot);
    }
}
