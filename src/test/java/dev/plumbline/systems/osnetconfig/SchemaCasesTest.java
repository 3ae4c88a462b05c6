package dev.plumbline.systems.osnetconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder under src/test/resources/schema: a configuration, perhaps a mapping file, and what each release says of
 * them. {@code -Dgolden.update=true} writes what is said.
 */
class SchemaCasesTest {

    private static final Path CASES = Path.of("src/test/resources/schema");

    @TestFactory
    Stream<DynamicTest> saidAsExpected() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> judge(folder)));
        }
    }

    private static void judge(Path folder) throws IOException {
        Path mapping = folder.resolve("mapping.yaml");
        MappingFile file = Files.exists(mapping) ? MappingFile.read(file(mapping)) : MappingFile.NONE;
        StringBuilder said = new StringBuilder();
        for (Release release : Release.values()) {
            SchemaCheck check =
                    SchemaCheck.of(file(folder.resolve("config.yaml")), file, Files.exists(mapping), release);
            said.append("== ").append(release.word()).append(": ").append(end(check.exit()));
            said.append("; strict: ").append(end(check.strictExit())).append('\n');
            check.messages().forEach(message -> said.append(line(message)));
            check.strictMessages().stream()
                    .filter(message -> message.text().contains("_config: Schema"))
                    .forEach(message ->
                            said.append(line(message).lines().findFirst().orElseThrow() + "...\n"));
        }
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, said);
        }
        assertThat(said.toString()).isEqualTo(Files.readString(expected));
    }

    private static String end(OptionalInt exit) {
        return exit.isPresent() ? "ends with " + exit.getAsInt() : "goes on";
    }

    private static String line(LogMessage message) {
        return message.level() + " " + message.text() + "\n";
    }

    private static YamlFile file(Path path) throws IOException {
        return YamlFile.of(path.getFileName().toString(), Files.readString(path));
    }

    @TestFactory
    Stream<DynamicTest> whatPassesSaysNothing() {
        return List.of("", "network_config: none", "[1]", "network_config: [", "other: 1").stream()
                .flatMap(text -> Stream.of(Release.values())
                        .map(release -> DynamicTest.dynamicTest(
                                text + " " + release,
                                () -> assertThat(
                                                SchemaCheck.of(YamlFile.of("x", text), MappingFile.NONE, false, release)
                                                        .messages())
                                        .isEmpty())));
    }
}
