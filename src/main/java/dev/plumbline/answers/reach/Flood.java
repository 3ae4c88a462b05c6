package dev.plumbline.answers.reach;

import dev.plumbline.evidence.Scope;
import dev.plumbline.topology.DeviceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a broadcast frame came that was sent at a device: every way it took, once. A unicast frame takes the one of these ways that
 * leads to its station.
 */
final class Flood {

    /** How a frame stands to a device. */
    enum Way {
        /** It goes out of it. */
        LEAVES,
        /** It comes in from outside. */
        ENTERS,
        /** It is inside a bridge. */
        BRIDGED,
        /** It is handed to the machine that has the device. */
        TAKEN
    }

    /** @param parent the stop before; -1 for the first @param vlan the tag it bears; 0 for none */
    record Stop(int parent, DeviceId device, Way way, int vlan, Optional<Edge> by) {}

    /** A way that ends. */
    record End(int stop, Cause cause) {}

    private final List<Stop> stops;
    private final Map<DeviceId, Integer> taken = new LinkedHashMap<>();
    private final Map<Scope, Integer> takenIn = new HashMap<>();
    private final List<Integer> exits;
    private final List<End> ends;
    private final List<End> gaps;
    private final List<End> loops;

    /**
     * @param stops in the order they were come to
     * @param exits stops from which it goes out to where nothing is seen
     * @param ends ways that end, nearest first
     * @param gaps ways on which evidence ends
     * @param loops ways that come back to a bridge they have been through
     */
    Flood(List<Stop> stops, List<Integer> exits, List<End> ends, List<End> gaps, List<End> loops) {
        this.stops = List.copyOf(stops);
        this.exits = List.copyOf(exits);
        this.ends = List.copyOf(ends);
        this.gaps = List.copyOf(gaps);
        this.loops = List.copyOf(loops);
        for (int at = 0; at < stops.size(); at++) {
            Stop stop = stops.get(at);
            if (stop.way() == Way.TAKEN && taken.putIfAbsent(stop.device(), at) == null) {
                takenIn.merge(stop.device().scope(), 1, Integer::sum);
            }
        }
    }

    /** Devices at which a machine takes the frame, in order of nearness. */
    Set<DeviceId> taken() {
        return taken.keySet();
    }

    /** At how many devices a machine takes it. */
    int takenIn(Scope scope) {
        return takenIn.getOrDefault(scope, 0);
    }

    boolean takes(DeviceId device) {
        return taken.containsKey(device);
    }

    /** The stops to a device that takes the frame, the first one first. */
    List<Stop> to(DeviceId device) {
        return trail(taken.getOrDefault(device, -1));
    }

    List<Stop> trail(int stop) {
        List<Stop> trail = new ArrayList<>();
        for (int at = stop; at >= 0; at = stops.get(at).parent()) {
            trail.add(stops.get(at));
        }
        return trail.reversed();
    }

    /** Every stop, in the order they were come to. */
    List<Stop> all() {
        return stops;
    }

    Stop stop(int index) {
        return stops.get(index);
    }

    /** Where it goes out to where nothing is seen. */
    List<Integer> exits() {
        return exits;
    }

    /** Ways that end, with why, nearest first. */
    List<End> ends() {
        return ends;
    }

    /**
     * Whether there is but one way: where it ends no frame gets any further, whatever was not seen. A bridge that passes frames on
     * may have more ports than were seen.
     */
    boolean straight() {
        Set<Integer> parents = new HashSet<>();
        return stops.stream()
                        .filter(stop -> stop.way() != Way.TAKEN)
                        .allMatch(stop -> !passed(stop.parent()) && parents.add(stop.parent()))
                && ends.stream().noneMatch(this::atPort);
    }

    private boolean passed(int stop) {
        return stop >= 0 && stops.get(stop).way() == Way.BRIDGED;
    }

    /** Whether it ends at one of the ports by which a bridge sends, not at the bridge or the port that it came in by. */
    private boolean atPort(End end) {
        Stop stop = stops.get(end.stop());
        Optional<DeviceId> in = stop.parent() < 0
                ? Optional.empty()
                : Optional.of(stops.get(stop.parent()).device());
        return stop.way() == Way.BRIDGED
                && !end.cause().at().equals(Optional.of(stop.device()))
                && !end.cause().at().equals(in);
    }

    /** Ways that come back to a bridge they have been through. */
    List<End> loops() {
        return loops;
    }

    /** Ways on which evidence ends. */
    List<End> gaps() {
        return gaps;
    }

    int size() {
        return stops.size();
    }
}
