package dev.plumbline.pastes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Corpus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each capture as many pastes, seeded: no map of one proves a step that is not true. {@code -Dplumbline.pastes} is the
 * number for a capture, {@code -Dplumbline.pastes.seed} the first seed.
 */
class PastesTest {

    private static final int PASTES = Integer.getInteger("plumbline.pastes", 40);
    private static final long SEED = Long.getLong("plumbline.pastes.seed", 1);

    static Stream<Path> scenarios() {
        return Stream.concat(Stream.of(Path.of("src/test/resources/captures/two-vms")), Corpus.scenarios().stream())
                .filter(path -> path.resolve("truth.json").toFile().exists());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void provesNothingUntrueAndMostOfWhatWasShown(Path scenario) {
        Capture capture = Capture.of(scenario);
        Map<String, int[]> shares = new TreeMap<>();
        int pairs = 0;
        for (long seed = SEED; seed < SEED + PASTES; seed++) {
            Paste paste = PasteWriter.write(capture, seed);
            Reckoning reckoning = Reckoning.of(paste, capture.truth());
            assertThat(reckoning.wrong()).as("wrong proofs from this paste:\n%s", paste).isEmpty();
            pairs += reckoning.proven();
            reckoning.shares().forEach((kind, share) -> {
                int[] sum = shares.computeIfAbsent(kind, _ -> new int[2]);
                sum[0] += share[0];
                sum[1] += share[1];
            });
            if (Boolean.getBoolean("plumbline.pastes.show") && !reckoning.missed().isEmpty()) {
                System.out.println("MISSED " + capture.name() + " seed " + seed + " " + reckoning.missed());
            }
        }
        System.out.println(capture.name() + ": " + PASTES + " pastes, " + pairs + " proven steps");
        shares.forEach((kind, share) -> System.out.println("  " + kind + " " + share[0] + "/" + share[1]));
        assertThat(pairs).isPositive();
    }
}
