package dev.plumbline.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.Labs;
import dev.plumbline.lab.build.Switches;
import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.Output;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All that the kernel and Open vSwitch tell of a lab but counts, timers and what bridges have learned, a line each. */
final class KernelView {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** By a shell: one program a place, and only for tests. */
    private static final String ALL = """
            ip -j -d link; echo @; ip -j -d addr; echo @; ip -j -d route show table all; echo @; bridge -j -d link; echo @
            bridge -j vlan; echo @; bridge -j fdb; echo @
            nft -s list ruleset; echo @
            test -d "$OVS_RUNDIR" && ovs-vsctl show | tail -n +2 && ovs-vsctl --columns=name,tag list Port; echo @
            sysctl -a -r '^net\\.(ipv4|ipv6)\\.(conf|ip_forward)|^net\\.bridge' 2>/dev/null; echo @
            ip netns list-id | sort; tc qdisc
            """;

    private KernelView() {}

    static Map<String, List<String>> of(Labs labs, LabName name) throws LabException {
        Anchor anchor = labs.standing(name);
        Map<String, List<String>> all = new TreeMap<>();
        for (String place : labs.status(name).description().places().keySet()) {
            Netns netns = new Netns(place);
            Output output =
                    anchor.run(netns, List.of("sh", "-c", ALL), Map.of("OVS_RUNDIR", Switches.folder(netns)), "");
            List<String> lines = new ArrayList<>();
            for (String part : output.out().split("@\n", -1)) {
                if (part.startsWith("[")) {
                    MAPPER.readTree(part)
                            .valueStream()
                            .filter(KernelView::isNotLearned)
                            .forEach(each -> lines.add(steady(each).toString()));
                } else {
                    lines.addAll(Arrays.asList(part.split("\n", -1)));
                }
            }
            // Its own routes and its tables of MACs the kernel lists as they came in or as they hash.
            List<String> routes = lines.stream()
                    .filter(line -> line.contains("\"dst\"") && !line.contains("\"protocol\":\"kernel\""))
                    .toList();
            lines.add("routes in order: " + routes);
            lines.sort(null);
            assertThat(lines).as("what %s tells: %s", place, output.err()).hasSizeGreaterThan(20);
            all.put(place, lines);
        }
        all.put("", anchor.run(List.of("ls", "/run/netns"), "").out().lines().toList());
        return all;
    }

    private static boolean isNotLearned(JsonNode entry) {
        return !entry.has("mac")
                || List.of("permanent", "static").contains(entry.path("state").asString(""));
    }

    private static JsonNode steady(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> timers = object.propertyNames().stream()
                    .filter(field -> field.endsWith("timer"))
                    .toList();
            object.remove(timers);
            // How a link-local address came to be, not what it is: healing brings one back without the search for
            // others.
            object.remove("nodad");
        }
        node.forEach(KernelView::steady);
        return node;
    }

    /** Lines that only one of two views has, with its sign. */
    static List<String> between(Map<String, List<String>> before, Map<String, List<String>> after) {
        List<String> lines = new ArrayList<>();
        before.forEach((place, was) -> {
            List<String> is = after.getOrDefault(place, List.of());
            was.stream().filter(line -> !is.contains(line)).forEach(line -> lines.add(place + " - " + line));
            is.stream().filter(line -> !was.contains(line)).forEach(line -> lines.add(place + " + " + line));
            if (lines.isEmpty() && !was.equals(is)) {
                lines.add(place + " has the same lines in another order");
            }
        });
        return lines;
    }
}
