package dev.plumbline.answers.proofread;

import java.util.Set;

/**
 * A name in a claim.
 *
 * @param text as it stands in the line
 * @param column 0-based place in the line's text
 * @param sorts what the place in the sentence or the table's head says it is; empty where nothing says so
 */
public record Word(String text, int column, Set<Sort> sorts) {

    public Word {
        sorts = Set.copyOf(sorts);
    }

    static Word of(String text, int column) {
        return new Word(text, column, Set.of());
    }
}
