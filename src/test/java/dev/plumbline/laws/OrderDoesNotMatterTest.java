package dev.plumbline.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Corpus;
import dev.plumbline.sources.Gathered;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Law 5: the same observations, origins included, in any order, give the same bytes. */
class OrderDoesNotMatterTest {

    private static final Map<Path, String> STRAIGHT = new ConcurrentHashMap<>();

    @Property(tries = 150)
    void ofObservations(@ForAll("inputs") Path input, @ForAll long seed) {
        Gathered gathered = Corpus.gathered(input);
        Gathered shuffled = new Gathered(
                gathered.sources(),
                shuffled(gathered.observations(), seed),
                gathered.stretches(),
                gathered.prose(),
                gathered.skipped(),
                gathered.problems());

        assertThat(Answers.topology(shuffled)).isEqualTo(straight(input));
    }

    @Property(tries = 60)
    void ofSources(@ForAll("pairs") List<Path> pair) {
        Gathered one = Corpus.gathered(pair.get(0));
        Gathered other = Corpus.gathered(pair.get(1));

        assertThat(Answers.topology(one.and(other))).isEqualTo(Answers.topology(other.and(one)));
    }

    private static String straight(Path input) {
        return STRAIGHT.computeIfAbsent(input, path -> Answers.topology(Corpus.gathered(path)));
    }

    private static <T> List<T> shuffled(List<T> list, long seed) {
        List<T> mixed = new ArrayList<>(list);
        Collections.shuffle(mixed, new Random(seed));
        return mixed;
    }

    @Provide
    Arbitrary<Path> inputs() {
        return Arbitraries.of(Inputs.all("OrderDoesNotMatterTest"));
    }

    @Provide
    Arbitrary<List<Path>> pairs() {
        return Arbitraries.of(Inputs.transcripts()).list().ofSize(2).uniqueElements();
    }
}
