package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.Labs;
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
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pings between the VMs of a lab that stands: what is foretold of each, against what comes back when it is sent. */
final class Pings {

    /** Packets that a busy machine loses are not lost again and again. */
    private static final int TRIES = 3;

    private final Path folder;
    private final String name;
    private final JsonNode map;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int compared;

    /** @param from a VM's name @param to an address @param size bytes of payload */
    record Ping(String from, String to, int size) {}

    /** @param folder whose {@code state} holds the user's labs */
    Pings(Path folder, String name) {
        this.folder = folder;
        this.name = name;
        this.map = JsonMapper.shared().readTree(plumbline("map", "lab:" + name, "-o", "json"));
    }

    private String plumbline(String... words) {
        return Cli.run(Map.of("XDG_STATE_HOME", folder.resolve("state").toString()), List.of(words))
                .out();
    }

    Stream<JsonNode> vms() {
        return map.get("machines")
                .valueStream()
                .filter(machine -> machine.get("kind").asString().equals("vm"));
    }

    /** From every VM to every address of the others, those behind a translation aside: there all have one. */
    List<Ping> all(List<Integer> sizes) {
        List<Ping> pings = new ArrayList<>();
        vms().forEach(from -> vms().filter(to -> to != from)
                .forEach(to -> to.get("nics").forEach(nic -> {
                    if (!nic.get("end").asString("").equals("cluster-network")) {
                        nic.get("addresses").forEach(address -> {
                            String bare = address.get("address").asString().replaceFirst("/.*", "");
                            if (!bare.contains(":")) {
                                sizes.forEach(size ->
                                        pings.add(new Ping(from.get("name").asString(), bare, size)));
                            }
                        });
                    }
                })));
        return pings;
    }

    /** Foretells and sends them. @param state of the lab, for people */
    void compare(String state, List<Ping> pings) throws IOException {
        Map<Ping, JsonNode> foretold = foretold(pings);
        // What was learned before the damage would blur it.
        vms().forEach(vm -> in(place(vm), "ip neigh flush all"));
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
            outcomes.merge(item.get("outcome").asString(), 1, Integer::sum);
        }
        for (Ping ping : open) {
            wrong.add(state + ": " + ping + " " + foretold.get(ping).get("outcome") + " "
                    + foretold.get(ping).get("reason") + ", sent: " + last.get(ping));
        }
    }

    private Map<Ping, JsonNode> foretold(List<Ping> pings) throws IOException {
        Path file = folder.resolve("pairs");
        Files.write(
                file,
                pings.stream()
                        .map(ping -> ping.from() + "," + ping.to() + "," + ping.size())
                        .toList());
        String told = plumbline("reach", "--pairs", file.toString(), "lab:" + name, "-o", "json");
        Map<Ping, JsonNode> foretold = new HashMap<>();
        JsonMapper.shared()
                .readTree(told)
                .get("items")
                .forEach(item -> foretold.put(
                        new Ping(
                                item.get("from").asString(),
                                item.get("address").asString(),
                                item.get("size").asInt()),
                        item));
        return foretold;
    }

    /** None may be wrong, and hardly any unknown. */
    void report(String test) {
        System.out.println(test + ": " + compared + " pings foretold and sent " + outcomes + ", " + wrong.size()
                + " wrong " + wrong);
        assertThat(wrong).isEmpty();
        assertThat(outcomes.getOrDefault("unknown", 0)).isLessThanOrEqualTo(compared / 50);
    }

    /** Beyond the nodes' NICs a router may answer for others, or not. */
    private static boolean agree(JsonNode item, boolean answered) {
        return switch (item.get("outcome").asString()) {
            case "arrives" -> answered;
            case "dies" -> !answered;
            default -> true;
        };
    }

    private Map<Ping, Boolean> send(List<Ping> pings) {
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
        vms().forEach(vm -> {
            String from = vm.get("name").asString();
            if (scripts.containsKey(from)) {
                in(place(vm), scripts.get(from) + "wait\n").lines().forEach(line -> {
                    String[] words = line.split(" ");
                    sent.put(new Ping(from, words[0], Integer.parseInt(words[1])), true);
                });
            }
        });
        return sent;
    }

    /** The namespace of a VM's guest. */
    static String place(JsonNode vm) {
        return "guest." + vm.get("namespace").asString() + "." + vm.get("name").asString();
    }

    /** What a script prints in a place of the lab. */
    String in(String place, String script) {
        try {
            Labs labs = new Labs(folder.resolve("state/plumbline/labs"));
            LabName lab = LabName.parse(name).orElseThrow();
            Output output =
                    Programs.run(labs.entering(lab, place, List.of("sh")), Map.of(), script, Duration.ofSeconds(120));
            return output.out();
        } catch (LabException e) {
            throw new IllegalStateException(e);
        }
    }
}
