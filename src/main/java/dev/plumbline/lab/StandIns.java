package dev.plumbline.lab;

import dev.plumbline.lab.draft.GuestKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows what stands for something else as that: a veth pair stands for a tap and the guest's NIC, or a tap for the NIC
 * alone, another pair for a node's NIC and its cable. All else is as the kernel tells it.
 */
final class StandIns {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What tells of a veth's other end. */
    private static final List<String> OF_PAIRS = List.of("link", "link_index", "link_netnsid", "link_netns");

    private final Map<String, Set<String>> hardware = new HashMap<>();
    private final Map<String, Set<String>> taps = new HashMap<>();

    StandIns(LabDescription built) {
        built.hardware().forEach((place, devices) -> hardware.put(place, new HashSet<>(devices)));
        if (built.guests() == GuestKind.NETNS) {
            built.machines()
                    .forEach(machine ->
                            taps.put(machine.pod(), new HashSet<>(machine.taps().keySet())));
        }
    }

    /** @param links what {@code ip -j -d link} or {@code ip -j addr} tells of a place */
    String shown(String place, String links) {
        JsonNode list = MAPPER.readTree(links);
        for (JsonNode link : list) {
            if (link instanceof ObjectNode device) {
                String name = device.path("ifname").asString("");
                if (hardware.getOrDefault(place, Set.of()).contains(name)) {
                    withoutPair(device);
                    withoutKind(device);
                } else if (taps.getOrDefault(place, Set.of()).contains(name)) {
                    withoutPair(device);
                    tap(device);
                }
            }
        }
        return MAPPER.writeValueAsString(list) + "\n";
    }

    private static void withoutPair(ObjectNode device) {
        OF_PAIRS.forEach(device::remove);
    }

    /** What it is to its bridge stays. */
    private static void withoutKind(ObjectNode device) {
        if (device.get("linkinfo") instanceof ObjectNode info) {
            info.remove(List.of("info_kind", "info_data"));
            if (info.isEmpty()) {
                device.remove("linkinfo");
            }
        }
    }

    private static void tap(ObjectNode device) {
        if (device.get("linkinfo") instanceof ObjectNode info) {
            info.put("info_kind", "tun");
            info.putObject("info_data").put("type", "tap").put("pi", false).put("vnet_hdr", true);
        }
    }
}
