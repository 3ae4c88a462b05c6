package dev.plumbline.answers.reach;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Ip;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.DeviceId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who answers for an address in a segment, and whether frames to that station come to it. */
record Answerers(Terrain terrain, Stacks stacks) {

    /** The premise that stands in for a setting that no output shows. */
    private static final String ARP =
            "machines answer ARP only on the device that has the address (arp_ignore was not seen everywhere)";

    private static final String NO_OWN = "no device has an arp_ignore of its own";
    private static final String NAME = "arp_ignore";

    /** Devices that answer, nearest first. @param self who asks: it does not answer itself */
    List<DeviceId> of(Flood flood, Ip address, Scope self) {
        Set<DeviceId> answers = new LinkedHashSet<>();
        for (Stack.Local holder : stacks.holders(address)) {
            Scope scope = holder.device().scope();
            if (scope.equals(self)) {
                continue;
            }
            if (flood.takes(holder.device())
                    && Health.mute(terrain.device(holder.device())).isEmpty()) {
                answers.add(holder.device());
            }
            if (everywhere(scope)) {
                flood.taken().stream()
                        .filter(device -> device.scope().equals(scope) && !apart(device))
                        .forEach(answers::add);
            }
        }
        return List.copyOf(answers);
    }

    /** Whether a machine answers on any device for any address of its own, as the kernel does by default. */
    private boolean everywhere(Scope scope) {
        return terrain.setting(scope, NAME).filter("0"::equals).isPresent();
    }

    /** Whether a device is set to answer for its own addresses alone: of its value and the machine's the higher counts. */
    private boolean apart(DeviceId device) {
        return terrain.setting(device.scope(), NAME)
                        .filter(value -> !value.equals("0"))
                        .isPresent()
                || terrain.setting(device, NAME)
                        .filter(value -> !value.equals("0"))
                        .isPresent();
    }

    /** What is assumed of how a machine with several devices in this segment answers; empty where that was seen. */
    Optional<String> premise(Flood flood, Scope scope) {
        if (flood.takenIn(scope) < 2) {
            return Optional.empty();
        }
        List<DeviceId> devices = flood.taken().stream()
                .filter(device -> device.scope().equals(scope))
                .toList();
        boolean seen = devices.stream()
                .allMatch(device -> apart(device)
                        || everywhere(scope) && terrain.setting(device, NAME).isPresent());
        return seen ? Optional.empty() : Optional.of(everywhere(scope) ? NO_OWN : ARP);
    }

    /** Others of the segment that claim a station's MAC, the sender among them. */
    List<DeviceId> claiming(Flood flood, DeviceId sender, DeviceId station) {
        Optional<Mac> mac = terrain.device(station).mac();
        List<DeviceId> others = new ArrayList<>();
        for (DeviceId other : mac.map(terrain::withMac).orElse(List.of())) {
            boolean own = other.equals(station);
            if (!own && (other.equals(sender) || flood.takes(other))) {
                others.add(other);
            }
        }
        return others;
    }

    /** Whether the bridge where the ways to a station and to others part has last heard its MAC on the station's side. */
    boolean holds(Flood flood, DeviceId station, List<DeviceId> others) {
        Mac mac = terrain.device(station).mac().orElseThrow();
        List<Flood.Stop> way = flood.to(station);
        return others.stream().allMatch(other -> {
            List<Flood.Stop> its = flood.to(other);
            int i = 0;
            while (i + 1 < Math.min(way.size(), its.size())
                    && way.get(i + 1).device().equals(its.get(i + 1).device())) {
                i++;
            }
            if (its.isEmpty() || i + 1 >= way.size() || way.get(i).way() != Flood.Way.BRIDGED) {
                return false;
            }
            DeviceId port = way.get(i + 1).device();
            return terrain.stations(way.get(i).device(), mac).stream()
                    .anyMatch(known -> known.port().equals(port));
        });
    }
}
