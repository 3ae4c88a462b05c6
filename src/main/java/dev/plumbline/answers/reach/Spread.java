package dev.plumbline.answers.reach;

import dev.plumbline.answers.reach.Flood.End;
import dev.plumbline.answers.reach.Flood.Stop;
import dev.plumbline.answers.reach.Flood.Way;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Sends a broadcast frame through the terrain: by every way, once. */
final class Spread {

    private record Inside(DeviceId bridge, int vlan) {}

    /** More than any network that a node carries; beyond it the rest stays unseen. */
    private static final int MOST = 400_000;

    private final Terrain terrain;
    private final List<Stop> stops = new ArrayList<>();
    private final List<Integer> exits = new ArrayList<>();
    private final List<End> ends = new ArrayList<>();
    private final List<End> gaps = new ArrayList<>();
    private final List<End> loops = new ArrayList<>();
    private final Set<Stop> visited = new HashSet<>();
    private final Set<Inside> inside = new HashSet<>();
    private final Optional<Mac> sender;
    private final Map<DeviceId, Switching> switches;
    private final ArrayDeque<Integer> open = new ArrayDeque<>();

    private Spread(Terrain terrain, Optional<Mac> sender, Map<DeviceId, Switching> switches) {
        this.terrain = terrain;
        this.sender = sender;
        this.switches = switches;
    }

    /** Of a frame that the machine itself sends by a device. */
    static Flood from(Terrain terrain, DeviceId device, Map<DeviceId, Switching> switches) {
        return new Spread(terrain, terrain.device(device).mac(), switches).run(device, Way.LEAVES, 0);
    }

    /** Of a frame that comes in by an uplink from where nothing is seen. */
    static Flood into(Terrain terrain, DeviceId uplink, int vlan, Map<DeviceId, Switching> switches) {
        return new Spread(terrain, Optional.empty(), switches).run(uplink, Way.ENTERS, vlan);
    }

    private Flood run(DeviceId device, Way way, int vlan) {
        stop(-1, device, way, vlan, Optional.empty());
        while (!open.isEmpty() && stops.size() < MOST) {
            int at = open.removeFirst();
            Stop stop = stops.get(at);
            switch (stop.way()) {
                case LEAVES -> leave(at, stop);
                case ENTERS -> enter(at, stop);
                case BRIDGED -> bridge(at, stop);
                case TAKEN -> {} // it is at its end
            }
        }
        return new Flood(stops, exits, ends, gaps, loops);
    }

    private void stop(int parent, DeviceId device, Way way, int vlan, Optional<Edge> by) {
        // Into a bridge it may come by several ports, in VLANs of their own.
        int port = way == Way.BRIDGED ? parent : -1;
        if (visited.add(new Stop(port, device, way, vlan, Optional.empty()))) {
            stops.add(new Stop(parent, device, way, vlan, by));
            open.add(stops.size() - 1);
        }
    }

    private void leave(int at, Stop stop) {
        DeviceId device = stop.device();
        Optional<Cause> ill = stop.parent() < 0 && terrain.bridge(device)
                ? Health.down(terrain.device(device))
                : Health.of(terrain, device);
        if (ill.isPresent()) {
            ends.add(new End(at, ill.get()));
            return;
        }
        Optional<Edge> master = terrain.master(device);
        Optional<Edge> lower = terrain.lower(device);
        boolean internal =
                master.filter(edge -> edge.detail().equals("internal")).isPresent();
        if (terrain.bridge(device)) {
            stop(at, device, Way.BRIDGED, stop.vlan(), Optional.empty());
        } else if (internal) {
            stop(at, master.orElseThrow().to(), Way.BRIDGED, stop.vlan(), master);
        } else if (lower.isPresent()) {
            down(at, stop, lower.get());
        } else if (terrain.bond(device)) {
            terrain.ports(device)
                    .forEach(member -> stop(at, member.to(), Way.LEAVES, stop.vlan(), Optional.of(member)));
        } else {
            over(at, stop);
        }
    }

    private void down(int at, Stop stop, Edge lower) {
        Device device = terrain.device(stop.device());
        int vlan = stop.vlan();
        if (device.kind() instanceof Kind.Vlan tagged) {
            if (vlan != 0 || tagged.id().isEmpty()) {
                gaps.add(new End(at, Cause.unseen(device.id(), "its VLAN was not seen", "ip -d link show")));
                return;
            }
            vlan = tagged.id().getAsInt();
        }
        stop(at, lower.to(), Way.LEAVES, vlan, Optional.of(lower));
        // Macvlans of one lower device hear each other in mode bridge, which is what CNI asks for.
        if (lower.step() == Step.LOWER) {
            for (Edge sibling : terrain.uppers(lower.to())) {
                if (sibling.step() == Step.LOWER && !sibling.to().equals(stop.device())) {
                    stop(at, sibling.to(), Way.ENTERS, vlan, Optional.of(sibling));
                }
            }
        }
    }

    private void over(int at, Stop stop) {
        DeviceId device = stop.device();
        List<Edge> wires = terrain.wires(device);
        for (Edge wire : wires) {
            stop(at, wire.to(), Way.ENTERS, stop.vlan(), Optional.of(wire));
        }
        if (Uplinks.is(terrain, device)) {
            exits.add(at);
        } else if (wires.isEmpty()) {
            gaps.add(new End(at, unseen(device)));
        }
    }

    private Cause unseen(DeviceId device) {
        boolean guest = device.scope().is(Scope.Kind.GUEST);
        return guest
                ? Cause.unseen(device, "its tap was not seen", "ip -d link show")
                : Cause.unseen(device, "its other end was not seen", "ip -d link show");
    }

    private void enter(int at, Stop stop) {
        DeviceId device = stop.device();
        Optional<Cause> ill = Health.of(terrain, device);
        if (ill.isPresent()) {
            ends.add(new End(at, ill.get()));
            return;
        }
        // A VLAN device takes its frames before a bridge sees them (net/core/dev.c, vlan_do_receive).
        Optional<Edge> tagged = terrain.uppers(device).stream()
                .filter(edge -> stop.vlan() != 0
                        && terrain.device(edge.to()).kind() instanceof Kind.Vlan vlan
                        && vlan.id().equals(OptionalInt.of(stop.vlan())))
                .findFirst();
        if (tagged.isPresent()) {
            stop(at, tagged.get().to(), Way.ENTERS, 0, tagged);
            return;
        }
        Optional<Edge> master = terrain.master(device);
        boolean inner =
                stop.by().filter(edge -> edge.detail().equals("internal")).isPresent();
        if (inner) {
            host(at, stop); // a switch's internal port is the machine's own
            return;
        }
        if (master.isPresent()) {
            boolean bond = master.get().step() == Step.BOND;
            stop(at, master.get().to(), bond ? Way.ENTERS : Way.BRIDGED, stop.vlan(), master);
            return;
        }
        terrain.uppers(device).stream()
                .filter(edge -> edge.step() == Step.LOWER)
                .forEach(edge -> stop(at, edge.to(), Way.ENTERS, stop.vlan(), Optional.of(edge)));
        host(at, stop);
    }

    private void host(int at, Stop stop) {
        DeviceId device = stop.device();
        Optional<Edge> lower = terrain.lower(device).filter(edge -> edge.step() == Step.LOWER);
        Optional<Step> by = stop.by().map(Edge::step);
        if (by.equals(Optional.of(Step.PASSTHROUGH))) {
            exits.add(at);
        } else if (lower.isPresent()
                && by.equals(Optional.of(Step.LOWER))
                && !terrain.wires(device).isEmpty()) {
            terrain.wires(device).forEach(wire -> stop(at, wire.to(), Way.ENTERS, stop.vlan(), Optional.of(wire)));
        } else if (lower.isPresent() && by.equals(Optional.of(Step.VIRTIO))) {
            down(at, stop, lower.get());
        } else if (stop.vlan() != 0) {
            ends.add(new End(
                    at, Cause.of(Cause.Sort.VLAN, device, device.name() + " takes no frames of VLAN " + stop.vlan())));
        } else {
            stop(at, device, Way.TAKEN, 0, Optional.empty());
            pendent(at, device);
        }
    }

    /** A tap or a pair's end that belongs into a bridge, and is in none. */
    private void pendent(int at, DeviceId device) {
        Kind kind = terrain.device(device).kind();
        boolean port = (kind instanceof Kind.Tap || kind instanceof Kind.Veth) && !terrain.addressed(device);
        boolean guest = device.scope().is(Scope.Kind.GUEST);
        if (port && !guest && (terrain.alone(device) || terrain.sawAll(device.scope(), "links"))) {
            ends.add(new End(at, Cause.of(Cause.Sort.MISSING_PORT, device, device.name() + " is a port of no bridge")));
        } else if (port && !guest) {
            gaps.add(new End(
                    at, Cause.unseen(device, "whether it is a port of a bridge was not seen", "ip -d link show")));
        }
    }

    private void bridge(int at, Stop stop) {
        DeviceId bridge = stop.device();
        Switching rules = switches.computeIfAbsent(bridge, id -> new Switching(terrain, id));
        Optional<Cause> down = rules.ovs() ? Optional.empty() : Health.down(terrain.device(bridge));
        if (down.isPresent()) {
            ends.add(new End(at, Cause.of(Cause.Sort.BRIDGE_DOWN, bridge, bridge.name() + " is down")));
            return;
        }
        DeviceId in = stop.parent() < 0 ? bridge : stops.get(stop.parent()).device();
        boolean own = in.equals(bridge);
        Optional<Cause> shut = own ? Optional.empty() : rules.closed(in);
        OptionalInt vlan = rules.in(in, stop.vlan());
        if (shut.isPresent() || vlan.isEmpty()) {
            ends.add(new End(
                    at,
                    shut.orElseGet(() -> Cause.of(
                            Cause.Sort.VLAN,
                            in,
                            in.name() + " of " + bridge.name() + " takes no "
                                    + (stop.vlan() == 0 ? "untagged frames" : "frames of VLAN " + stop.vlan())))));
            return;
        }
        Optional<Cause> filtered = own ? Optional.empty() : sender.flatMap(mac -> rules.filtered(in, mac));
        if (filtered.isPresent()) {
            (filtered.get().need().isPresent() ? gaps : ends).add(new End(at, filtered.get()));
            return;
        }
        if (!inside.add(new Inside(bridge, vlan.getAsInt()))) {
            if (sure(at)) {
                loops.add(new End(
                        at,
                        Cause.of(
                                Cause.Sort.LOOP,
                                in,
                                "frames come back to " + bridge.name() + " by " + in.name() + ": a loop")));
            }
            return;
        }
        if (!own) {
            local(at, bridge, rules, vlan.getAsInt());
        }
        for (Edge port : terrain.ports(bridge)) {
            if (!port.to().equals(in)) {
                out(at, stop, rules, in, port, vlan.getAsInt());
            }
        }
    }

    /** Cables between switches that no one saw are taken to be one wire; that this makes a ring is no more than that. */
    private boolean sure(int stop) {
        boolean sure = true;
        for (int at = stop; at >= 0 && sure; at = stops.get(at).parent()) {
            sure = stops.get(at).by().map(Edge::verdict).orElse(Verdict.PROVEN) == Verdict.PROVEN;
        }
        return sure;
    }

    /** The bridge is a device of its machine as well. */
    private void local(int at, DeviceId bridge, Switching rules, int vlan) {
        int out = terrain.tags(bridge).isEmpty() && vlan == 1 && !rules.ovs()
                ? 0
                : rules.out(bridge, vlan).orElse(-1);
        Optional<Edge> tagged = terrain.uppers(bridge).stream()
                .filter(edge -> terrain.device(edge.to()).kind() instanceof Kind.Vlan device
                        && device.id().equals(OptionalInt.of(vlan)))
                .findFirst();
        if (tagged.isPresent()) {
            stop(at, tagged.get().to(), Way.ENTERS, 0, tagged);
        } else if (out == 0 && Health.down(terrain.device(bridge)).isEmpty()) {
            stop(at, bridge, Way.TAKEN, 0, Optional.empty());
        }
    }

    private void out(int at, Stop stop, Switching rules, DeviceId in, Edge port, int vlan) {
        OptionalInt out = rules.out(port.to(), vlan);
        Optional<Cause> no = rules.closed(port.to())
                .or(() -> rules.apart(in, port.to()))
                .or(() -> out.isPresent()
                        ? Optional.empty()
                        : Optional.of(Cause.of(
                                Cause.Sort.VLAN,
                                port.to(),
                                port.to().name() + " of " + stop.device().name() + " carries no "
                                        + (vlan == 0 ? "untagged frames" : "frames of VLAN " + vlan))));
        if (no.isPresent()) {
            ends.add(new End(at, no.get()));
        } else if (port.detail().equals("internal")) {
            stop(at, port.to(), Way.ENTERS, out.orElseThrow(), Optional.of(port));
        } else {
            stop(at, port.to(), Way.LEAVES, out.orElseThrow(), Optional.of(port));
        }
    }
}
