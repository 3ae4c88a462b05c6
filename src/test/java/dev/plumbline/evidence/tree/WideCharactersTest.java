package dev.plumbline.evidence.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Line;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The YAML parser reads in portions of some thousand characters. */
class WideCharactersTest {

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "😀", "x😀", "xx😀é"})
    void areReadAcrossEveryPortionsEnd(String piece) {
        for (int before = 1000; before < 1060; before++) {
            String value = "y".repeat(before) + piece.repeat(1000);
            Document document = new TreeParser("s", "f").yaml(List.of(new Line(1, "a: " + value)));
            assertThat(document.problem()).isEmpty();
            assertThat(document.root().at("a").text()).isEqualTo(value);
        }
    }
}
