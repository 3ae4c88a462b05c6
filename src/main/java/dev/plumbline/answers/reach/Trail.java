package dev.plumbline.answers.reach;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Forwarding;
import dev.plumbline.topology.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One way through a segment: what it lets pass. */
record Trail(Terrain terrain, List<Flood.Stop> stops) {

    /**
     * Bridges and veths pass frames that are longer than the MTU by a VLAN tag, whether there is one or not (include/linux/
     * netdevice.h, __is_skb_forwardable); bytes.
     */
    private static final int SLACK = 4;

    private static final int UNBOUND = Integer.MAX_VALUE / 2;

    Trail {
        stops = List.copyOf(stops);
    }

    /** Where a packet of this size is lost; bytes of IP. */
    Optional<Cause> tooBig(int size) {
        for (int i = 1; i < stops.size(); i++) {
            Flood.Stop stop = stops.get(i);
            Device device = terrain.device(stop.device());
            if (device.mtu().isPresent() && size > device.mtu().getAsInt() + slack(stops.get(i - 1), stop)) {
                int mtu = device.mtu().getAsInt();
                return Optional.of(Cause.of(
                        Cause.Sort.MTU,
                        device.id(),
                        device.id().name() + " takes packets of up to " + mtu + " bytes, this one has " + size));
            }
        }
        return Optional.empty();
    }

    /** By how much a packet may exceed the MTU here; without bound where the device does not look. */
    private int slack(Flood.Stop before, Flood.Stop stop) {
        return switch (stop.way()) {
            case LEAVES -> before.way() == Flood.Way.BRIDGED ? (terrain.ovs(before.device()) ? 0 : SLACK) : UNBOUND;
            case ENTERS -> {
                Kind kind = terrain.device(stop.device()).kind();
                boolean node = stop.device().scope().is(Scope.Kind.NODE);
                boolean ofSwitch = terrain.master(stop.device())
                        .filter(master -> terrain.ovs(master.to()))
                        .isPresent();
                yield kind instanceof Kind.Veth || node || ofSwitch ? SLACK : UNBOUND;
            }
            case BRIDGED, TAKEN -> UNBOUND;
        };
    }

    /**
     * The lowest MTU on it, of those devices that hold a packet to theirs: no bridge's own, and of machines' NICs and taps only
     * where they send. Empty where one of them is not known.
     */
    OptionalInt lowest() {
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i < stops.size(); i++) {
            Flood.Stop stop = stops.get(i);
            boolean looks = i == 0 ? stop.way() == Flood.Way.LEAVES : slack(stops.get(i - 1), stop) < UNBOUND;
            if (looks) {
                OptionalInt mtu = terrain.device(stop.device()).mtu();
                if (mtu.isEmpty()) {
                    return OptionalInt.empty();
                }
                lowest = Math.min(lowest, mtu.getAsInt());
            }
        }
        return lowest == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(lowest);
    }

    /** Where frames to a station are led astray: an entry that stays whatever traffic shows, or a bridge's own MAC. */
    Optional<Cause> astray(Mac station) {
        for (int i = 1; i + 1 < stops.size(); i++) {
            Flood.Stop stop = stops.get(i);
            boolean own = stops.get(i + 1).way() == Flood.Way.TAKEN;
            if (stop.way() != Flood.Way.BRIDGED || own || terrain.ovs(stop.device())) {
                continue;
            }
            DeviceId out = stops.get(i + 1).device();
            OptionalInt vlan =
                    new Switching(terrain, stop.device()).in(stops.get(i - 1).device(), stop.vlan());
            for (Forwarding.Station known : terrain.stations(stop.device(), station)) {
                boolean here = known.vlan().isEmpty() || known.vlan().equals(vlan);
                if (here && astray(known, out)) {
                    return Optional.of(Cause.of(
                            Cause.Sort.STATIC_STATION,
                            known.port(),
                            stop.device().name() + " sends frames for " + station + " to "
                                    + (known.state().equals("permanent")
                                            ? "itself"
                                            : known.port().name())
                                    + ", and learns no better"));
                }
            }
            // A bridge takes frames to the MACs of its ports for its own.
            boolean leaves = stops.get(i + 1).way() == Flood.Way.LEAVES;
            Optional<DeviceId> port = terrain.ports(stop.device()).stream()
                    .map(Edge::to)
                    .filter(each -> leaves
                            && !each.equals(out)
                            && terrain.device(each).mac().equals(Optional.of(station)))
                    .findFirst();
            if (port.isPresent()) {
                return Optional.of(Cause.of(
                        Cause.Sort.MAC_CLASH,
                        port.get(),
                        port.get().name() + " of " + stop.device().name() + " itself has the MAC " + station));
            }
        }
        return Optional.empty();
    }

    /** Static entries, too, move with traffic (br_fdb_update), but for sticky ones, or where the port does not learn. */
    private boolean astray(Forwarding.Station known, DeviceId out) {
        if (known.state().equals("permanent")) {
            return true;
        }
        boolean learns = terrain.setting(out, "learning")
                .filter(value -> value.equals("false") || value.equals("off"))
                .isEmpty();
        return !known.port().equals(out) && (known.state().equals("sticky") || !learns);
    }

    /** The bridges of nodes on it. */
    List<DeviceId> nodeBridges() {
        return stops.stream()
                .filter(stop ->
                        stop.way() == Flood.Way.BRIDGED && stop.device().scope().is(Scope.Kind.NODE))
                .map(Flood.Stop::device)
                .toList();
    }
}
