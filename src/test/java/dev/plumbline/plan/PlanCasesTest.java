package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.facts.Fact;
import dev.plumbline.plan.wiring.Wiring;
import dev.plumbline.plan.wiring.Wishes;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case folder of planning; see {@link PlanCase}. {@code -Dgolden.update=true} writes the expected files anew. */
class PlanCasesTest {

    static List<PlanCase> cases() {
        return PlanCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void topologyIsAsExpected(PlanCase one) throws IOException {
        String planned = text(one.facts(), one.options());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(one.expected(), planned);
        }
        assertThat(one.expected())
                .as("run with -Dgolden.update=true, then read what it wrote")
                .exists();
        assertThat(planned).isEqualTo(Files.readString(one.expected()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void factsInAnyOrderGiveTheSame(PlanCase one) {
        List<Fact> facts = new ArrayList<>(one.facts());
        String straight = text(facts, one.options());
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(facts, new Random(seed));
            assertThat(text(facts, one.options())).isEqualTo(straight);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyManifestIsRead(PlanCase one) {
        assertThat(one.blueprint().problems()).isEmpty();
        assertThat(one.blueprint().skipped()).isEmpty();
        assertThat(one.blueprint().objects()).isNotEmpty();
    }

    @Test
    void casesAreThere() {
        assertThat(cases()).hasSizeGreaterThan(12);
    }

    private static String text(List<Fact> facts, PlanOptions options) {
        return PlanText.of(Wiring.of(new Wishes(facts, options)));
    }
}
