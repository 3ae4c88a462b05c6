package dev.plumbline.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Corpus;
import dev.plumbline.answers.Evidence;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.sources.Gathered;
import dev.plumbline.sources.transcript.TranscriptReader;
import dev.plumbline.weave.Verdicts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Law 2: less evidence never proves more. Whatever is taken away, each step proven from the rest is proven by the whole,
 * unless the whole contradicts it.
 */
class LessNeverProvesMoreTest {

    private static final String NAME = "LessNeverProvesMoreTest";
    private static final Map<Path, Whole> READ = new ConcurrentHashMap<>();

    /** An input read once. */
    private record Whole(Gathered gathered, Verdicts verdicts) {}

    @Property(tries = 400)
    void ofTranscripts(
            @ForAll("transcripts") Path input,
            @ForAll Removal removal,
            @ForAll("rates") double rate,
            @ForAll long seed) {
        holds(input, removal.from(whole(input).gathered(), rate, new Random(seed)));
    }

    @Property(tries = 300)
    void ofTheirTexts(@ForAll("transcripts") Path input, @ForAll("rates") double rate, @ForAll long seed) {
        Random random = new Random(seed);
        Set<Integer> outputs = whole(input).gathered().observations().stream()
                .filter(one -> !Removal.isNested(one))
                .flatMap(one -> one.lines().stream())
                .map(Line::number)
                .filter(_ -> random.nextDouble() < rate)
                .collect(Collectors.toSet());
        List<String> lines = lines(input);
        List<String> left = IntStream.range(0, lines.size())
                .filter(i -> !outputs.contains(i + 1))
                .mapToObj(lines::get)
                .toList();
        holds(input, TranscriptReader.read(input.toString(), left, List.of()));
    }

    @Property(tries = 40)
    void ofCaptures(
            @ForAll("captures") Path input, @ForAll Removal removal, @ForAll("rates") double rate, @ForAll long seed) {
        holds(input, removal.from(whole(input).gathered(), rate, new Random(seed)));
    }

    private static void holds(Path input, Gathered rest) {
        Verdicts whole = whole(input).verdicts();
        Verdicts less = Verdicts.of(Evidence.of(rest).facts());
        assertThat(less.proven())
                .as(
                        "proven from less than %s: %s lines left",
                        input,
                        rest.observations().stream()
                                .map(Observation::lines)
                                .mapToInt(List::size)
                                .sum())
                .allMatch(whole::upholds, "upheld by the whole");
    }

    private static Whole whole(Path input) {
        return READ.computeIfAbsent(input, path -> {
            Gathered gathered = Corpus.gathered(path);
            return new Whole(gathered, Verdicts.of(Evidence.of(gathered).facts()));
        });
    }

    private static List<String> lines(Path input) {
        try {
            return Files.readString(input, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<Path> transcripts() {
        return Arbitraries.of(Inputs.transcripts());
    }

    /** Where there is no corpus, the example stands in. */
    @Provide
    Arbitrary<Path> captures() {
        List<Path> captures = Inputs.captures(NAME);
        return Arbitraries.of(captures.isEmpty() ? Inputs.transcripts() : captures);
    }

    @Provide
    Arbitrary<Double> rates() {
        return Arbitraries.of(0.05, 0.3, 0.6);
    }
}
