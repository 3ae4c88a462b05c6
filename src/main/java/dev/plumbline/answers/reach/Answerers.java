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
    static final String ARP =
            "machines answer ARP only on the device that has the address (arp_ignore was not seen everywhere)";

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
                        .filter(device -> device.scope().equals(scope))
                        .forEach(answers::add);
            }
        }
        return List.copyOf(answers);
    }

    /** Whether a machine is known to answer on any device for any address of its own (the kernel's default). */
    private boolean everywhere(Scope scope) {
        return terrain.setting(scope, "arp_ignore").filter("0"::equals).isPresent();
    }

    /** Whether it is not known how a machine with several devices in this segment answers. */
    boolean open(Flood flood, Scope scope) {
        return flood.takenIn(scope) > 1 && terrain.setting(scope, "arp_ignore").isEmpty();
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
