package dev.plumbline.lab.ground;

import dev.plumbline.evidence.Origin;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One command of iproute2, without the program's name.
 *
 * @param words {@code link add dev net1 type bridge}: plain words, for a batch knows quotes, comments and continuations
 * @param cause the line of a manifest that asks for it; empty where the lab's own make does
 */
public record Operation(List<String> words, Optional<Origin> cause) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9+][A-Za-z0-9_.:/@%+-]{0,127}");

    public Operation {
        words = List.copyOf(words);
        for (String word : words) {
            if (!PLAIN.matcher(word).matches()) {
                throw new IllegalArgumentException("not a plain word: " + word);
            }
        }
    }

    /** @param line words between single spaces */
    public static Operation of(String line) {
        return new Operation(List.of(line.split(" ", -1)), Optional.empty());
    }

    public static boolean isPlain(String word) {
        return PLAIN.matcher(word).matches();
    }

    public String line() {
        return String.join(" ", words);
    }
}
