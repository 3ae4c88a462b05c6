package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.BridgePort;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Memberships of a site's Linux bridges, from whichever output shows them. */
final class Ports {

    /** Open vSwitch's kernel datapath: being its port says nothing of the bridge (openvswitch, vport-netdev). */
    static final String OVS_DATAPATH = "ovs-system";

    /** One membership, as the kernel states it. */
    record Membership(String port, String bridge, Verdict cap, List<Origin> evidence) {}

    private Ports() {}

    /** Every membership of a device in a Linux bridge or bond, by device, then master. */
    static List<Membership> of(Site site) {
        return site.memberships();
    }

    /** Puts them together, once for a site. */
    static List<Membership> read(Site site) {
        TreeMap<String, Membership> found = new TreeMap<>();
        for (Sighting device : site.devices()) {
            for (Held<String> master : device.masters()) {
                if (!master.value().equals(Sighting.NO_MASTER)
                        && !master.value().equals(OVS_DATAPATH)) {
                    found.put(
                            device.name() + "\0" + master.value(),
                            new Membership(device.name(), master.value(), master.cap(), master.evidence()));
                }
            }
        }
        for (BridgePort port : site.all(BridgePort.class)) {
            found.putIfAbsent(
                    port.port() + "\0" + port.bridge(),
                    new Membership(
                            port.port(),
                            port.bridge(),
                            port.vantage().standing().cap(),
                            List.of(port.origin())));
        }
        return List.copyOf(found.values());
    }

    static List<Membership> ofBridge(Site site, String bridge) {
        return of(site).stream()
                .filter(membership -> membership.bridge().equals(bridge))
                .toList();
    }

    /** Names of everything that has ports here, bonds among it. */
    static SortedSet<String> masters(Site site) {
        SortedSet<String> names = new TreeSet<>();
        of(site).forEach(membership -> names.add(membership.bridge()));
        return names;
    }

    /** Denials of ports that one output shows in a bridge and another, by a whole line, in none. */
    static List<Claim> contested(Site site, Step step) {
        Set<String> ports = of(site).stream().map(Membership::port).collect(Collectors.toSet());
        return portsOfNothing(site, device -> ports.contains(device.name()), step);
    }

    /** Denials: devices that a whole line shows without a master. */
    static List<Claim> portsOfNothing(Site site, Predicate<Sighting> which, Step step) {
        List<Claim> denials = new ArrayList<>();
        for (Sighting device : site.devices()) {
            if (which.test(device)) {
                device.masters().stream()
                        .filter(master -> master.value().equals(Sighting.NO_MASTER))
                        .forEach(master -> denials.add(new Claim.Denies(
                                device.id(),
                                step,
                                device.name() + " has no master: it is a port of no bridge",
                                master.evidence())));
            }
        }
        return denials;
    }
}
