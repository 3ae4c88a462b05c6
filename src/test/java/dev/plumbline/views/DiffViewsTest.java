package dev.plumbline.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.DiffExample;
import dev.plumbline.answers.diff.DiffAnswer;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code diff} draws, and that what it draws for machines has the form that they expect. */
class DiffViewsTest {

    private static Map<String, View<DiffAnswer>> views() {
        Map<String, View<DiffAnswer>> views = new LinkedHashMap<>();
        views.put("text", new DiffView(Ink.NONE, true, true));
        views.put("rows", new DiffView(Ink.NONE, false, false));
        views.put("json", DiffTreeView.JSON);
        views.put("yaml", DiffTreeView.YAML);
        views.put("junit", new DiffJUnit());
        views.put("sarif", new DiffSarif());
        return views;
    }

    @TestFactory
    Stream<DynamicTest> drawnAsBefore() {
        return views().entrySet().stream()
                .map(view -> DynamicTest.dynamicTest(
                        view.getKey(),
                        () -> Golden.check(
                                "diff", view.getKey(), view.getValue().text(DiffExample.answer()))));
    }

    @TestFactory
    Stream<DynamicTest> hostileNamesAreTamed() {
        return views().entrySet().stream()
                .map(view -> DynamicTest.dynamicTest(view.getKey(), () -> {
                    String drawn = view.getValue().text(DiffExample.hostile());

                    assertThat(drawn).doesNotContain("\u001b", "\u202e", "\u0000", "\u0007");
                    assertThat(drawn.lines().count())
                            .isEqualTo(view.getValue()
                                    .text(DiffExample.answer())
                                    .lines()
                                    .count());
                }));
    }

    @Test
    void junitHasACaseForEachObject() throws Exception {
        for (DiffAnswer answer : new DiffAnswer[] {DiffExample.answer(), DiffExample.hostile()}) {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(new DiffJUnit().text(answer))));
            Element suite = (Element) document.getElementsByTagName("testsuite").item(0);

            assertThat(suite.getAttribute("tests")).isEqualTo("4");
            assertThat(suite.getAttribute("failures")).isEqualTo("2");
            assertThat(suite.getAttribute("skipped")).isEqualTo("1");
            assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(4);
            assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(2);
            Element failure = (Element) document.getElementsByTagName("failure").item(0);
            assertThat(failure.getAttribute("message")).isEqualTo("mtu: expected 9000, found 1500");
        }
    }

    /** What sarif-schema-2.1.0 requires, and that a result stands on the plan's line. */
    @Test
    void sarifHasItsForm() {
        JsonNode log = new JsonMapper().readTree(new DiffSarif().text(DiffExample.answer()));
        assertThat(log.get("version").stringValue()).isEqualTo("2.1.0");
        assertThat(log.get("$schema").stringValue()).endsWith("sarif-schema-2.1.0.json");
        JsonNode run = log.get("runs").get(0);
        JsonNode driver = run.get("tool").get("driver");
        assertThat(driver.get("name").stringValue()).isEqualTo("plumbline");
        for (JsonNode result : run.get("results")) {
            String rule = result.get("ruleId").stringValue();
            assertThat(driver.get("rules")
                            .get(result.get("ruleIndex").intValue())
                            .get("id")
                            .stringValue())
                    .isEqualTo(rule);
            assertThat(result.get("level").stringValue()).isIn("error", "warning", "note", "none");
            assertThat(result.get("message").get("text").stringValue()).isNotEmpty();
        }
        JsonNode place = run.get("results").get(0).get("locations").get(0).get("physicalLocation");
        assertThat(place.get("artifactLocation").get("uri").stringValue()).isEqualTo("plan/net%20one.yaml");
        assertThat(place.get("region").get("startLine").intValue()).isEqualTo(12);
    }
}
