package dev.plumbline.lab;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.lab.draft.LabBuild;
import dev.plumbline.lab.draft.VmNic;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.systems.kubevirt.PodNaming;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which devices of a lab are next to each other, told by what was built: nothing here knows how evidence is read. */
public final class Truth {

    private record Spot(String place, String device) {}

    private final Set<Set<Spot>> neighbours = new HashSet<>();
    private final Map<String, String> places = new HashMap<>();

    public Truth(LabBuild build, LabDescription lab) throws LabException {
        lab.places().keySet().forEach(place -> places.put(lab.scope(place), place));
        Map<Spot, String> renamed = new HashMap<>();
        build.nics().stream()
                .filter(VmNic::renamed)
                .forEach(nic -> renamed.put(spot(nic.pod(), nic.podDevice()), PodNaming.renamed(nic.podDevice())));
        for (LabBuild.Wire wire : build.wires()) {
            next(now(renamed, wire.one()), now(renamed, wire.other()));
        }
        build.ports().forEach(port -> next(spot(port.place(), port.device()), spot(port.place(), port.bridge())));
        build.uppers().forEach(this::upper);
        for (LabBuild.Switch one : build.switches()) {
            for (LabBuild.SwitchPort port : one.ports()) {
                List<String> devices = port.members().isEmpty() ? List.of(port.name()) : port.members();
                devices.forEach(device -> next(spot(one.place(), device), spot(one.place(), one.name())));
            }
        }
        for (VmNic nic : build.nics()) {
            Spot tap = spot(nic.pod(), PodNaming.tap(nic.podDevice()));
            Spot bridge = spot(nic.pod(), PodNaming.bridge(nic.podDevice()));
            next(spot(nic.guest(), nic.guestDevice()), tap);
            next(tap, bridge);
            if (nic.binding() == VmNic.Binding.BRIDGE) {
                Spot inside = spot(nic.pod(), nic.podDevice());
                next(bridge, spot(nic.pod(), renamed.getOrDefault(inside, nic.podDevice())));
            } else if (Kernel.look().has(Feature.NAT)) {
                // The rules that the builder writes translate between these two.
                next(bridge, spot(nic.pod(), nic.podDevice()));
            }
        }
    }

    private static Spot spot(Netns place, String device) {
        return new Spot(place.name(), device);
    }

    private static Spot now(Map<Spot, String> renamed, LabBuild.End end) {
        Spot built = spot(end.place(), end.name());
        return new Spot(built.place(), renamed.getOrDefault(built, built.device()));
    }

    private void upper(LabBuild.Upper upper) {
        List<String> below = switch (upper) {
            case LabBuild.Vlan vlan -> List.of(vlan.base());
            case LabBuild.Bond bond -> bond.members();
        };
        below.forEach(device -> next(spot(upper.place(), upper.name()), spot(upper.place(), device)));
    }

    private void next(Spot one, Spot other) {
        neighbours.add(Set.of(one, other));
    }

    /**
     * Steps that are said to be proven.
     *
     * @param count how many there are
     * @param wrong those that lead from one device to another that is not next to it
     */
    public record Steps(int count, List<String> wrong) {}

    public Steps steps(Topology seen) {
        int count = 0;
        List<String> wrong = new ArrayList<>();
        for (Machine machine : seen.machines()) {
            for (Nic nic : machine.nics()) {
                List<Hop> hops = nic.path().hops();
                for (int i = 1; i < hops.size(); i++) {
                    Hop hop = hops.get(i);
                    if (hop.verdict() == Verdict.PROVEN
                            && !hop.gap()
                            && !hops.get(i - 1).gap()) {
                        count++;
                        if (!neighbours.contains(Set.of(seen(hops.get(i - 1)), seen(hop)))) {
                            wrong.add(machine.path() + " " + nic.ref() + ": " + seen(hops.get(i - 1)) + " to "
                                    + seen(hop));
                        }
                    }
                }
            }
        }
        return new Steps(count, wrong);
    }

    private Spot seen(Hop hop) {
        return new Spot(places.getOrDefault(hop.scope().path(), hop.scope().path()), hop.label());
    }
}
