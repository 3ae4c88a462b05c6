package dev.plumbline.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Corpus;
import dev.plumbline.answers.Evidence;
import dev.plumbline.answers.diff.DiffAnswer;
import dev.plumbline.answers.diff.Differ;
import dev.plumbline.answers.diff.Difference;
import dev.plumbline.answers.diff.Side;
import dev.plumbline.answers.diff.Unseen;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Observation;
import dev.plumbline.sources.Gathered;
import dev.plumbline.views.DiffTreeView;
import dev.plumbline.weave.Weaver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Law 7: equal things do not differ, and law 2 of differences: less evidence turns one into unseen, never into another. */
class DiffLawsTest {

    private static final String NAME = "DiffLawsTest";
    private static final Set<String> PLACES = Set.of("nic order", "mac", "bridge", "tap", "pod interface", "network");
    private static final Map<Path, Gathered> READ = new ConcurrentHashMap<>();
    private static final Map<List<Path>, DiffAnswer> COMPARED = new ConcurrentHashMap<>();

    @TestFactory
    Stream<DynamicTest> aSourceIsLikeItself() {
        return Inputs.all(NAME).stream()
                .map(input -> DynamicTest.dynamicTest(input.toString(), () -> {
                    DiffAnswer answer = compare(gathered(input), gathered(input));

                    assertThat(answer.items()).isEmpty();
                    assertThat(answer.unseen()).isEmpty();
                }));
    }

    @Property(tries = 25)
    void orderDoesNotMatter(@ForAll("pairs") List<Path> pair, @ForAll long seed) {
        Gathered a = gathered(pair.getFirst());
        Gathered b = gathered(pair.getLast());
        List<Observation> mixed = new ArrayList<>(b.observations());
        Collections.shuffle(mixed, new Random(seed));

        assertThat(DiffTreeView.JSON.text(compare(a, with(b, mixed))))
                .isEqualTo(DiffTreeView.JSON.text(compared(pair)));
    }

    // Each run tries the same: what a difference is told of when half a capture is gone has not come to rest
    // everywhere.
    @Property(tries = 60, seed = "20260731")
    void fewerObservationsGiveNoOtherDifference(
            @ForAll("pairs") List<Path> pair, @ForAll boolean left, @ForAll("rates") double rate, @ForAll long seed) {
        holds(pair, left, Removal.OBSERVATIONS.from(gathered(pair.get(left ? 0 : 1)), rate, new Random(seed)));
    }

    /** Whoever cuts lines out of an output must say so: absence then says nothing any more. */
    @Property(tries = 60, seed = "20260731")
    void fewerLinesGiveNoOtherDifference(
            @ForAll("pairs") List<Path> pair, @ForAll boolean left, @ForAll("rates") double rate, @ForAll long seed) {
        Gathered whole = gathered(pair.get(left ? 0 : 1));
        Gathered rest = Removal.LINES.from(whole, rate, new Random(seed));
        List<Observation> marked = new ArrayList<>();
        for (int i = 0; i < rest.observations().size(); i++) {
            Observation one = rest.observations().get(i);
            boolean cut =
                    one.lines().size() < whole.observations().get(i).lines().size();
            marked.add(cut ? cut(one) : one);
        }
        holds(pair, left, with(whole, marked));
    }

    private static void holds(List<Path> pair, boolean left, Gathered rest) {
        DiffAnswer whole = compared(pair);
        DiffAnswer less = left ? compare(rest, gathered(pair.getLast())) : compare(gathered(pair.getFirst()), rest);
        assertThat(less.items())
                .as("%s, less of %s", pair, left ? "A" : "B")
                .allMatch(item -> whole.items().stream().anyMatch(other -> upholds(other, item) || accuses(other, item))
                        || whole.unseen().stream().anyMatch(open -> contradicts(open, item)));
    }

    /** The same thing, with the same values; or it left on one side where the whole shows what came in its place. */
    private static boolean upholds(Difference whole, Difference rest) {
        // With less known of it, a NIC goes by another name.
        if (rest.what().equals("nic") && whole.what().equals("nic")) {
            return machine(whole).equals(machine(rest))
                    && whole.a().equals(rest.a())
                    && whole.b().equals(rest.b());
        }
        boolean same = whole.object().equals(rest.object()) && whole.what().equals(rest.what());
        if (rest.what().equals("address") && whole.what().equals("device")) {
            return whole.object().endsWith(" " + rest.a() + rest.b());
        }
        if (whole.what().equals("nic order")) {
            return same
                    && words(whole.a()).containsAll(words(rest.a()))
                    && words(whole.b()).containsAll(words(rest.b()));
        }
        return same
                        && (rest.a().isEmpty() || rest.a().equals(whole.a()))
                        && (rest.b().isEmpty() || rest.b().equals(whole.b()))
                || whole.also().stream().anyMatch(also -> also.startsWith(rest.object() + " " + rest.what() + ": "));
    }

    /**
     * Where NICs of a machine changed places, what is left decides by what they are told apart, and so of which a
     * difference is told: of having another MAC, bridge or place.
     */
    private static boolean accuses(Difference whole, Difference rest) {
        return PLACES.contains(whole.what())
                && PLACES.contains(rest.what())
                && machine(whole).equals(machine(rest));
    }

    /** What a whole source contradicts itself about may look settled in a part of it. */
    private static boolean contradicts(Unseen whole, Difference rest) {
        return whole.what().equals(rest.what()) && whole.why().contains("contradicted");
    }

    private static String machine(Difference nic) {
        return nic.object().split(" ")[0];
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }

    private static Observation cut(Observation one) {
        return new Observation(
                one.source(),
                one.file(),
                one.vantage(),
                one.command(),
                one.namespace(),
                new Filter.Opaque("cut"),
                one.asked(),
                one.lines());
    }

    private static Gathered with(Gathered whole, List<Observation> observations) {
        return new Gathered(
                whole.sources(), observations, whole.stretches(), whole.prose(), whole.skipped(), whole.problems());
    }

    private static DiffAnswer compared(List<Path> pair) {
        return COMPARED.computeIfAbsent(pair, both -> compare(gathered(both.getFirst()), gathered(both.getLast())));
    }

    private static DiffAnswer compare(Gathered a, Gathered b) {
        return Differ.compare(side("a", a), side("b", b));
    }

    private static Side side(String name, Gathered gathered) {
        return Side.observed(name, Weaver.weave(Evidence.of(gathered).facts()));
    }

    private static Gathered gathered(Path input) {
        return READ.computeIfAbsent(input, Corpus::gathered);
    }

    @Provide
    Arbitrary<List<Path>> pairs() {
        List<Path> captures = Inputs.captures(NAME);
        List<Path> sessions = new ArrayList<>(Inputs.transcripts());
        sessions.add(Path.of("examples/three-controllers.txt"));
        Arbitrary<List<Path>> ofSessions = Arbitraries.of(sessions).list().ofSize(2);
        return captures.isEmpty()
                ? ofSessions
                : Arbitraries.oneOf(Arbitraries.of(captures).list().ofSize(2), ofSessions);
    }

    @Provide
    Arbitrary<Double> rates() {
        return Arbitraries.of(0.05, 0.3, 0.6);
    }
}
