package dev.plumbline.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.lab.Ground;
import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.LabException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After heal the kernel tells of every place what it told before break. */
class ExactHealingTest {

    @TempDir
    static Path folder;

    private static BrokenLab lab;
    private static Map<String, List<String>> healthy;

    @BeforeAll
    static void up() throws Exception {
        Ground.forLabs();
        lab = BrokenLab.up(folder);
        healthy = KernelView.of(lab.labs(), BrokenLab.NAME);
    }

    @AfterAll
    static void down() {
        if (lab != null) {
            lab.down();
        }
    }

    static List<String> faults() {
        return Catalogue.all().stream().map(Fault::name).toList();
    }

    private static void assertHealthy() throws LabException {
        assertThat(lab.faults().active()).isEmpty();
        Map<String, List<String>> now = KernelView.of(lab.labs(), BrokenLab.NAME);
        assertThat(KernelView.between(healthy, now)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void one(String name) throws Exception {
        Fault fault = Catalogue.named(name).orElseThrow();
        try {
            lab.faults().make(fault, "");
        } catch (LabException refused) {
            assertHealthy();
            assumeTrue(false, refused.says());
        }
        assertThat(KernelView.of(lab.labs(), BrokenLab.NAME)).isNotEqualTo(healthy);
        assertThat(lab.faults().heal()).hasSize(1);
        assertHealthy();
    }

    /** A kill in the middle: what was is written down, and some of what was to be done is done. */
    @ParameterizedTest
    @MethodSource("faults")
    void half_made(String name) throws Exception {
        Fault fault = Catalogue.named(name).orElseThrow();
        Anchor anchor = lab.labs().standing(BrokenLab.NAME);
        Sight sight = new Sight(anchor, lab.labs().status(BrokenLab.NAME).description());
        List<Spot> spots;
        try {
            spots = fault.places().in(sight);
        } catch (LabException refused) {
            spots = List.of();
        }
        assumeTrue(!spots.isEmpty(), name + " is not for this kernel");
        Change change = fault.harm().at(sight, spots.getLast());
        new Ledger(lab.labs().faults(BrokenLab.NAME))
                .write(List.of(new Ledger.Entry(name, spots.getLast(), change.before())));
        Act.all(anchor, change.acts().subList(0, change.acts().size() / 2));
        assertThat(lab.faults().heal()).hasSize(1);
        assertHealthy();
    }

    /** Wherever they come to stand; what one has made impossible for the next is refused. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void three_at_once(long seed) throws Exception {
        Random chance = new Random(seed);
        List<Fault> shuffled = new ArrayList<>(Catalogue.all());
        Collections.shuffle(shuffled, chance);
        int made = 0;
        for (Fault fault : shuffled) {
            try {
                lab.faults().make(fault, chance.nextBoolean() ? "" : "controller-1");
                made++;
            } catch (LabException refused) {
                assertThat(refused.says()).startsWith(fault.name()).doesNotContain("\n");
            }
            if (made == 3) {
                break;
            }
        }
        assertThat(lab.faults().active()).hasSize(3);
        if (chance.nextBoolean()) {
            // The oldest first: those above it are taken off and made again.
            lab.faults().heal(lab.faults().active().getFirst().fault(), "");
            assertThat(lab.faults().active()).hasSize(2);
        }
        lab.faults().heal();
        assertHealthy();
    }
}
