package dev.plumbline.systems.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The words of a line: most of these tools print pairs of key and value. */
record Words(List<String> all) {

    static Words of(String line) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= line.length(); i++) {
            boolean space = i == line.length() || Character.isWhitespace(line.charAt(i));
            if (space && start >= 0) {
                words.add(line.substring(start, i));
                start = -1;
            } else if (!space && start < 0) {
                start = i;
            }
        }
        return new Words(words);
    }

    int size() {
        return all.size();
    }

    boolean has(String word) {
        return all.contains(word);
    }

    /** The word at this place; empty beyond the end. */
    String at(int index) {
        return index >= 0 && index < all.size() ? all.get(index) : "";
    }

    String last() {
        return at(all.size() - 1);
    }

    /** The word after this key; empty where there is none. */
    String after(String key) {
        int index = all.indexOf(key);
        return index < 0 ? "" : at(index + 1);
    }

    /** The same, but only where yet another word follows: the last word of a line may be broken off. */
    String settled(String key) {
        int index = all.indexOf(key);
        return index >= 0 && index + 2 < all.size() ? all.get(index + 1) : "";
    }

    /** Whether the line only marks that something was left out: neighbours on its two sides are none. */
    boolean gap() {
        String first = at(0);
        return first.equals("--")
                || first.startsWith("...")
                || first.startsWith("\u2026")
                || first.startsWith("[")
                || first.startsWith("<");
    }

    Words from(int index) {
        return new Words(index < all.size() ? all.subList(index, all.size()) : List.of());
    }

    /** A whole number that is not negative; empty for anything else. */
    static OptionalInt number(String word) {
        boolean digits = !word.isEmpty() && word.length() <= 10 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            return OptionalInt.empty();
        }
        long value = Long.parseLong(word);
        return value <= Integer.MAX_VALUE ? OptionalInt.of((int) value) : OptionalInt.empty();
    }
}
