package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.Ground;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import tools.jackson.databind.JsonNode;

/** Plans of any sort as labs, whole and damaged: no ping between their VMs comes otherwise than foretold. */
class ReachRandomLabTest {

    private static final String NAME = "test-reach-any";

    /** About the MTUs of the plans, less the headers: the last byte, and the first that bridges and veths let go. */
    private static final List<Integer> SIZES =
            List.of(56, 1372, 1373, 1377, 1472, 1473, 1477, 1572, 1573, 1577, 3972, 3977, 8772, 8777, 8972, 8977);

    private static final int DAMAGES = 3;

    /** Of the pings after damage one in so many is sent. */
    private static final int EACH = 3;

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void machines_of_any_sort(@ForAll("machines") String manifests, @ForAll Random random) throws Exception {
        foretell(manifests, random);
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void director_environments_of_any_sort(@ForAll("environments") String manifests, @ForAll Random random)
            throws Exception {
        foretell(manifests, random);
    }

    private static void foretell(String manifests, Random random) throws Exception {
        Ground.forLabs();
        Path folder = Files.createTempDirectory("plumbline-reach");
        try (Circle circle = new Circle(folder, NAME)) {
            Path plan = Files.writeString(folder.resolve("plan.yaml"), manifests);
            // A pair in a tap's stead drops what is longer than its MTU where a tap would take it.
            assertThat(circle.up(plan, List.of(), "--guest", "tap"))
                    .as(circle.err() + manifests)
                    .isZero();
            address(new Pings(folder, NAME));
            Pings pings = new Pings(folder, NAME);
            List<Pings.Ping> all = pings.all(SIZES);
            pings.compare("healthy", all);
            Damage damage = new Damage(pings, random);
            for (int i = 0; i < DAMAGES; i++) {
                int turn = i;
                pings.compare(
                        damage.make(),
                        IntStream.range(0, all.size())
                                .filter(one -> one % EACH == turn % EACH)
                                .mapToObj(all::get)
                                .toList());
                damage.mend();
            }
            pings.report("ReachRandomLabTest");
        } finally {
            delete(folder);
        }
    }

    /** Plain machines get addresses as from a DHCP server of each network: those of one network lie in one subnet. */
    private static void address(Pings pings) {
        List<JsonNode> vms = pings.vms().toList();
        for (int vm = 0; vm < vms.size(); vm++) {
            JsonNode nics = vms.get(vm).get("nics");
            for (int nic = 0; nic < nics.size(); nic++) {
                String network = nics.get(nic).get("network").path("name").asString("");
                if (nics.get(nic).get("addresses").isEmpty() && network.matches("(shop/)?net-\\d")) {
                    int net = network.charAt(network.length() - 1) - '0';
                    pings.in(
                            Pings.place(vms.get(vm)),
                            "ip addr add 10.9.%d.%d/24 dev %s"
                                    .formatted(
                                            net,
                                            10 + 10 * vm + nic,
                                            nics.get(nic).get("name").asString()));
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Provide
    Arbitrary<String> machines() {
        return Arbitraries.randomValue(random -> new AnyManifests(random).machines())
                .filter(manifests -> manifests.contains("till-1"));
    }

    @Provide
    Arbitrary<String> environments() {
        return Arbitraries.randomValue(random -> new AnyManifests(random).environment())
                .filter(manifests -> manifests.contains("roleCount: 2"));
    }
}
