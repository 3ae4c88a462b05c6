package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.LabException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faults of Linux bridges and what is a port of them. */
final class BridgeFaults {

    private BridgeFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.finding(
                        "port-detached",
                        "a pod's veth is taken out of its bridge",
                        "a pod's veth in a bridge of a node",
                        "veth-not-in-bridge",
                        lab -> Spots.fit(lab, Spots.veths(lab), BridgeFaults::isPort),
                        BridgeFaults::detached),
                Fault.finding(
                        "uplink-detached",
                        "a node's NIC is taken out of its bridge",
                        "a node's NIC in a bridge",
                        "bridge-without-uplink",
                        lab -> Spots.fit(lab, Spots.uplinks(lab), BridgeFaults::isPort),
                        BridgeFaults::detached),
                Fault.finding(
                        "tap-detached",
                        "a tap is taken out of its bridge in the pod",
                        "a tap in a bridge",
                        "pod-plumbing-cut",
                        Spots.each(Line::tap, BridgeFaults::isPort),
                        BridgeFaults::detached),
                Fault.finding(
                        "pod-nic-detached",
                        "a pod's interface is taken out of its bridge in the pod",
                        "a VM's interface in a bridge of its pod",
                        "pod-plumbing-cut",
                        Spots.each(Line::podNic, BridgeFaults::isPort),
                        BridgeFaults::detached),
                Fault.finding(
                        "taps-swapped",
                        "two taps of a pod have changed places: each is in the other's bridge",
                        "a tap whose pod has another one",
                        "pod-plumbing-cut",
                        Spots.each(Line::tap, BridgeFaults::isPort),
                        BridgeFaults::swapped),
                Fault.difference(
                        "wrong-bridge",
                        "a pod's veth is in another bridge of its node",
                        "a pod's veth in a bridge of a node that has another one",
                        "bridge",
                        BridgeFaults::movable,
                        BridgeFaults::moved));
    }

    static boolean isPort(SeenLink link) {
        return !link.master().isEmpty() && !link.port().isMissingNode();
    }

    /** Its bridge may change its MAC with its ports, and with that nothing else. */
    private static Change detached(Sight lab, Spot spot) throws LabException {
        return Change.set(lab, Spots.link(lab, spot), "nomaster");
    }

    private static Change swapped(Sight lab, Spot spot) throws LabException {
        SeenLink one = Spots.link(lab, spot);
        SeenLink other = null;
        // The next of the same pod, else the one before.
        for (Line line : lab.lines()) {
            Optional<SeenLink> tap =
                    line.tap().filter(BridgeFaults::isPort).filter(line.isBridged() ? _ -> true : _ -> false);
            if (tap.isPresent()
                    && tap.get().place().equals(one.place())
                    && !tap.get().master().equals(one.master())
                    && (other == null || other.index() < one.index())) {
                other = tap.get();
            }
        }
        if (other == null) {
            throw new LabException("in " + one.place() + " there is no other tap to change places with " + one.name());
        }
        return new Change(
                List.of(WasDevice.of(lab, one), WasDevice.of(lab, other)),
                List.of(
                        Change.ip(one.place(), "link set dev " + one.name() + " nomaster"),
                        Change.ip(one.place(), "link set dev " + other.name() + " master " + one.master()),
                        Change.ip(one.place(), "link set dev " + one.name() + " master " + other.master())));
    }

    private static List<SeenLink> otherBridges(Sight lab, SeenLink port) throws LabException {
        return lab.view(port.place()).links().stream()
                .filter(link -> link.isBridge() && !link.name().equals(port.master()))
                .toList();
    }

    private static List<Spot> movable(Sight lab) throws LabException {
        List<Spot> movable = new ArrayList<>();
        for (Spot spot : Spots.fit(lab, Spots.veths(lab), BridgeFaults::isPort)) {
            if (!otherBridges(lab, Spots.link(lab, spot)).isEmpty()) {
                movable.add(spot);
            }
        }
        return movable;
    }

    private static Change moved(Sight lab, Spot spot) throws LabException {
        SeenLink port = Spots.link(lab, spot);
        return Change.set(
                lab, port, "master " + otherBridges(lab, port).getFirst().name());
    }
}
