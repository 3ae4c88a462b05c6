package dev.plumbline.systems.osnetconfig.run;

import dev.plumbline.Corpus;
import dev.plumbline.systems.osnetconfig.MappingFile;
import dev.plumbline.systems.osnetconfig.NicHost;
import dev.plumbline.systems.osnetconfig.NicListing;
import dev.plumbline.systems.osnetconfig.Release;
import dev.plumbline.systems.osnetconfig.StateFile;
import dev.plumbline.systems.osnetconfig.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case of the reference data and what one real version answered. */
record Reference(Path folder, Release release, JsonNode real) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<Release, String> NAMES =
            Map.of(Release.TRAIN, "train", Release.WALLABY, "wallaby", Release.MASTER, "master");

    /** Every case with every version; none where the data is not there. */
    static List<Reference> all() {
        Path root = Corpus.ROOT.resolve("os-net-config");
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .flatMap(folder -> Stream.of(Release.values()).map(release -> of(folder, release)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reference of(Path folder, Release release) {
        return new Reference(folder, release, json(folder.resolve("expected/" + NAMES.get(release) + ".json")));
    }

    String name() {
        return folder.getFileName() + " " + NAMES.get(release);
    }

    Outcome outcome() {
        return NetConfigRun.of(host(), configuration(), release);
    }

    Host host() {
        JsonNode given = json(folder.resolve("case.json"));
        boolean persist = given.at("/args").toString().contains("--persist-mapping");
        NicListing listing = NicListing.of(file("interfaces.txt")).orElseThrow();
        NicHost nics = new NicHost(
                listing.devices(),
                given("dpdk_mapping.yaml", StateFile::dpdk, StateFile.NONE),
                given("sriov_config.yaml", StateFile::sriov, StateFile.NONE));
        return new Host(
                nics,
                given("mapping.yaml", MappingFile::read, MappingFile.NONE),
                persist,
                given.at("/ovs_installed").asBoolean(true),
                existing());
    }

    Configuration configuration() {
        boolean json = Files.exists(folder.resolve("input.json"));
        return Configuration.of(file(json ? "input.json" : "input.yaml"), host(), release);
    }

    /** Level and text; of a traceback only the exception. What the machine of the real run lacked is left out. */
    List<String> messages() {
        List<String> said = new ArrayList<>();
        for (JsonNode message : real.at("/messages")) {
            String text = message.at("/text").stringValue();
            if (!text.contains("failed to get default vf driver")) {
                said.add(message.at("/level").stringValue() + " " + whole(text));
            }
        }
        if (real.at("/exception").isString()) {
            said.add("ERROR " + real.at("/exception").stringValue());
        }
        return said;
    }

    static List<String> messages(Outcome outcome) {
        return outcome.messages().stream()
                .map(message -> message.level() + " " + whole(message.text()))
                .toList();
    }

    /** Paths are those of the machine; a traceback was cut out there. */
    private static String whole(String text) {
        int traceback = text.indexOf("\n(traceback removed)");
        return (traceback < 0 ? text : text.substring(0, traceback)).replaceAll("(in config: ).*", "$1");
    }

    Map<String, String> files() {
        return texts("/files");
    }

    Map<String, String> mapping() {
        return texts("/mapping");
    }

    int exit() {
        return real.at("/exit").intValue();
    }

    private Map<String, String> texts(String pointer) {
        Map<String, String> texts = new LinkedHashMap<>();
        real.at(pointer)
                .properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().stringValue()));
        return texts;
    }

    private Map<String, String> existing() {
        Path root = folder.resolve("existing");
        Map<String, String> files = new HashMap<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put("/" + root.relativize(file), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private <T> T given(String name, Function<YamlFile, T> reader, T none) {
        return Files.exists(folder.resolve(name)) ? reader.apply(file(name)) : none;
    }

    private YamlFile file(String name) {
        try {
            return YamlFile.of(name, Files.readString(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path path) {
        try {
            return JSON.readTree(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
