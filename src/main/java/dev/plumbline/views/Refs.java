package dev.plumbline.views;

import dev.plumbline.evidence.Origin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Short references to evidence: {@code L103} where one source is read, {@code a.txt:103} where there are several.
 *
 * @param oneSource whether a line alone says where
 */
record Refs(boolean oneSource) {

    /** The most references in one cell; the rest is counted. */
    static final int LIMIT = 4;

    String of(Origin origin) {
        String brief = origin.brief();
        if (oneSource || origin.source().isEmpty()) {
            return brief;
        }
        if (!origin.file().isEmpty() || origin.line() == 0) {
            return origin.source() + "/" + brief;
        }
        return origin.source() + ":" + brief.substring(1);
    }

    /** Each once, with a space between. */
    String of(List<Origin> origins) {
        Set<String> all = new LinkedHashSet<>();
        origins.stream().map(this::of).filter(ref -> !ref.isEmpty()).forEach(all::add);
        List<String> shown = new ArrayList<>(all.stream().limit(LIMIT).toList());
        if (all.size() > LIMIT) {
            shown.add("+" + (all.size() - LIMIT));
        }
        return String.join(" ", shown);
    }
}
