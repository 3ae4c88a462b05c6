package dev.plumbline.views.picture;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Topology.Other;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who speaks of what in an answer, asked for by name: an answer of a thousand machines is not to be searched for each
 * box. Numbers are places in the answer's lists.
 */
final class Mentions {

    private final Map<String, List<Integer>> affecting = new HashMap<>();
    private final Map<String, List<Integer>> placed = new HashMap<>();
    private final Map<String, List<Integer>> settling = new HashMap<>();
    private final Map<DeviceId, List<Other>> others = new HashMap<>();

    private Mentions() {}

    static Mentions of(MapAnswer answer) {
        Mentions mentions = new Mentions();
        for (int i = 0; i < answer.findings().size(); i++) {
            put(mentions.affecting, answer.findings().get(i).affects(), i);
            put(mentions.placed, answer.findings().get(i).where(), i);
        }
        for (int i = 0; i < answer.needs().size(); i++) {
            put(mentions.settling, answer.needs().get(i).settles(), i);
        }
        for (Other other : answer.topology().others()) {
            DeviceId bridge = new DeviceId(other.device().scope(), other.on());
            mentions.others.computeIfAbsent(bridge, _ -> new ArrayList<>()).add(other);
        }
        return mentions;
    }

    private static void put(Map<String, List<Integer>> places, List<String> names, int place) {
        names.stream()
                .distinct()
                .forEach(n -> places.computeIfAbsent(n, _ -> new ArrayList<>()).add(place));
    }

    /** Findings that affect a NIC, {@code controller-0/nic5}. */
    List<Integer> affecting(String ref) {
        return affecting.getOrDefault(ref, List.of());
    }

    /** Findings at a device, {@code scope:name}. */
    List<Integer> at(String device) {
        return placed.getOrDefault(device, List.of());
    }

    /** Needs that would settle a NIC. */
    List<Integer> settling(String ref) {
        return settling.getOrDefault(ref, List.of());
    }

    /** Ports of this bridge that no path takes. */
    List<Other> others(Hop bridge) {
        return bridge.gap() ? List.of() : others.getOrDefault(new DeviceId(bridge.scope(), bridge.label()), List.of());
    }

    /** What is known of such a port. */
    static String told(Other other) {
        return other.device().name() + ": "
                + (other.why().isEmpty() ? other.verdict().word() : other.why());
    }
}
