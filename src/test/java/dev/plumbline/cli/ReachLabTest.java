package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.Ground;
import dev.plumbline.lab.faults.Catalogue;
import dev.plumbline.lab.faults.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Three controllers on two nodes, healthy and broken: what is foretold of every ping between them, on every network and around
 * every MTU, against pings that are sent.
 */
class ReachLabTest extends LabLines {

    private static final String NAME = "test-reach";
    private static final Path EXAMPLE = Path.of("examples/seed-environment");

    /** At the MTUs' payloads, one above, and above what bridges and veths pass besides. */
    private static final List<Integer> SIZES = List.of(56, 1372, 1373, 1472, 1473, 1476, 1477, 8972, 8973, 8977);

    private int states;

    @BeforeAll
    static void ground() {
        Ground.forLabs();
    }

    @BeforeEach
    void up() throws IOException {
        Path manifests = Files.createDirectories(folder.resolve("manifests"));
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file).replace("roleCount: 1", "roleCount: 3");
                Files.writeString(manifests.resolve(file.getFileName().toString()), text);
            }
        }
        Files.writeString(
                manifests.resolve("places.yaml"),
                String.join("---\n", List.of("""
                apiVersion: v1
                kind: Node
                metadata: {name: ostest-worker-2, labels: {node-role.kubernetes.io/worker: ""}}
                """, instance(0, 1), instance(1, 2), instance(2, 1))));
        assertThat(lab(NAME, "up", manifests.toString(), "--wiring", "direct"))
                .as(err.toString())
                .isZero();
    }

    private static String instance(int controller, int node) {
        return """
                apiVersion: kubevirt.io/v1
                kind: VirtualMachineInstance
                metadata: {name: controller-%d, namespace: openstack}
                status: {nodeName: ostest-worker-%d, phase: Running}
                """.formatted(controller, node);
    }

    @AfterEach
    void down() {
        lab(NAME, "down");
    }

    @Test
    void every_ping_is_foretold_in_a_healthy_lab_and_after_every_fault() throws Exception {
        Pings pings = new Pings(folder, NAME);
        pings.compare("healthy", pings.all(SIZES));
        for (Fault fault : Catalogue.all()) {
            if (lab(NAME, "break", fault.name()) == 0) {
                String made = out.toString().strip();
                pings.compare(made, some(pings));
                assertThat(lab(NAME, "heal")).as("heal %s: %s", made, err).isZero();
            }
        }
        pings.report("ReachLabTest, faults");
    }

    @Test
    void every_ping_is_foretold_after_random_damage() throws Exception {
        Pings pings = new Pings(folder, NAME);
        Damage damage = new Damage(pings, new Random(20261122));
        for (int round = 0; round < 6; round++) {
            pings.compare(damage.make(), some(pings));
            damage.mend();
        }
        pings.report("ReachLabTest, damage");
    }

    /** One in four, others each time: to send all takes seconds for each state. */
    private List<Pings.Ping> some(Pings pings) {
        List<Pings.Ping> all = pings.all(SIZES);
        int turn = states++;
        return IntStream.range(0, all.size())
                .filter(i -> (i + turn) % 4 == 0)
                .mapToObj(all::get)
                .toList();
    }
}
