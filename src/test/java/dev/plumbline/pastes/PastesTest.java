package dev.plumbline.pastes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Corpus;
import java.nio.file.Path;
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

    private static final int PASTES = Integer.getInteger("plumbline.pastes", 30);
    private static final long SEED = Long.getLong("plumbline.pastes.seed", 1);

    static Stream<Path> scenarios() {
        return Stream.concat(Stream.of(Path.of("src/test/resources/captures/two-vms")), Corpus.scenarios().stream())
                .filter(path -> path.resolve("truth.json").toFile().exists());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void provesNothingUntrueAndMostOfWhatWasShown(Path scenario) {
        Capture capture = Capture.of(scenario);
        Map<String, Share> shares = new TreeMap<>();
        for (long seed = SEED; seed < SEED + PASTES; seed++) {
            Paste paste = PasteWriter.write(capture, seed);
            Reckoning reckoning = Reckoning.of(paste, capture.truth());
            assertThat(reckoning.wrong())
                    .as("proven and untrue in this paste:\n%s", paste)
                    .isEmpty();
            reckoning.shares().forEach((kind, share) -> shares.merge(kind, share, Share::and));
        }
        assertThat(shares)
                .containsKeys("guest-nic>tap", "tap>k6t-bridge", "pod-veth>node-veth", "node-bridge>node-nic");
        assertThat(shares).allSatisfy((_, share) -> assertThat(share.shown()).isPositive());
        Share all = shares.values().stream().reduce(new Share(0, 0), Share::and);
        assertThat(all.proven()).as("%s of %s", all, shares).isGreaterThanOrEqualTo((int) (all.shown() * 0.97));
    }
}
