package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.KernelSetting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What bridges and their ports are set to, where it decides whether a frame passes (rtnetlink IFLA_BR_*, IFLA_BRPORT_*). */
final class PortSettings {

    private static final List<String> OF_PORT =
            List.of("state", "isolated", "learning", "flood", "bcast_flood", "locked");
    private static final List<String> STATES = List.of("disabled", "listening", "learning", "forwarding", "blocking");
    private static final List<String> OF_BRIDGE = List.of("vlan_filtering", "stp_state");

    private PortSettings() {}

    /** Of an entry of {@code ip -d -j link}. */
    static void json(Observation observation, Tree entry, String device, List<Fact> facts) {
        Tree info = entry.at("linkinfo");
        if (info.at("info_slave_kind").text().equals("bridge")) {
            take(observation, info.at("info_slave_data"), OF_PORT, device, facts);
        }
        if (info.at("info_kind").text().equals("bridge")) {
            take(observation, info.at("info_data"), OF_BRIDGE, device, facts);
        }
    }

    /** Of an entry of {@code bridge -j link}. */
    static void ofPort(Observation observation, Tree entry, String device, List<Fact> facts) {
        take(observation, entry, OF_PORT, device, facts);
    }

    /** Of a line of {@code bridge link} in text, whose last state is the port's; a line that may be cut says nothing. */
    static List<KernelSetting> ofPort(Observation observation, Line line, String device) {
        List<String> words = Words.of(line.text()).all();
        int at = words.lastIndexOf("state");
        boolean whole = at > words.indexOf("master") && words.indexOf("master") >= 0 && at + 2 < words.size();
        return whole && STATES.contains(words.get(at + 1))
                ? List.of(new KernelSetting(
                        observation.vantage(), observation.at(line), device, "state", words.get(at + 1)))
                : List.of();
    }

    /** Of a line of {@code ip -d link} in text: pairs of name and value, in which a switch is on or off. */
    static Map<String, String> text(Words words) {
        List<String> names = switch (words.at(0)) {
            case "bridge_slave" -> OF_PORT;
            case "bridge" -> OF_BRIDGE;
            default -> List.of();
        };
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : names) {
            String value = words.settled(name);
            if (!value.isEmpty()) {
                settings.put(name, value.equals("on") ? "true" : value.equals("off") ? "false" : value);
            }
        }
        return settings;
    }

    private static void take(Observation observation, Tree from, List<String> names, String device, List<Fact> facts) {
        for (String name : names) {
            String value = from.at(name).text();
            if (!value.isEmpty()) {
                facts.add(new KernelSetting(observation.vantage(), from.spot().origin(), device, name, value));
            }
        }
    }
}
