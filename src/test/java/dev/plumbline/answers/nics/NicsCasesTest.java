package dev.plumbline.answers.nics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plumbline.systems.osnetconfig.MappingFile;
import dev.plumbline.systems.osnetconfig.NicHost;
import dev.plumbline.systems.osnetconfig.NicListing;
import dev.plumbline.systems.osnetconfig.Release;
import dev.plumbline.systems.osnetconfig.StateFile;
import dev.plumbline.systems.osnetconfig.YamlFile;
import dev.plumbline.systems.osnetconfig.run.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A folder a case: the machine's files, and what each release makes of them. */
class NicsCasesTest {

    private static final Path ROOT = Path.of("src/test/resources/nics");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        List<Path> expected;
        try (Stream<Path> files = Files.walk(ROOT)) {
            expected = files.filter(file -> file.getFileName().toString().startsWith("expected-"))
                    .sorted()
                    .toList();
        }
        assertThat(expected).hasSizeGreaterThan(20);
        return expected.stream().map(file -> {
            String release = file.getFileName().toString().replaceAll("expected-|\\.txt", "");
            return dynamicTest(
                    file.getParent().getFileName() + " " + release,
                    () -> assertThat(told(file.getParent(), Release.of(release).orElseThrow()))
                            .isEqualTo(Files.readString(file)));
        });
    }

    private static String told(Path folder, Release release) throws IOException {
        NicListing listing = NicListing.of(file(folder.resolve("links.txt"))).orElseThrow();
        assertThat(listing.problems()).isEmpty();
        NicHost host = new NicHost(
                listing.devices(),
                given(folder.resolve("dpdk_mapping.yaml"), StateFile::dpdk, StateFile.NONE),
                given(folder.resolve("sriov_config.yaml"), StateFile::sriov, StateFile.NONE));
        MappingFile mapping = given(folder.resolve("mapping.yaml"), MappingFile::read, MappingFile.NONE);
        NicsAnswer answer = new NicNumbering(
                        Host.of(host, mapping),
                        file(folder.resolve("config.yaml")),
                        release,
                        listing.premises(),
                        List.of())
                .answer();
        List<String> lines = new ArrayList<>();
        answer.numbered().forEach(row -> lines.add(row.alias() + " " + row.device()));
        answer.strays().forEach(stray -> lines.add("stray " + stray.name()));
        answer.messages()
                .forEach(message ->
                        lines.add(message.level() + " " + message.text().replace("\n", " | ")));
        lines.add("exit " + answer.exit());
        return String.join("\n", lines) + "\n";
    }

    private static <T> T given(Path path, Function<YamlFile, T> reader, T none) throws IOException {
        return Files.exists(path) ? reader.apply(file(path)) : none;
    }

    private static YamlFile file(Path path) throws IOException {
        return YamlFile.of(path.getFileName().toString(), Files.readString(path));
    }
}
