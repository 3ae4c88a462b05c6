package dev.plumbline.lab.draft;

import dev.plumbline.lab.ground.Netns;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What no machine can hold, told before anything is built. */
public final class Limits {

    /** Linux numbers a bridge's ports in ten bits, from 1 on. */
    private static final int PORTS = 1023;

    /** The kernel takes some 0.1 s to free each when the lab ends, and makes no namespace meanwhile. */
    private static final int GUESTS = 1000;

    private Limits() {}

    /** Why a build is too large; empty where it is not. */
    public static Optional<String> exceeded(LabBuild build) {
        long guests = build.nics().stream().map(VmNic::guest).distinct().count();
        Map<Spot, Integer> ports = new TreeMap<>();
        build.ports().forEach(port -> ports.merge(new Spot(port.place(), port.bridge()), 1, Integer::sum));
        Optional<String> crowded = ports.entrySet().stream()
                .filter(bridge -> bridge.getValue() > PORTS)
                .findFirst()
                .map(bridge ->
                        "in " + bridge.getKey().place() + ": " + bridge.getKey().bridge() + " would have "
                                + bridge.getValue() + " ports; a Linux bridge has " + PORTS
                                + " at most: spread the VMs over more nodes");
        return crowded.isPresent() || guests <= GUESTS
                ? crowded
                : Optional.of(guests + " VMs in one lab, where there are " + GUESTS + " at most");
    }

    private record Spot(Netns place, String bridge) implements Comparable<Spot> {
        @Override
        public int compareTo(Spot other) {
            int places = place.compareTo(other.place());
            return places != 0 ? places : bridge.compareTo(other.bridge());
        }
    }
}
