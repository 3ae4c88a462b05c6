package dev.plumbline.pastes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is left to chance in a paste; one seed gives one paste. */
final class Choices {

    private final Random random;

    Choices(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From 0 to below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T of(T... values) {
        return values[random.nextInt(values.length)];
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> List<T> shuffled(List<T> values) {
        List<T> copy = new ArrayList<>(values);
        Collections.shuffle(copy, random);
        return copy;
    }
}
