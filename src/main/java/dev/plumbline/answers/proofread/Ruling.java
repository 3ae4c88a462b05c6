package dev.plumbline.answers.proofread;

import dev.plumbline.evidence.Origin;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the evidence says to a claim.
 *
 * @param says why, in a few words; the truth where it is wrong
 * @param evidence sorted; for a wrong claim what proves the contrary
 * @param corrections names to replace, in the order of the line
 */
public record Ruling(Truth truth, String says, List<Origin> evidence, List<Correction> corrections) {

    /** In the order of gravity, gravest last. */
    public enum Truth {
        TRUE,
        UNPROVEN,
        WRONG;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param word the wrong name @param right what the evidence shows instead */
    public record Correction(Word word, String right) {}

    public Ruling {
        evidence = List.copyOf(new TreeSet<>(evidence));
        corrections = List.copyOf(corrections);
    }

    static Ruling holds(String says, List<Origin> evidence) {
        return new Ruling(Truth.TRUE, says, evidence, List.of());
    }

    static Ruling open(String says, List<Origin> evidence) {
        return new Ruling(Truth.UNPROVEN, says, evidence, List.of());
    }

    boolean is(Truth other) {
        return truth == other;
    }

    Ruling uncorrected() {
        return new Ruling(truth, says, evidence, List.of());
    }

    /** With the corrections of one word only. */
    Ruling correctedAt(Word word) {
        return corrected(
                corrections.stream().filter(one -> one.word().equals(word)).toList());
    }

    Ruling corrected(List<Correction> chosen) {
        return new Ruling(truth, says, evidence, chosen);
    }

    /** Both must hold: the graver says so. */
    Ruling and(Ruling other) {
        if (truth != other.truth) {
            return truth.compareTo(other.truth) > 0 ? this : other;
        }
        String both = says.isEmpty() || says.equals(other.says)
                ? other.says
                : other.says.isEmpty() ? says : says + "; " + other.says;
        return new Ruling(
                truth,
                both,
                Stream.concat(evidence.stream(), other.evidence.stream()).toList(),
                Stream.concat(corrections.stream(), other.corrections.stream())
                        .distinct()
                        .toList());
    }
}
