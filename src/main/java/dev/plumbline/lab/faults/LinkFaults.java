package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.LabException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Faults of devices by themselves: MTU, up and down, carrier. */
final class LinkFaults {

    /** Below it the kernel takes IPv6 off a device. */
    private static final int LEAST_MTU = 1280;

    private static final int JUMBO = 9000;
    private static final int USUAL = 1500;
    private static final int TUNNELLED = 1400;

    private LinkFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.finding(
                        "mtu-lowered",
                        "a device takes smaller frames than the guest sends",
                        "a tap, a pod's interface, a node's veth or NIC, or any other device but a bridge in a pod",
                        "mtu-narrows",
                        lab -> lowerable(lab),
                        LinkFaults::lowered),
                Fault.finding(
                        "mtu-raised",
                        "a guest sends larger frames than its line takes",
                        "a guest's NIC",
                        "mtu-narrows",
                        Spots.nics(nic -> nic.mtu() < JUMBO),
                        (lab, spot) -> Change.set(lab, Spots.link(lab, spot), "mtu " + JUMBO)),
                down("guest-nic-down", "a guest's NIC is set down", "a guest's NIC", Spots.nics(SeenLink::isUp)),
                down("tap-down", "a tap is set down", "a tap", Spots.each(Line::tap, SeenLink::isUp)),
                down(
                        "pod-nic-down",
                        "a pod's interface is set down",
                        "a VM's interface in its pod",
                        Spots.each(Line::podNic, SeenLink::isUp)),
                down(
                        "veth-down",
                        "a veth on the node is set down",
                        "a pod's veth on a node",
                        lab -> Spots.fit(lab, Spots.veths(lab), SeenLink::isUp)),
                down(
                        "uplink-down",
                        "a node's NIC is set down",
                        "a node's NIC",
                        lab -> Spots.fit(lab, Spots.uplinks(lab), SeenLink::isUp)),
                down(
                        "bridge-down",
                        "a bridge is set down: its ports stay up and nothing passes",
                        "a bridge on a node or in a VM's pod",
                        lab -> Spots.fit(
                                lab,
                                Spots.of(lab, line -> Stream.concat(line.bridge().stream(), line.podBridge().stream())),
                                SeenLink::isUp)),
                Fault.finding(
                        "no-carrier",
                        "a NIC loses its carrier: the other end of the cable is down",
                        "a node's NIC, or a guest's",
                        "link-down",
                        LinkFaults::cabled,
                        (lab, spot) -> down(lab, other(lab, spot))),
                Fault.finding(
                        "no-arp",
                        "a NIC neither asks nor answers by ARP",
                        "a guest's NIC",
                        "link-down",
                        Spots.nics(nic -> nic.isUp() && !nic.flag("NOARP")),
                        (lab, spot) -> Change.set(lab, Spots.link(lab, spot), "arp off")));
    }

    private static Fault down(String name, String what, String where, Fault.Places places) {
        return Fault.finding(name, what, where, "link-down", places, (lab, spot) -> down(lab, Spots.link(lab, spot)));
    }

    /** Routes by a device go with it, and its IPv6 addresses. */
    private static Change down(Sight lab, SeenLink link) throws LabException {
        return new Change(
                List.of(WasDevice.of(lab, link), WasRoutes.of(lab, link.place())),
                List.of(Change.ip(link.place(), "link set dev " + link.name() + " down")));
    }

    /**
     * Veths of nodes first, widest first. A bridge in a pod goes by its ports until its own is set, which cannot be taken
     * back.
     */
    private static List<Spot> lowerable(Sight lab) throws LabException {
        List<SeenLink> links = new ArrayList<>();
        for (Line line : lab.lines()) {
            line.veth().ifPresent(links::add);
        }
        links.sort(Comparator.comparing(link -> -link.mtu()));
        for (Line line : lab.lines()) {
            Stream.of(line.podNic(), line.tap(), Optional.of(line.nic()), line.bridge())
                    .flatMap(Optional::stream)
                    .forEach(links::add);
            links.addAll(line.uplinks());
        }
        return links.stream()
                .filter(link -> link.mtu() > LEAST_MTU)
                .map(SeenLink::spot)
                .distinct()
                .toList();
    }

    private static Change lowered(Sight lab, Spot spot) throws LabException {
        SeenLink link = Spots.link(lab, spot);
        int mtu = link.mtu() > USUAL ? USUAL : link.mtu() > TUNNELLED ? TUNNELLED : LEAST_MTU;
        return Change.set(lab, link, "mtu " + mtu);
    }

    private static List<Spot> cabled(Sight lab) throws LabException {
        List<Spot> nics = Stream.concat(
                        Spots.uplinks(lab).stream(), Spots.of(lab, line -> Stream.of(line.nic())).stream())
                .toList();
        List<Spot> cabled = new ArrayList<>();
        for (Spot spot : nics) {
            Optional<SeenLink> link = lab.link(spot);
            if (link.isPresent()
                    && link.get().flag("LOWER_UP")
                    && lab.peer(link.get()).isPresent()) {
                cabled.add(spot);
            }
        }
        return cabled;
    }

    private static SeenLink other(Sight lab, Spot spot) throws LabException {
        return lab.peer(Spots.link(lab, spot)).orElseThrow(() -> new LabException(spot + " has no other end"));
    }
}
