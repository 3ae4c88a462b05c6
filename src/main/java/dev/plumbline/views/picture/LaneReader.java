package dev.plumbline.views.picture;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Step;
import dev.plumbline.views.picture.Column.Slot;
import dev.plumbline.views.picture.Column.Zone;
import dev.plumbline.views.picture.Lane.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the hops of one NIC's path into columns. */
final class LaneReader {

    private final int number;
    private final Machine machine;
    private final Nic nic;
    private final Faces faces;
    private final List<Station> stations = new ArrayList<>();

    private LaneReader(int number, Machine machine, Nic nic) {
        this.number = number;
        this.machine = machine;
        this.nic = nic;
        this.faces = new Faces(nic);
    }

    static Lane read(int number, Machine machine, Nic nic, Ink ink) {
        LaneReader reader = new LaneReader(number, machine, nic);
        reader.walk();
        return new Lane(number, machine, nic, ink, reader.stations);
    }

    private void walk() {
        List<Hop> hops = nic.path().hops();
        int guest = 0;
        while (guest < hops.size() && inGuest(hops.get(guest), hops.getFirst())) {
            guest++;
        }
        if (machine.kind().equals("vm")) {
            guest(hops.subList(0, guest));
        } else {
            hops.subList(0, guest).forEach(this::device);
        }
        for (Hop hop : hops.subList(guest, hops.size())) {
            if (hop.gap() && hop.candidates().isEmpty()) {
                gap(hop);
            } else {
                device(hop);
            }
        }
        if (stations.isEmpty()) {
            pseudo(Slot.of(Column.POD_INTERFACE), Verdict.UNKNOWN, faces.absent("?", "not collected"));
        }
        wire();
    }

    private void guest(List<Hop> hops) {
        if (hops.isEmpty()) {
            pseudo(Slot.of(Column.ADDRESS), Verdict.UNKNOWN, faces.absent("?", "not collected"));
            String mac = nic.mac().map(Object::toString).orElse("not collected");
            pseudo(
                    Slot.of(Column.GUEST_NIC),
                    Verdict.UNKNOWN,
                    faces.absent(nic.name().orElse("?"), mac));
            return;
        }
        if (hops.size() == 1) {
            pseudo(Slot.of(Column.ADDRESS), networkVerdict(), faces.address());
        }
        for (int i = 0; i < hops.size(); i++) {
            boolean last = i == hops.size() - 1;
            Slot slot =
                    last ? Slot.of(Column.GUEST_NIC) : i == 0 ? Slot.of(Column.ADDRESS) : new Slot(Column.VIA, i - 1);
            Hop hop = hops.get(i);
            Verdict into = hops.size() == 1 ? aliasVerdict() : i == 0 ? networkVerdict() : hop.verdict();
            stations.add(new Station(
                    slot, key(hop, slot), Optional.of(hop), hop.step(), into, List.of(faces.guest(hop, i == 0, last))));
        }
    }

    private Verdict networkVerdict() {
        return nic.network().verdict();
    }

    /** How well it is known that the address stands on this NIC. */
    private Verdict aliasVerdict() {
        if (nic.alias().isPresent()) {
            return nic.alias().get().verdict();
        }
        if (nic.addresses().isEmpty()) {
            return Verdict.UNKNOWN;
        }
        boolean observed = nic.addresses().stream().anyMatch(a -> a.basis().equals("observed"));
        return observed ? Verdict.PROVEN : Verdict.INFERRED;
    }

    private void device(Hop hop) {
        Column wish = wish(hop);
        Slot slot = stations.isEmpty()
                ? Slot.of(wish)
                : Slot.behind(stations.getLast().slot(), wish);
        // A path that begins in the pod says nothing of the way from the guest into it.
        boolean unseen = !stations.isEmpty()
                && stations.getLast().hop().isEmpty()
                && !stations.getLast().face().shape().seen();
        Verdict into = unseen ? Verdict.UNKNOWN : hop.verdict();
        stations.add(
                new Station(slot, key(hop, slot), Optional.of(hop), hop.step(), into, faces.hop(hop, slot.column())));
    }

    private void gap(Hop hop) {
        Column wish = stations.isEmpty()
                ? Column.POD_INTERFACE
                : stations.getLast().slot().column().next();
        Slot slot = stations.isEmpty()
                ? Slot.of(wish)
                : Slot.behind(stations.getLast().slot(), wish);
        stations.add(new Station(
                slot, key(hop, slot), Optional.of(hop), hop.step(), hop.verdict(), List.of(faces.gap(hop))));
    }

    /** Beyond the node's NIC nothing is followed: said by a box, not by a line that just ends. */
    private void wire() {
        if (stations.isEmpty()) {
            return;
        }
        Station last = stations.getLast();
        boolean link =
                last.slot().column() == Column.LINK && last.face().shape().seen();
        if (link) {
            Slot slot = Slot.of(Column.SWITCH);
            stations.add(new Station(
                    slot,
                    "switch behind " + last.key(),
                    Optional.empty(),
                    Optional.empty(),
                    Verdict.UNKNOWN,
                    List.of(faces.absent("switch", "not collected"))));
        }
    }

    private void pseudo(Slot slot, Verdict verdict, Lane.Face face) {
        stations.add(new Station(
                slot, "lane " + number + " " + slot, Optional.empty(), Optional.empty(), verdict, List.of(face)));
    }

    /** Only a device with a name in a known scope can be the same for two lanes; anything else is this lane's own. */
    private String key(Hop hop, Slot slot) {
        boolean cloud = hop.kind() instanceof Kind.ClusterNetwork;
        if (cloud && !stations.isEmpty() && stations.getLast().slot().column().trunk()) {
            return "cluster network behind " + stations.getLast().key();
        }
        return hop.gap() || !hop.candidates().isEmpty() || cloud
                ? "lane " + number + " " + slot
                : hop.scope().cluster() + " " + hop.scope().path() + ":" + hop.label();
    }

    private Column wish(Hop hop) {
        Zone last = stations.isEmpty()
                ? Zone.POD
                : stations.getLast().slot().column().zone();
        Zone zone = zone(hop);
        zone = zone == Zone.GUEST ? last : zone;
        if (zone == Zone.POD) {
            return switch (hop.kind()) {
                case Kind.Tap _ -> Column.TAP;
                case Kind.Bridge _, Kind.OvsBridge _ -> Column.POD_BRIDGE;
                default -> Column.POD_INTERFACE;
            };
        }
        return switch (hop.kind()) {
            case Kind.ClusterNetwork _ -> cluster();
            case Kind.Veth _, Kind.Tap _ -> Column.HOST_VETH;
            case Kind.Bridge _, Kind.OvsBridge _ -> Column.HOST_BRIDGE;
            case Kind.Vlan _ -> Column.VLAN;
            case Kind.Bond _ -> Column.BOND;
            case Kind.Nic _ -> Column.LINK;
            case Kind.Link _, Kind.Other _ -> beyondBridge() ? Column.LINK : Column.HOST_VETH;
        };
    }

    /** The cloud stands in the lane's own part of the node, before the bars that other lanes share, or beyond the node. */
    private Column cluster() {
        if (stations.isEmpty()) {
            return Column.HOST_VETH;
        }
        Column last = stations.getLast().slot().column();
        return last.trunk() ? Column.SWITCH : last.compareTo(Column.HOST_VETH) < 0 ? Column.HOST_VETH : Column.CLUSTER;
    }

    private boolean beyondBridge() {
        return stations.stream()
                .anyMatch(s -> s.slot().column().compareTo(Column.HOST_VETH) >= 0
                        || s.step().filter(step -> step == Step.PASSTHROUGH).isPresent());
    }

    /** Output of which nobody knows whether a guest gave it is taken as the guest's up to where it leaves the first NIC. */
    private static boolean inGuest(Hop hop, Hop first) {
        return switch (hop.scope().kind()) {
            case GUEST -> true;
            case HOST, PLACE ->
                hop.scope().equals(first.scope())
                        && !(first.kind() instanceof Kind.Tap)
                        && hop.step()
                                .filter(s -> s == Step.VIRTIO || s == Step.PEER || s == Step.PASSTHROUGH)
                                .isEmpty();
            default -> false;
        };
    }

    private Zone zone(Hop hop) {
        return switch (hop.scope().kind()) {
            case GUEST -> Zone.GUEST;
            case POD, DOMAIN, NETNS -> Zone.POD;
            case NODE, CLUSTER -> Zone.NODE;
            case HOST, PLACE ->
                stations.isEmpty()
                        ? Zone.POD
                        : stations.getLast().slot().column().zone();
        };
    }
}
