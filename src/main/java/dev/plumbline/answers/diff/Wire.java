package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.Covered.Subject;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Step;
import java.util.List;
import java.util.Optional;

/**
 * Compares one NIC's line on both sides, from the guest to the node's bridge, up to where it leads elsewhere.
 *
 * @param vm whether it is a VM's: the MAC of a pod's own NIC is random
 */
record Wire(boolean vm, NicNames names, Holdings a, Holdings b, Ledger ledger, Order order) {

    private static final String LINKS = "ip -d link";

    void compare(Pairing.Pair<Line> nic) {
        Line one = nic.a();
        Line other = nic.b();
        if (!order.guestMoved()) {
            ledger.compare(
                    names.thing(one, "guest name"),
                    Said.of(one.guestName(), evidence(one.own()), notShown(one, "in the guest: " + LINKS)),
                    Said.of(other.guestName(), evidence(other.own()), notShown(other, "in the guest: " + LINKS)));
        }
        ledger.compare(names.thing(one, "network"), network(one), network(other));
        if (vm) {
            ledger.compare(names.thing(one, "mac"), mac(one), mac(other));
        }
        ledger.compare(names.thing(one, "guest bridge"), upper(one, a), upper(other, b));
        mtu(one, "guest bridge", one.upper(), other.upper());
        mtu(one, "guest nic", one.own(), other.own());
        if (pod(one, other)) {
            node(one, other);
        }
    }

    private static Said network(Line line) {
        return Said.of(
                line.network(),
                line.nic().network().evidence(),
                new Said.NotShown("its network is not known", "oc get vmi -A -o yaml"));
    }

    private static Said mac(Line line) {
        return Said.of(
                line.mac().map(Mac::text),
                line.own()
                        .or(() -> line.pod().stream().findFirst())
                        .map(Hop::evidence)
                        .orElse(List.of()),
                new Said.NotShown("its MAC is not shown", "virsh domiflist"));
    }

    /** The guest's bridge over the NIC. */
    private static Said upper(Line line, Holdings side) {
        Optional<DeviceId> own = line.own().map(Wire::id);
        boolean covered = own.filter(id -> side.sight().sawAll(id.scope(), Subject.OVS_PORTS)
                                && side.sight().sawAll(id.scope(), Subject.LINKS)
                        || side.side().planned())
                .isPresent();
        return Said.of(
                line.upper().flatMap(Hop::name),
                line.own().map(Hop::evidence).orElse(List.of()),
                Said.absent(
                        covered,
                        evidence(line.own()),
                        "whether it is a port of a bridge is not shown",
                        "in the guest: ovs-vsctl show"));
    }

    /** From the tap to the pod's interface; whether both lead to the same device. */
    private boolean pod(Line one, Line other) {
        int steps = Math.max(one.pod().size(), other.pod().size());
        for (int i = 0; i < steps; i++) {
            Optional<Hop> left = at(one.pod(), i);
            Optional<Hop> right = at(other.pod(), i);
            String place = place(left.or(() -> right).orElseThrow());
            if (!step(one, other, place, left, right, i, order.tapsMoved())) {
                return false;
            }
            mtu(one, place, left, right);
        }
        return true;
    }

    private static Optional<Hop> at(List<Hop> hops, int i) {
        return i < hops.size() ? Optional.of(hops.get(i)) : Optional.empty();
    }

    private boolean step(
            Line one, Line other, String place, Optional<Hop> left, Optional<Hop> right, int i, boolean anyName) {
        Thing thing = names.thing(one, place);
        if (left.isPresent() && right.isPresent()) {
            if (!Kinds.alike(left.get().kind(), right.get().kind())) {
                return ledger.compare(
                        names.thing(one, place + " kind"),
                        new Said.Is(left.get().kind().word(), left.get().evidence()),
                        new Said.Is(right.get().kind().word(), right.get().evidence()));
            }
            return anyName || ledger.compare(thing, said(left.get()), said(right.get()));
        }
        boolean member = left.or(() -> right)
                .flatMap(Hop::step)
                .filter(Step.MEMBER::equals)
                .isPresent();
        if (member) {
            ledger.compare(thing, end(left, one, a, i), end(right, other, b, i));
        }
        return false;
    }

    private static Said said(Hop hop) {
        return Said.of(hop.name(), hop.evidence(), new Said.Open());
    }

    /** What stands there, or what is known of nothing standing there. */
    private static Said end(Optional<Hop> hop, Line line, Holdings side, int i) {
        Optional<Hop> before = hop.isPresent() || i == 0 ? Optional.empty() : at(line.pod(), i - 1);
        boolean nothing = before.filter(last -> leadsNowhere(last, line, side)).isPresent();
        return hop.map(Wire::said)
                .orElseGet(() -> Said.absent(
                        nothing,
                        evidence(before),
                        line.end().isEmpty() ? "not shown" : line.end(),
                        "in its pod: " + LINKS));
    }

    /** A tap that is a port of nothing; a bridge of which every port shows, and only the tap is one. */
    private static boolean leadsNowhere(Hop last, Line line, Holdings side) {
        DeviceId id = id(last);
        return last.kind() instanceof Kind.Bridge
                ? !line.doubtful()
                        && side.sight().sawPortsOf(id)
                        && side.devices(id.scope()).values().stream()
                                        .filter(device -> device.master()
                                                .filter(id.name()::equals)
                                                .isPresent())
                                        .count()
                                == 1
                        && side.sight().portsOf(id).size() <= 1
                : side.sight().sawPortOfNothing(id);
    }

    private void node(Line one, Line other) {
        Optional<Hop> veth = at(one.node(), 0);
        Optional<Hop> twin = at(other.node(), 0);
        mtu(one, "veth", veth, twin);
        if (veth.isPresent() && twin.isPresent()) {
            // What a plugin names at random is told by the pod's interface behind it.
            Thing vlan = names.thing(one, "vlan").and(inside(one)).and(inside(other));
            new Tags(a, b, ledger).compare(vlan, id(veth.get()), id(twin.get()));
        }
        if (veth.isPresent() || twin.isPresent()) {
            ledger.compare(names.thing(one, "bridge"), bridge(one, a), bridge(other, b));
        }
    }

    private static Optional<DeviceId> inside(Line line) {
        return line.pod().isEmpty()
                ? Optional.empty()
                : Optional.of(id(line.pod().getLast()));
    }

    private static Said bridge(Line line, Holdings side) {
        boolean nothing = line.node().size() == 1
                && side.sight().sawPortOfNothing(id(line.node().getFirst()));
        return at(line.node(), 1)
                .map(Wire::said)
                .orElseGet(() -> Said.absent(
                        nothing,
                        evidence(at(line.node(), 0)),
                        line.end().isEmpty() ? "not shown" : line.end(),
                        "on its node: " + LINKS));
    }

    private void mtu(Line line, String place, Optional<Hop> left, Optional<Hop> right) {
        if (left.isPresent() && right.isPresent()) {
            ledger.compare(names.thing(line, "mtu").at(place), mtu(left.get(), place, a), mtu(right.get(), place, b));
        }
    }

    private static Said mtu(Hop hop, String place, Holdings side) {
        Optional<String> mtu =
                hop.mtu().isPresent() ? Optional.of(String.valueOf(hop.mtu().getAsInt())) : Optional.empty();
        return Said.of(mtu, side.evidence(hop), new Said.NotShown("the MTU of its " + place + " is not shown", LINKS));
    }

    private static Said notShown(Line line, String command) {
        return new Said.NotShown(line.end().isEmpty() ? "not shown" : line.end(), command);
    }

    private static List<Origin> evidence(Optional<Hop> hop) {
        return hop.map(Hop::evidence).orElse(List.of());
    }

    static DeviceId id(Hop hop) {
        return new DeviceId(hop.scope(), hop.label());
    }

    private static String place(Hop hop) {
        return switch (hop.kind()) {
            case Kind.Tap _ -> "tap";
            case Kind.Bridge _ -> "pod bridge";
            default -> "pod interface";
        };
    }
}
