package dev.plumbline.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.facts.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case folder of weaving; see {@link WeaveCase}. {@code -Dgolden.update=true} writes the expected files anew. */
class WeaveCasesTest {

    static List<WeaveCase> cases() {
        return WeaveCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void topologyIsAsExpected(WeaveCase one) throws IOException {
        String woven = TopologyText.of(Weaver.weave(one.evidence().facts()).topology());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(one.expected(), woven);
        }
        assertThat(one.expected())
                .as("run with -Dgolden.update=true, then read what it wrote")
                .exists();
        assertThat(woven).isEqualTo(Files.readString(one.expected()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void factsInAnyOrderGiveTheSame(WeaveCase one) {
        List<Fact> facts = new ArrayList<>(one.evidence().facts());
        String straight = TopologyText.of(Weaver.weave(facts).topology());
        Collections.shuffle(facts, new Random(7));
        assertThat(TopologyText.of(Weaver.weave(facts).topology())).isEqualTo(straight);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseGivesSomething(WeaveCase one) {
        assertThat(one.evidence().problems()).isEmpty();
        assertThat(one.evidence().facts()).isNotEmpty();
    }

    @Test
    void casesAreThere() {
        assertThat(cases()).hasSizeGreaterThan(30);
    }
}
