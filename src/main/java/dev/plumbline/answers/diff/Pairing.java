package dev.plumbline.answers.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntBiFunction;

/**
 * Which things of both sides are the same one.
 *
 * @param pairs by the left side's order
 * @param onlyA things of the left side that have no partner
 * @param onlyB things of the right side that have no partner
 */
record Pairing<T>(List<Pair<T>> pairs, List<T> onlyA, List<T> onlyB) {

    record Pair<T>(T a, T b) {}

    private record Match(int a, int b, int score) {}

    /** @param likeness what speaks for two things being the same one; none below 1 */
    static <T> Pairing<T> of(List<T> left, List<T> right, ToIntBiFunction<T, T> likeness) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                int score = likeness.applyAsInt(left.get(i), right.get(j));
                if (score > 0) {
                    matches.add(new Match(i, j, score));
                }
            }
        }
        matches.sort(Comparator.comparingInt(Match::score)
                .reversed()
                .thenComparingInt(Match::a)
                .thenComparingInt(Match::b));
        Set<Integer> takenA = new HashSet<>();
        Set<Integer> takenB = new HashSet<>();
        List<Match> chosen = new ArrayList<>();
        for (Match match : matches) {
            if (!takenA.contains(match.a()) && !takenB.contains(match.b())) {
                takenA.add(match.a());
                takenB.add(match.b());
                chosen.add(match);
            }
        }
        chosen.sort(Comparator.comparingInt(Match::a));
        List<T> onlyA = new ArrayList<>();
        List<T> onlyB = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            if (!takenA.contains(i)) {
                onlyA.add(left.get(i));
            }
        }
        for (int j = 0; j < right.size(); j++) {
            if (!takenB.contains(j)) {
                onlyB.add(right.get(j));
            }
        }
        return new Pairing<>(
                chosen.stream()
                        .map(match -> new Pair<>(left.get(match.a()), right.get(match.b())))
                        .toList(),
                onlyA,
                onlyB);
    }

    /** Whether two known values differ. */
    static <V> boolean conflict(Optional<V> a, Optional<V> b) {
        return a.isPresent() && b.isPresent() && !a.equals(b);
    }

    static <V> boolean agree(Optional<V> a, Optional<V> b) {
        return a.isPresent() && a.equals(b);
    }
}
