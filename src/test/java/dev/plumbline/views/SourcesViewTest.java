package dev.plumbline.views;

import dev.plumbline.answers.SourcesAnswer;
import dev.plumbline.answers.SourcesExample;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SourcesViewTest {

    @TestFactory
    Stream<DynamicTest> drawnAsBefore() {
        TableStyle rows = new TableStyle(Ink.NONE, false, Optional.empty());
        Map<String, View<SourcesAnswer>> views = Map.of(
                "table", new SourcesView(TableStyle.plain(), false),
                "wide", new SourcesView(TableStyle.plain(), true),
                "rows", new SourcesView(rows, false),
                "json", SourcesTreeView.JSON,
                "yaml", SourcesTreeView.YAML);
        return views.entrySet().stream()
                .map(view -> DynamicTest.dynamicTest(
                        view.getKey(),
                        () -> Golden.check(
                                "sources", view.getKey(), view.getValue().text(SourcesExample.answer()))));
    }
}
