package dev.plumbline.sources.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a program's options off its words, as getopt does. */
final class Words {

    private final List<String> words;
    private final Set<String> takeValue;
    private int at;
    private String pending = "";

    /**
     * @param words without the program
     * @param takeValue options that have a value of their own: {@code -n}, {@code --namespace}
     */
    Words(List<String> words, Set<String> takeValue) {
        this.words = words;
        this.takeValue = takeValue;
    }

    /** @param value empty where the option has none */
    record Option(String name, String value) {}

    /** The next option, if an option is next; {@code --} is none. */
    Optional<Option> option() {
        if (!pending.isEmpty()) {
            String flags = pending;
            pending = "";
            return Optional.of(flag(flags));
        }
        if (at >= words.size()) {
            return Optional.empty();
        }
        String word = words.get(at);
        if (!word.startsWith("-") || word.equals("-") || word.equals("--")) {
            return Optional.empty();
        }
        at++;
        int equals = word.indexOf('=');
        if (word.startsWith("--")) {
            if (equals > 0) {
                return Optional.of(new Option(word.substring(0, equals), word.substring(equals + 1)));
            }
            return Optional.of(new Option(word, takeValue.contains(word) ? next() : ""));
        }
        return Optional.of(flag(word.substring(1)));
    }

    /** {@code -tip 22}: flags in one word, one by one; one that takes a value takes the rest, or the next word. */
    private Option flag(String flags) {
        String name = "-" + flags.charAt(0);
        String glued = flags.substring(1);
        if (takeValue.contains(name)) {
            return new Option(name, glued.isEmpty() ? next() : glued.startsWith("=") ? glued.substring(1) : glued);
        }
        pending = glued;
        return new Option(name, "");
    }

    /** The next word whatever it is; empty at the end. */
    String next() {
        return at < words.size() ? words.get(at++) : "";
    }

    boolean more() {
        return at < words.size() || !pending.isEmpty();
    }

    boolean nextIs(String word) {
        return at < words.size() && words.get(at).equals(word);
    }

    List<String> rest() {
        return new ArrayList<>(words.subList(Math.min(at, words.size()), words.size()));
    }

    /** Whether only the shell knew what this word was. */
    static boolean unsure(String word) {
        return word.indexOf('$') >= 0 || word.indexOf('`') >= 0 || word.indexOf('*') >= 0 || word.isBlank();
    }
}
