package dev.plumbline.lab.faults;

import dev.plumbline.facts.Cidr;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Faults of who a guest's NIC says it is: names, MACs, addresses. */
final class GuestFaults {

    private static final String STRANGE = "02:bd:";

    private GuestFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.finding(
                        "guest-nics-swapped",
                        "two NICs of a guest have each other's name, and with it each other's configuration",
                        "a guest's NIC with an address, in a guest that has another one",
                        "nic-order-differs",
                        lab -> having(lab, GuestFaults::sibling),
                        GuestFaults::swapped),
                Fault.finding(
                        "duplicate-mac",
                        "a guest's NIC has the MAC of another VM's on the same network, or else of the node's NIC",
                        "a guest's NIC with an address",
                        "duplicate-mac",
                        lab -> having(lab, GuestFaults::rival),
                        (lab, spot) -> mac(
                                lab,
                                spot,
                                rival(lab, line(lab, spot)).orElseThrow().mac())),
                Fault.finding(
                        "mac-changed",
                        "a guest's NIC has another MAC than its VM was given",
                        "a guest's NIC with an address",
                        "guest-mac-differs",
                        lab -> having(lab, (_, line) -> Optional.of(line.nic())),
                        (lab, spot) -> mac(
                                lab, spot, STRANGE + Spots.link(lab, spot).mac().substring(6))),
                Fault.finding(
                        "duplicate-address",
                        "a guest takes the address of a neighbour as well",
                        "a guest's device with an address that has a neighbour in another place",
                        "duplicate-address",
                        GuestFaults::neighboured,
                        GuestFaults::taken));
    }

    @FunctionalInterface
    private interface Partner {
        Optional<SeenLink> of(Sight lab, Line line) throws LabException;
    }

    /** NICs that send by themselves; those of Open vSwitch bridges hand over frames of any MAC. */
    private static boolean speaks(Line line) {
        return line.isBridged() && !line.nic().networks().isEmpty();
    }

    private static List<Spot> having(Sight lab, Partner partner) throws LabException {
        List<Spot> spots = new ArrayList<>();
        for (Line line : lab.lines()) {
            if (speaks(line) && partner.of(lab, line).isPresent()) {
                spots.add(line.nic().spot());
            }
        }
        return spots;
    }

    private static Line line(Sight lab, Spot spot) throws LabException {
        return Spots.line(lab, spot);
    }

    /** The next of the same guest, else the one before. */
    private static Optional<SeenLink> sibling(Sight lab, Line line) throws LabException {
        SeenLink found = null;
        for (Line other : lab.lines()) {
            if (speaks(other)
                    && other.nic().place().equals(line.nic().place())
                    && other.number() != line.number()
                    && (found == null || found.index() < line.nic().index())) {
                found = other.nic();
            }
        }
        return Optional.ofNullable(found);
    }

    private static Optional<SeenLink> rival(Sight lab, Line line) throws LabException {
        for (Line other : lab.lines()) {
            if (!other.vm().equals(line.vm())
                    && other.bridge().map(SeenLink::name).equals(line.bridge().map(SeenLink::name))
                    && other.isBridged()
                    && !other.nic().mac().equals(line.nic().mac())) {
                return Optional.of(other.nic());
            }
        }
        return line.uplinks().stream()
                .filter(uplink -> !uplink.mac().equals(line.nic().mac()))
                .findFirst();
    }

    private static Change mac(Sight lab, Spot spot, String mac) throws LabException {
        return Change.set(lab, Spots.link(lab, spot), "address " + mac);
    }

    private static Change swapped(Sight lab, Spot spot) throws LabException {
        SeenLink one = Spots.link(lab, spot);
        SeenLink other = sibling(lab, line(lab, spot)).orElseThrow();
        Netns guest = spot.place();
        List<Act> acts = new ArrayList<>(List.of(
                Change.ip(guest, "link set dev " + one.name() + " down"),
                Change.ip(guest, "link set dev " + other.name() + " down"),
                Change.ip(guest, "link set dev " + one.name() + " name plumb-" + one.index()),
                Change.ip(guest, "link set dev " + other.name() + " name " + one.name()),
                Change.ip(guest, "link set dev plumb-" + one.index() + " name " + other.name())));
        // Configuration goes by names: what was one's is now on the other.
        for (SeenLink each : List.of(one, other)) {
            String holder = each.equals(one) ? other.name() : one.name();
            each.networks().forEach(network -> acts.add(Change.ip(guest, "addr del " + network + " dev " + holder)));
        }
        for (SeenLink each : List.of(one, other)) {
            each.networks()
                    .forEach(
                            network -> acts.add(Change.ip(guest, "addr add " + network + " brd + dev " + each.name())));
            acts.add(Change.ip(guest, "link set dev " + each.name() + " up"));
        }
        List<JsonNode> routes = lab.view(guest).routes();
        routes.stream()
                .filter(route -> !route.path("protocol").asString("").equals("kernel")
                        && List.of(one.name(), other.name())
                                .contains(route.path("dev").asString("")))
                .forEach(route -> acts.add(Change.ip(guest, "route append " + WasRoutes.words(route))));
        return new Change(List.of(WasDevice.of(lab, one), WasDevice.of(lab, other), WasRoutes.of(lab, guest)), acts);
    }

    private static List<Spot> neighboured(Sight lab) throws LabException {
        List<Spot> spots = new ArrayList<>();
        for (Spot spot : AddressFaults.addressed(lab)) {
            if (neighbour(lab, spot).isPresent()) {
                spots.add(spot);
            }
        }
        return spots;
    }

    /** An address in its subnet that a guest or a pod elsewhere has. */
    private static Optional<String> neighbour(Sight lab, Spot spot) throws LabException {
        List<String> own = Spots.link(lab, spot).networks();
        List<Netns> places = new ArrayList<>(lab.guests());
        lab.places().stream().filter(place -> place.name().startsWith("pod.")).forEach(places::add);
        for (Netns place : places) {
            for (SeenLink link : lab.view(place).links()) {
                for (String network : link.networks()) {
                    if (!place.equals(spot.place()) && own.stream().anyMatch(each -> isNeighbour(each, network))) {
                        return Optional.of(network);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNeighbour(String own, String other) {
        Optional<Cidr> near = Cidr.parse(own).map(Cidr::network);
        return near.equals(Cidr.parse(other).map(Cidr::network)) && !own.equals(other);
    }

    private static Change taken(Sight lab, Spot spot) throws LabException {
        return new Change(
                List.of(WasDevice.of(lab, Spots.link(lab, spot)), WasRoutes.of(lab, spot.place())),
                List.of(Change.ip(
                        spot.place(),
                        "addr add " + neighbour(lab, spot).orElseThrow() + " brd + dev " + spot.device())));
    }
}
