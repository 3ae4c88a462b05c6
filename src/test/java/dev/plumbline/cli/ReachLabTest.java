package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.Ground;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.faults.Catalogue;
import dev.plumbline.lab.faults.Fault;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.ground.Output;
import dev.plumbline.lab.ground.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Three controllers on two nodes, healthy and broken: what is foretold of every ping between them, on every network and around
 * every MTU, against pings that are sent.
 */
class ReachLabTest extends LabLines {

    private static final String NAME = "test-reach";
    private static final Path EXAMPLE = Path.of("examples/seed-environment");

    /** At the MTUs' payloads, one above, and above what bridges and veths pass besides. */
    private static final List<Integer> SIZES = List.of(56, 1372, 1373, 1472, 1473, 1476, 1477, 8972, 8973, 8977);

    /** Packets that a busy machine loses are not lost again and again. */
    private static final int TRIES = 3;

    private final List<String> wrong = new ArrayList<>();
    private JsonNode map = JsonMapper.shared().nullNode();
    private int compared;
    private int states;
    private int unknown;

    private record Ping(String from, String to, int size) {}

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
        plumbline("map", "lab:" + NAME, "-o", "json");
        map = JsonMapper.shared().readTree(out.toString());
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
        compare("healthy", pings());
        for (Fault fault : Catalogue.all()) {
            if (lab(NAME, "break", fault.name()) == 0) {
                String made = out.toString().strip();
                compare(made, some());
                assertThat(lab(NAME, "heal")).as("heal %s: %s", made, err).isZero();
            }
        }
        report();
    }

    @Test
    void every_ping_is_foretold_after_random_damage() throws Exception {
        Random random = new Random(20261122);
        List<JsonNode> hops = new ArrayList<>();
        vms().forEach(vm -> vm.get("nics")
                .forEach(nic -> nic.get("hops").forEach(hop -> {
                    // A pair drops what is longer than its receiver's MTU, where a machine's NIC takes it.
                    if (!hop.get("name").isNull()
                            && !hop.get("scope").asString().startsWith("guest/")
                            && !hop.get("scope").asString().equals("cluster")) {
                        hops.add(hop);
                    }
                })));
        for (int round = 0; round < 6; round++) {
            List<String> done = new ArrayList<>();
            List<Runnable> undo = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                JsonNode hop = hops.get(random.nextInt(hops.size()));
                String place = place(hop.get("scope").asString());
                String device = hop.get("name").asString();
                int mtu = List.of(1400, 1496, 1500, 2000, 9000).get(random.nextInt(5));
                boolean narrow = random.nextBoolean();
                String act = narrow ? "mtu " + mtu : "down";
                String back = narrow ? "mtu " + hop.get("mtu").asInt() : "up";
                in(place, "ip link set dev " + device + " " + act);
                done.add(place + ": " + device + " " + act);
                undo.add(() -> in(place, "ip link set dev " + device + " " + back));
            }
            compare(String.join(", ", done), some());
            undo.reversed().forEach(Runnable::run);
            // A bridge in a pod follows the MTU of its ports.
            hops.stream()
                    .filter(hop -> hop.get("kind").asString().equals("bridge"))
                    .forEach(hop -> in(
                            place(hop.get("scope").asString()),
                            "ip link set dev " + hop.get("name").asString() + " mtu "
                                    + hop.get("mtu").asInt()));
        }
        report();
    }

    private void report() {
        System.out.println("ReachLabTest: " + compared + " pings foretold and sent, " + wrong.size() + " wrong, "
                + unknown + " unknown " + wrong);
        assertThat(wrong).isEmpty();
        assertThat(unknown).isLessThan(compared / 50);
    }

    private Stream<JsonNode> vms() {
        return map.get("machines")
                .valueStream()
                .filter(machine -> machine.get("kind").asString().equals("vm"));
    }

    private List<Ping> pings() {
        List<Ping> pings = new ArrayList<>();
        vms().forEach(from -> vms().filter(to -> to != from)
                .forEach(to -> to.get("nics").forEach(nic -> {
                    // Behind the translation all guests have one address.
                    if (!nic.get("end").asString("").equals("cluster-network")) {
                        nic.get("addresses").forEach(address -> {
                            String bare = address.get("address").asString().replaceFirst("/.*", "");
                            if (!bare.contains(":")) {
                                SIZES.forEach(size ->
                                        pings.add(new Ping(from.get("name").asString(), bare, size)));
                            }
                        });
                    }
                })));
        return pings;
    }

    /** One in four, others each time: to send all takes seconds for each state. */
    private List<Ping> some() {
        List<Ping> all = pings();
        int turn = states++;
        return IntStream.range(0, all.size())
                .filter(i -> (i + turn) % 4 == 0)
                .mapToObj(all::get)
                .toList();
    }

    private void compare(String state, List<Ping> pings) throws Exception {
        Path file = folder.resolve("pairs");
        Files.write(
                file,
                pings.stream()
                        .map(ping -> ping.from() + "," + ping.to() + "," + ping.size())
                        .toList());
        plumbline("reach", "--pairs", file.toString(), "lab:" + NAME, "-o", "json");
        Map<Ping, JsonNode> foretold = new HashMap<>();
        JsonMapper.shared()
                .readTree(out.toString())
                .get("items")
                .forEach(item -> foretold.put(
                        new Ping(
                                item.get("from").asString(),
                                item.get("address").asString(),
                                item.get("size").asInt()),
                        item));
        // What was learned before the damage would blur it.
        for (String guest : List.of("controller-0", "controller-1", "controller-2")) {
            in("guest.openstack." + guest, "ip neigh flush all");
        }
        in("fabric", "ip neigh flush all");
        compared += pings.size();
        List<Ping> open = pings;
        Map<Ping, Boolean> last = new HashMap<>();
        for (int i = 0; i < TRIES && !open.isEmpty(); i++) {
            last = send(open);
            Map<Ping, Boolean> sent = last;
            open = open.stream()
                    .filter(ping -> !agree(foretold.get(ping), sent.getOrDefault(ping, false)))
                    .toList();
        }
        for (JsonNode item : foretold.values()) {
            unknown += item.get("outcome").asString().equals("unknown") ? 1 : 0;
        }
        for (Ping ping : open) {
            wrong.add(state + ": " + ping + " " + foretold.get(ping).get("outcome") + " "
                    + foretold.get(ping).get("reason") + ", sent: " + last.get(ping));
        }
    }

    /** Beyond the nodes' NICs a router may answer for others, or not. */
    private static boolean agree(JsonNode item, boolean answered) {
        return switch (item.get("outcome").asString()) {
            case "arrives" -> answered;
            case "dies" -> !answered;
            default -> true;
        };
    }

    private Map<Ping, Boolean> send(List<Ping> pings) throws Exception {
        Map<String, StringBuilder> scripts = new TreeMap<>();
        int count = 0;
        for (Ping ping : pings) {
            String words = ping.to() + " " + ping.size();
            scripts.computeIfAbsent(ping.from(), _ -> new StringBuilder())
                    .append("(ping -n -q -c 1 -W 1 -M do -s ")
                    .append(ping.size() + " " + ping.to())
                    .append(" >/dev/null 2>&1 && echo " + words + ")&\n")
                    .append(++count % 40 == 0 ? "wait\n" : "");
        }
        Map<Ping, Boolean> sent = new HashMap<>();
        for (Map.Entry<String, StringBuilder> script : scripts.entrySet()) {
            String said = in("guest.openstack." + script.getKey(), script.getValue() + "wait\n");
            for (String line : said.lines().toList()) {
                String[] words = line.split(" ");
                sent.put(new Ping(script.getKey(), words[0], Integer.parseInt(words[1])), true);
            }
        }
        return sent;
    }

    private static String place(String scope) {
        return scope.replace('/', '.');
    }

    private String in(String place, String script) {
        try {
            Labs labs = new Labs(folder.resolve("state/plumbline/labs"));
            LabName name = LabName.parse(NAME).orElseThrow();
            Output output =
                    Programs.run(labs.entering(name, place, List.of("sh")), Map.of(), script, Duration.ofSeconds(120));
            return output.out();
        } catch (LabException e) {
            throw new IllegalStateException(e);
        }
    }
}
