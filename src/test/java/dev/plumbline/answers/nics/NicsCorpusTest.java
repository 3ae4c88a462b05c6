package dev.plumbline.answers.nics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plumbline.Corpus;
import dev.plumbline.systems.osnetconfig.MappingFile;
import dev.plumbline.systems.osnetconfig.NicHost;
import dev.plumbline.systems.osnetconfig.NicListing;
import dev.plumbline.systems.osnetconfig.Release;
import dev.plumbline.systems.osnetconfig.StateFile;
import dev.plumbline.systems.osnetconfig.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the three real versions answered, where the reference data lies. */
class NicsCorpusTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<Release, String> NAMES =
            Map.of(Release.TRAIN, "train", Release.WALLABY, "wallaby", Release.MASTER, "master");

    /** Texts that only the rendering or the schema of whole objects gives; a run that has one is not judged by its exit. */
    private static final List<String> RENDERING = List.of(
            "Config file failed schema validation",
            "failed to get default vf driver",
            "ifcfg format supports max 2",
            "Invalid bond mode",
            "invalid IPNetwork",
            "objects require",
            "OVS DPDK Port",
            "is not installed",
            "conflicts with reserved",
            "Expecting link_mode",
            "real number is required",
            "sequence item 0");

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
        NicsAnswer answer = answer(folder, release);
        Map<String, String> aliases = new HashMap<>();
        answer.numbered().forEach(row -> aliases.put(row.alias(), row.device()));
        Map<String, String> expected = new HashMap<>();
        real.at("/mapping")
                .properties()
                .forEach(field -> expected.put(field.getKey(), field.getValue().stringValue()));
        assertThat(aliases).isEqualTo(expected);

        List<String> said = new ArrayList<>();
        real.at("/messages")
                .forEach(message -> said.add(message.at("/level").stringValue() + " "
                        + whole(message.at("/text").stringValue())));
        if (real.has("exception")) {
            said.add("ERROR " + real.at("/exception").stringValue());
        }
        boolean rendered = said.stream().anyMatch(NicsCorpusTest::ofRendering);
        List<String> judged = said.stream().filter(text -> !ofRendering(text)).toList();
        int exit = real.at("/exit").intValue();
        if (!rendered || exit == 2) {
            assertThat(answer.exit()).isEqualTo(exit == 2 ? 0 : exit);
        }
        boolean failedOtherwise = rendered && exit != 2;
        assertThat(answer.messages().stream().map(message -> message.level() + " " + whole(message.text())))
                .containsExactlyElementsOf(
                        failedOtherwise
                                ? judged.stream()
                                        .filter(text -> !text.contains("Network config failed"))
                                        .toList()
                                : judged);
    }

    /** Paths are those of the machine; a traceback was cut out there. */
    private static String whole(String text) {
        int traceback = text.indexOf("\n(traceback removed)");
        return (traceback < 0 ? text : text.substring(0, traceback)).replaceAll("(in config: ).*", "$1");
    }

    private static boolean ofRendering(String text) {
        return RENDERING.stream().anyMatch(text::contains);
    }

    private static NicsAnswer answer(Path folder, Release release) throws IOException {
        Path json = folder.resolve("input.json");
        NicListing listing =
                NicListing.of(file(folder.resolve("interfaces.txt"))).orElseThrow();
        assertThat(listing.problems()).isEmpty();
        NicHost host = new NicHost(
                listing.devices(),
                given(folder.resolve("dpdk_mapping.yaml"), StateFile::dpdk, StateFile.NONE),
                given(folder.resolve("sriov_config.yaml"), StateFile::sriov, StateFile.NONE));
        MappingFile mapping = given(folder.resolve("mapping.yaml"), MappingFile::read, MappingFile.NONE);
        YamlFile config = file(Files.exists(json) ? json : folder.resolve("input.yaml"));
        return new NicNumbering(host, mapping, config, release, List.of(), List.of()).answer();
    }

    private static <T> T given(Path path, Function<YamlFile, T> reader, T none) throws IOException {
        return Files.exists(path) ? reader.apply(file(path)) : none;
    }

    private static YamlFile file(Path path) throws IOException {
        return YamlFile.of(path.toString(), Files.readString(path));
    }
}
