package dev.plumbline.answers.proofread;

import dev.plumbline.evidence.Origin;
import java.util.List;

/**
 * A statement of a human's about names on the lines.
 *
 * @param origin the line it stands in
 * @param text the claim itself, as written
 * @param form how its names belong together
 * @param words at least two
 */
public record Claim(Origin origin, String text, Form form, List<Word> words) {

    /** How the names of a claim belong together. */
    public enum Form {
        /** Neighbours, or a whole line, in order. */
        CHAIN,
        /** Two names of one thing. */
        SAME,
        /** A table's row: names of one line in any order. */
        ROW,
        /** The last is what each of the others is on. */
        EACH_ON,
        /** Every veth of a bridge is a virt-launcher's. */
        VETHS
    }

    public Claim {
        words = List.copyOf(words);
    }
}
