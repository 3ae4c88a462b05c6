package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.Ground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The CNI plugins and the batches that stand in for them make the same. */
class WiringsTest extends LabLines {

    private static final Path EXAMPLE = Path.of("examples/seed-environment");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @BeforeAll
    static void ground() {
        Ground.forLabs();
    }

    @AfterEach
    void down() {
        plumbline("lab", "down", "--name", "test-cni");
        plumbline("lab", "down", "--name", "test-direct");
    }

    private Path captured(Path resources, String wiring) {
        String name = "test-" + wiring;
        assertThat(plumbline(
                        "lab",
                        "up",
                        resources.toString(),
                        "--name",
                        name,
                        "--wiring",
                        wiring,
                        "--first-mac",
                        "02:7e:90:00:00:4d",
                        "--nodes",
                        "worker-a,worker-b"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains(", wiring " + wiring);
        Path capture = folder.resolve(wiring);
        assertThat(plumbline("lab", "capture", "--name", name, "--dest", capture.toString()))
                .as(err.toString())
                .isZero();
        assertThat(plumbline("lab", "status", "--name", name)).isZero();
        assertThat(out.toString()).contains("wiring " + wiring + "\n");
        return capture;
    }

    /** The topology without what the kernel draws at random, and without the texts that show it. */
    private JsonNode topology(Path capture) {
        assertThat(plumbline("map", "-o", "json", "--pods", capture.toString())).isLessThan(4);
        JsonNode map = JSON.readTree(out.toString());
        strip(map);
        return map;
    }

    private static void strip(JsonNode node) {
        node.forEach(WiringsTest::strip);
        if (node instanceof ObjectNode object) {
            // A plugin draws a veth's name, so what stands for its VLANs is told of the pod's end.
            object.remove(List.of("evidence", "sources", "ifindex", "builtInstead"));
            object.propertyStream()
                    .filter(field ->
                            field.getKey().equals("why") || field.getKey().equals("devices"))
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(key -> object.put(key, drawn(object.path(key).toString())));
            String name = object.path("name").asString("");
            boolean hop = object.has("mac") && object.has("step");
            if (name.startsWith("veth")) {
                object.put("name", "veth");
            }
            // Of a hop in a pod or on a node no MAC is an identity.
            if (hop && !object.path("scope").asString("").startsWith("guest/")) {
                object.remove("mac");
            }
        }
    }

    private static String drawn(String text) {
        return text.replaceAll("veth[0-9a-f]{8}", "veth").replaceAll("\\d+", "N");
    }

    private void assertSame(Path resources, int machines) {
        Path cni = captured(resources, "cni");
        Path direct = captured(resources, "direct");
        assertThat(plumbline("diff", cni.toString(), direct.toString()))
                .as(out + "" + err)
                .isZero();
        assertThat(out.toString()).contains("0 differences, 0 unseen");
        JsonNode map = topology(cni);
        assertThat(map.path("machines").size()).isEqualTo(machines);
        assertThat(topology(direct).toPrettyString()).isEqualTo(map.toPrettyString());
    }

    @Test
    void theExample() {
        assertSame(EXAMPLE, 2);
    }

    @Test
    void threeControllersOnTwoNodes() throws Exception {
        assertSame(threeControllers(), 4);
    }

    private Path threeControllers() throws IOException {
        Path resources = Files.createDirectory(folder.resolve("three"));
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file).replace("roleCount: 1", "roleCount: 3");
                Files.writeString(resources.resolve(String.valueOf(file.getFileName())), text);
            }
        }
        return resources;
    }
}
