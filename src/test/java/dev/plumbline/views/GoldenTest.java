package dev.plumbline.views;

import dev.plumbline.answers.CheckAnswer;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.MapExamples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every view of every example is drawn as the files under src/test/resources/views have it. */
class GoldenTest {

    private static final Map<String, MapAnswer> EXAMPLES = Map.of(
            "seven-nics", MapExamples.sevenNics(),
            "odd", MapExamples.odd(),
            "hostile", MapExamples.hostile());

    @TestFactory
    Stream<DynamicTest> drawnAsBefore() {
        return EXAMPLES.entrySet().stream()
                .flatMap(example -> views().entrySet().stream()
                        .map(view -> DynamicTest.dynamicTest(
                                example.getKey() + "/" + view.getKey(),
                                () -> Golden.check(
                                        example.getKey(),
                                        view.getKey(),
                                        view.getValue().text(example.getValue())))));
    }

    static Map<String, View<MapAnswer>> views() {
        TableStyle style = new TableStyle(Ink.NONE, true, Optional.of(new ReadSummary(13, 4)));
        TableStyle rows = new TableStyle(Ink.NONE, false, Optional.empty());
        Map<String, View<MapAnswer>> views = new LinkedHashMap<>();
        views.put("table", new TableView(style));
        views.put("table-rows", new TableView(rows));
        views.put("table-ansi", new TableView(new TableStyle(Ink.ANSI, true, Optional.empty())));
        views.put("wide", new WideView(style));
        views.put("trace", new TraceView(style, false));
        views.put("trace-wide", new TraceView(style, true));
        views.put("trace-rows", new TraceView(rows, false));
        views.put("tree", new TreeView(Ink.NONE));
        views.put("name", new NameView());
        views.put("json", new JsonView());
        views.put("yaml", new YamlView());
        views.put("needs", new NeedsView(true));
        views.put("check", (answer, out) -> new CheckView(Ink.NONE, true).draw(checked(answer), out));
        views.put("needs-script", new NeedsScript());
        return views;
    }

    private static CheckAnswer checked(MapAnswer answer) {
        return new CheckAnswer(
                answer.findings(),
                List.of(new CheckAnswer.Passed("link-down", "12 devices")),
                List.of(new CheckAnswer.Open("mtu-narrows", "not every device's MTU was seen", List.of())));
    }
}
