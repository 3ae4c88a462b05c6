package dev.plumbline.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.MapExamples;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** No view lets a name from input drive the terminal, start a line, or turn the text around. */
class HarmlessTest {

    @TestFactory
    Stream<DynamicTest> hostileNamesAreTamed() {
        return GoldenTest.views().entrySet().stream()
                .filter(view -> !view.getKey().equals("table-ansi"))
                .map(view -> DynamicTest.dynamicTest(view.getKey(), () -> {
                    String drawn = view.getValue().text(MapExamples.hostile());
                    assertThat(drawn.lines()).allMatch(HarmlessTest::harmless);
                    assertThat(drawn).doesNotContain("\nnic9 fake");
                }));
    }

    @TestFactory
    Stream<DynamicTest> colourAddsNothingButColour() {
        TableStyle plain = TableStyle.plain();
        TableStyle ansi = new TableStyle(Ink.ANSI, true, plain.read());
        Map<String, String> pairs = Map.of(
                new TableView(plain).text(MapExamples.odd()), new TableView(ansi).text(MapExamples.odd()),
                new TraceView(plain, true).text(MapExamples.odd()), new TraceView(ansi, true).text(MapExamples.odd()),
                new TreeView(Ink.NONE).text(MapExamples.odd()), new TreeView(Ink.ANSI).text(MapExamples.odd()));
        return pairs.entrySet().stream()
                .map(pair -> DynamicTest.dynamicTest(
                        pair.getKey().substring(0, 10),
                        () -> assertThat(pair.getValue().replaceAll("\u001b\\[\\d+m", ""))
                                .isEqualTo(pair.getKey())));
    }

    @Property
    void anyTextBecomesOneHarmlessLineOfTheSameLength(@ForAll String text) {
        String clean = Clean.line(text);
        assertThat(harmless(clean)).isTrue();
        assertThat(clean.codePoints().count()).isEqualTo(text.codePoints().count());
    }

    @Property
    void anyTextIsHarmlessAndWholeInJson(@ForAll String text) throws Exception {
        StringBuilder out = new StringBuilder();
        Notation.JSON.write(out, generator -> generator.writeString(text));
        assertThat(harmless(out.toString().strip())).isTrue();
        assertThat(new JsonMapper().readTree(out.toString()).stringValue()).isEqualTo(text);
    }

    private static boolean harmless(String line) {
        return line.codePoints().noneMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
    }
}
