package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.Corpus;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/json.md and its schema tell of every field that real input brings forth, and of no other shape. */
class JsonOfExamplesTest {

    static Stream<Path> inputs() throws IOException {
        List<Path> inputs = new ArrayList<>(Corpus.scenarios());
        try (Stream<Path> examples = Files.list(Path.of("examples"))) {
            examples.filter(file -> file.toString().endsWith(".txt")).sorted().forEach(inputs::add);
        }
        return inputs.stream();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void theSchemaHoldsAndKnowsEveryField(Path input) throws IOException {
        String schema = Files.readString(Path.of("docs/schema/map-v1.json"));
        String closed = schema.replace("\"additionalProperties\": true", "\"additionalProperties\": false");
        Schema strict = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(closed);
        assertThat(closed).isNotEqualTo(schema);
        assertThat(strict.validate(run("map", "--pods", input.toString(), "-o", "json"), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void pingsKeepTheirSchema() throws IOException {
        String schema = Files.readString(Path.of("docs/schema/reach-v1.json"))
                .replace("\"additionalProperties\": true", "\"additionalProperties\": false");
        Schema strict = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
        for (String size : List.of("56", "8972")) {
            String answer = run(
                    "reach",
                    "controller-2",
                    "controller-0",
                    "examples/three-controllers.txt",
                    "--size",
                    size,
                    "-o",
                    "json");
            assertThat(answer).contains("\"size\": " + size);
            assertThat(strict.validate(answer, InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void thePageNamesEveryFieldOfEveryKind() throws IOException {
        String page = Files.readString(Path.of("docs/json.md"));
        Set<String> fields = new TreeSet<>();
        for (String command : List.of("map", "check", "needs")) {
            collect(JsonMapper.shared().readTree(run(command, "examples/three-controllers.txt", "-o", "json")), fields);
        }
        assertThat(fields)
                .hasSizeGreaterThan(60)
                .allSatisfy(field -> assertThat(page).containsPattern("`" + field + "(\\[])?`"));
    }

    private static void collect(JsonNode node, Set<String> fields) {
        node.propertyStream().forEach(property -> fields.add(property.getKey()));
        node.forEach(inner -> collect(inner, fields));
    }

    private static String run(String... words) {
        StringWriter out = new StringWriter();
        Surroundings surroundings = new Surroundings(out, new StringWriter(), false, false, Map.of());
        new Plumbline(Wiring.parts(), surroundings).run(List.of(words));
        return out.toString();
    }
}
