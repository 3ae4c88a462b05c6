package dev.plumbline.systems.osnetconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plumbline.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the three real versions said of their schema, where the reference data lies. */
class SchemaCorpusTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<Release, String> NAMES =
            Map.of(Release.TRAIN, "train", Release.WALLABY, "wallaby", Release.MASTER, "master");

    @TestFactory
    Stream<DynamicTest> asTheRealOnes() throws IOException {
        Path root = Corpus.ROOT.resolve("os-net-config");
        if (!Files.isDirectory(root)) {
            return Stream.empty();
        }
        List<Path> cases;
        try (Stream<Path> folders = Files.list(root)) {
            cases = folders.filter(Files::isDirectory).sorted().toList();
        }
        return cases.stream()
                .flatMap(folder -> NAMES.keySet().stream()
                        .sorted()
                        .map(release -> dynamicTest(
                                folder.getFileName() + " " + NAMES.get(release), () -> judge(folder, release))));
    }

    private static void judge(Path folder, Release release) throws IOException {
        JsonNode real = JSON.readTree(Files.readString(folder.resolve("expected/" + NAMES.get(release) + ".json")));
        Path json = folder.resolve("input.json");
        Path mapping = folder.resolve("mapping.yaml");
        boolean persists = Files.readString(folder.resolve("case.json")).contains("--persist-mapping");
        SchemaCheck check = SchemaCheck.of(
                file(Files.exists(json) ? json : folder.resolve("input.yaml")),
                Files.exists(mapping) ? MappingFile.read(file(mapping)) : MappingFile.NONE,
                persists,
                release);

        assertThat(texts(check.messages())).isEqualTo(said(real.at("/messages")));
        if (check.exit().isPresent()) {
            assertThat(check.exit()).hasValue(real.at("/exit").intValue());
        }
        if (release == Release.WALLABY) {
            assertThat(check.strictMessages()).isEqualTo(check.messages());
            return;
        }
        assertThat(texts(check.strictMessages())).isEqualTo(said(real.at("/messages_strict")));
        int exit = real.at("/exit_strict").intValue();
        boolean stopped = !said(real.at("/messages_strict")).isEmpty();
        assertThat(check.strictExit()).isEqualTo(stopped ? OptionalInt.of(exit) : OptionalInt.empty());
    }

    private static List<String> texts(List<LogMessage> messages) {
        return messages.stream()
                .map(message -> message.level() + " " + message.text())
                .toList();
    }

    private static List<String> said(JsonNode messages) {
        return StreamSupport.stream(messages.spliterator(), false)
                .map(message -> message.at("/level").stringValue() + " "
                        + message.at("/text").stringValue())
                .filter(text -> text.contains("chema validation"))
                .toList();
    }

    private static YamlFile file(Path path) throws IOException {
        return YamlFile.of(path.toString(), Files.readString(path));
    }
}
