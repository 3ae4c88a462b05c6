package dev.plumbline.answers;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a person may have meant: the names nearest to a mistyped one. */
public final class NearNames {

    /** The most names that are offered. */
    public static final int LIMIT = 8;

    /** Longer words are compared by this much of them, so that the work for a name is bounded. */
    private static final int COMPARED = 64;

    private NearNames() {}

    /** The nearest names, nearest first; where none is near, the first of all in their order. */
    public static List<String> of(String typed, Collection<String> names) {
        String wanted = cut(typed);
        int bound = Math.max(2, wanted.length() / 3);
        record Rated(String name, int distance) {}
        List<String> near = names.stream()
                .distinct()
                .map(name -> new Rated(name, rate(wanted, cut(name))))
                .filter(rated -> rated.distance() <= bound)
                .sorted(Comparator.comparingInt(Rated::distance).thenComparing(Rated::name))
                .limit(LIMIT)
                .map(Rated::name)
                .toList();
        return near.isEmpty() ? names.stream().distinct().limit(LIMIT).toList() : near;
    }

    private static int rate(String wanted, String name) {
        return !wanted.isEmpty() && name.contains(wanted) ? 1 : distance(wanted, name);
    }

    private static String cut(String text) {
        return (text.length() > COMPARED ? text.substring(0, COMPARED) : text).toLowerCase(Locale.ROOT);
    }

    /** How many letters stand between two names, by Levenshtein's distance of their first {@value #COMPARED} letters. */
    public static int apart(String one, String other) {
        return distance(cut(one), cut(other));
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
