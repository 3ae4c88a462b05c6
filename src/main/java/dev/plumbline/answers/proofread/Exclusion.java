package dev.plumbline.answers.proofread;

import dev.plumbline.evidence.Origin;
import java.util.List;

/**
 * Proof that a claim about two names is wrong in one reading.
 *
 * @param of the name whose proven neighbour is another
 * @param says what is true instead
 * @param instead the proven neighbours that stand in the other name's place, each once; empty where none is to be named
 */
record Exclusion(Named of, String says, List<String> instead, List<Origin> evidence) {}
