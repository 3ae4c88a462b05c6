package dev.plumbline.answers.reach;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Cidr;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Settings;
import dev.plumbline.topology.Topology;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Whether frames that go out take the wire of their network. The definition of the NIC's network names a bridge; and where most
 * of those who have addresses in the same subnet use one bridge, a frame of that subnet belongs there.
 */
final class Wires {

    private final Owners owners;
    private final Map<Cidr, Map<String, Integer>> votes = new HashMap<>();

    Wires(Terrain terrain, Owners owners) {
        this.owners = owners;
        Topology topology = terrain.topology();
        Set<String> counted = new HashSet<>();
        for (Machine machine : topology.machines()) {
            for (Nic nic : machine.nics()) {
                SortedSet<String> bridges = owners.bridges(new Owners.Owner(machine, nic));
                // Where no definition tells, the bridge that it uses.
                Optional<String> used = nic.path().hops().stream()
                        .filter(hop -> hop.scope().is(Scope.Kind.NODE) && over(hop.kind()))
                        .map(Hop::label)
                        .findFirst();
                Optional<String> bridge = bridges.isEmpty() ? used : Optional.of(bridges.first());
                if (bridge.isPresent()
                        && bridges.size() < 2
                        && !nic.path().end().equals("cluster-network")) {
                    nic.addresses()
                            .forEach(address ->
                                    vote(address.address(), bridge.get(), machine.path() + nic.ref(), counted));
                }
            }
        }
        for (Settings.HeldAddress address : topology.settings().addresses()) {
            DeviceId device = address.device();
            if (device.scope().is(Scope.Kind.NODE) && terrain.bridge(device)) {
                vote(address.address(), device.name(), device.toString(), counted);
            } else if (address.basis().equals("configured")) {
                owners.of(device)
                        .map(owners::bridges)
                        .filter(bridges -> bridges.size() == 1)
                        .ifPresent(
                                bridges -> vote(address.address(), bridges.first(), "configured " + device, counted));
            }
        }
    }

    private static boolean over(Kind kind) {
        return kind instanceof Kind.Bridge || kind instanceof Kind.OvsBridge;
    }

    private void vote(String address, String bridge, String voter, Set<String> counted) {
        Cidr.parse(address).filter(cidr -> !cidr.address().linkLocal()).ifPresent(cidr -> {
            Cidr subnet = cidr.network();
            if (counted.add(voter + "\0" + subnet)) {
                votes.computeIfAbsent(subnet, _ -> new TreeMap<>()).merge(bridge, 1, Integer::sum);
            }
        });
    }

    /** Why a frame that goes out on this way goes out wrong. @param subnets of the sending device */
    Optional<Cause> wrong(Trail trail, List<Cidr> subnets, DeviceId exit) {
        List<DeviceId> crossed = trail.nodeBridges();
        if (crossed.isEmpty()) {
            return Optional.empty();
        }
        Optional<Owners.Owner> owner = owners.of(trail);
        SortedSet<String> own = owner.map(owners::bridges).orElse(new java.util.TreeSet<>());
        DeviceId bridge = crossed.getFirst();
        if (!own.isEmpty() && crossed.stream().noneMatch(each -> own.contains(each.name()))) {
            return Optional.of(wrong(bridge, exit, String.join(" or ", own), "its network's definition names"));
        }
        for (Cidr subnet : subnets) {
            Map<String, Integer> each = votes.getOrDefault(subnet.network(), Map.of());
            int here = crossed.stream()
                    .mapToInt(id -> each.getOrDefault(id.name(), 0))
                    .max()
                    .orElse(0);
            Optional<String> other = each.entrySet().stream()
                    .filter(entry -> entry.getValue() > here)
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey);
            if (other.isPresent()) {
                return Optional.of(wrong(bridge, exit, other.get(), "others of " + subnet.network() + " use"));
            }
        }
        return Optional.empty();
    }

    private static Cause wrong(DeviceId bridge, DeviceId exit, String right, String why) {
        return new Cause(
                Cause.Sort.WRONG_WIRE,
                Optional.of(bridge),
                "frames go out by " + bridge.name() + " and " + exit.name() + "; " + why + " " + right,
                Optional.empty());
    }
}
