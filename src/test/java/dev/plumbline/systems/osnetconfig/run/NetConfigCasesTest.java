package dev.plumbline.systems.osnetconfig.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plumbline.systems.osnetconfig.MappingFile;
import dev.plumbline.systems.osnetconfig.NicHost;
import dev.plumbline.systems.osnetconfig.NicListing;
import dev.plumbline.systems.osnetconfig.Release;
import dev.plumbline.systems.osnetconfig.StateFile;
import dev.plumbline.systems.osnetconfig.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A folder a case: a configuration, and what each release writes and says. The machine is always the same. */
class NetConfigCasesTest {

    private static final Path ROOT = Path.of("src/test/resources/osnetconfig");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        List<Path> expected;
        try (Stream<Path> files = Files.walk(ROOT)) {
            expected = files.filter(file -> file.getFileName().toString().startsWith("expected-"))
                    .sorted()
                    .toList();
        }
        assertThat(expected).hasSizeGreaterThan(40);
        return expected.stream().map(file -> {
            String release = file.getFileName().toString().replaceAll("expected-|\\.txt", "");
            return dynamicTest(file.getParent().getFileName() + " " + release, () -> {
                String told = told(file.getParent(), Release.of(release).orElseThrow());
                if (Boolean.getBoolean("golden.update")) {
                    Files.writeString(file, told);
                }
                assertThat(told).isEqualTo(Files.readString(file));
            });
        });
    }

    private static String told(Path folder, Release release) throws IOException {
        List<String> options =
                Files.exists(folder.resolve("options")) ? Files.readAllLines(folder.resolve("options")) : List.of();
        MappingFile mapping = Files.exists(folder.resolve("mapping.yaml"))
                ? MappingFile.read(file(folder.resolve("mapping.yaml")))
                : MappingFile.NONE;
        Host host = new Host(
                new NicHost(
                        NicListing.of(file(ROOT.resolve("links.txt")))
                                .orElseThrow()
                                .devices(),
                        StateFile.NONE,
                        StateFile.NONE),
                mapping,
                options.contains("--persist-mapping"),
                !options.contains("--no-ovs"),
                existing(folder.resolve("existing")));
        Outcome outcome =
                NetConfigRun.of(host, Configuration.of(file(folder.resolve("config.yaml")), List.of()), release);
        if (host.files().isEmpty() && !outcome.files().isEmpty()) {
            // Where all files are written, they and the description say the same.
            assertThat(IfcfgMeaning.ofNetwork(outcome.network()))
                    .isEqualTo(IfcfgMeaning.ofFiles(outcome.files(), outcome.network()));
        }
        StringBuilder told = new StringBuilder("exit " + outcome.code() + "\n");
        outcome.messages()
                .forEach(message -> told.append(message.level())
                        .append(' ')
                        .append(message.text().replace("\n", " | "))
                        .append('\n'));
        outcome.files()
                .forEach((path, text) ->
                        told.append("\n# ").append(path).append('\n').append(text));
        return told.toString();
    }

    private static Map<String, String> existing(Path root) throws IOException {
        Map<String, String> files = new HashMap<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put("/" + root.relativize(file), Files.readString(file));
                }
            }
        }
        return files;
    }

    private static YamlFile file(Path path) throws IOException {
        return YamlFile.of(path.getFileName().toString(), Files.readString(path));
    }
}
