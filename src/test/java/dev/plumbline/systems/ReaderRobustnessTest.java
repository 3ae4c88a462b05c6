package dev.plumbline.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any bytes: every reader ends soon, throws nothing, and quotes only what the input holds. */
class ReaderRobustnessTest {

    private static final List<ReaderCase> CASES = ReaderCase.all();

    /** A case and what becomes of its bytes: cut at a place, some overwritten. */
    record Spoilt(ReaderCase origin, double cut, List<Double> places, List<Byte> bytes) {
        String input() {
            byte[] whole = origin.input().getBytes(StandardCharsets.UTF_8);
            byte[] input = Arrays.copyOf(whole, (int) Math.round(whole.length * cut));
            for (int i = 0; i < places.size() && i < bytes.size() && input.length > 0; i++) {
                input[(int) ((input.length - 1) * places.get(i))] = bytes.get(i);
            }
            return new String(input, StandardCharsets.UTF_8);
        }
    }

    @Provide
    Arbitrary<Spoilt> spoilt() {
        Arbitrary<Double> places = Arbitraries.doubles().between(0, 1);
        Arbitrary<Byte> bytes =
                Arbitraries.oneOf(Arbitraries.bytes(), Arbitraries.of((byte) '\n', (byte) ' ', (byte) ':', (byte) '"'));
        return Combinators.combine(
                        Arbitraries.of(CASES),
                        places,
                        places.list().ofMaxSize(6),
                        bytes.list().ofMaxSize(6))
                .as(Spoilt::new);
    }

    @Property(tries = 3000)
    void spoiltInputIsReadAsFarAsItGoes(@ForAll("spoilt") Spoilt spoilt) {
        Observation observation = spoilt.origin().observation(spoilt.input());
        Reader reader = AllReaders.named(spoilt.origin().readerId());
        assertTimeout(Duration.ofSeconds(2), () -> quotesOnlyItsInput(observation, reader.read(observation)));
    }

    private static void quotesOnlyItsInput(Observation observation, Reading reading) {
        for (Fact fact : reading.facts()) {
            Origin origin = fact.origin();
            boolean asked = origin.line() == observation.asked().number();
            String line = asked
                    ? observation.asked().text()
                    : observation.lines().get(origin.line() - 2).text();
            assertThat(line).contains(origin.text());
        }
    }

    @Property(tries = 500)
    void anotherCasesInputIsReadToo(@ForAll("spoilt") Spoilt spoilt, @ForAll("spoilt") Spoilt other) {
        Observation observation = spoilt.origin().observation(other.input());
        Reader reader = AllReaders.named(spoilt.origin().readerId());
        quotesOnlyItsInput(observation, reader.read(observation));
    }

    @Property(tries = 20)
    void longInputIsReadInTimeThatGrowsWithIt(@ForAll("spoilt") Spoilt spoilt) {
        String input = spoilt.input();
        String repeated = input.isEmpty() ? "" : (input + "\n").repeat(Math.max(1, 400_000 / (input.length() + 1)));
        Observation observation = spoilt.origin().observation(repeated);
        Reader reader = AllReaders.named(spoilt.origin().readerId());
        assertTimeout(Duration.ofSeconds(5), () -> reader.read(observation));
    }
}
