package dev.plumbline.answers.reach;

import java.util.Locale;

/** What becomes of a ping. */
public enum Outcome {
    /** It is answered. */
    ARRIVES,
    /** It, or its answer, is lost for a known reason. */
    DIES,
    /** Two claim one MAC or one address, or frames go round: whether it is answered changes from moment to moment. */
    UNSTABLE,
    /** It goes out of a NIC beyond which nothing is seen, or into the cluster's network. */
    LEAVES,
    /** Evidence is missing on the way. */
    UNKNOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
