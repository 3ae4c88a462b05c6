package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.KernelSetting;
import java.util.List;

/** What bridges and their ports are set to, where it decides whether a frame passes (rtnetlink IFLA_BR_*, IFLA_BRPORT_*). */
final class PortSettings {

    private static final List<String> OF_PORT =
            List.of("state", "isolated", "learning", "flood", "bcast_flood", "locked");
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

    private static void take(Observation observation, Tree from, List<String> names, String device, List<Fact> facts) {
        for (String name : names) {
            String value = from.at(name).text();
            if (!value.isEmpty()) {
                facts.add(new KernelSetting(observation.vantage(), from.spot().origin(), device, name, value));
            }
        }
    }
}
