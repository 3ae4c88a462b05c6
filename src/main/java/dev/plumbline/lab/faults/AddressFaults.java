package dev.plumbline.lab.faults;

import dev.plumbline.facts.Cidr;
import dev.plumbline.facts.Ip;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** Faults of addresses and routes. */
final class AddressFaults {

    /** Where to look from for a free address, down to the first of the subnet. */
    private static final int FARTHEST = 254;

    private AddressFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.difference(
                        "wrong-next-hop",
                        "a guest's default route goes by a neighbour that is not there",
                        "the device of a guest's default route",
                        "route",
                        AddressFaults::defaults,
                        AddressFaults::misled),
                Fault.finding(
                        "second-default-route",
                        "a guest has another default route, which is taken",
                        "a guest's device with an address, other than its default route's",
                        "default-route-twice",
                        AddressFaults::others,
                        AddressFaults::second),
                Fault.difference(
                        "route-missing",
                        "a guest's default route is gone",
                        "the device of a guest's default route",
                        "route",
                        AddressFaults::defaults,
                        (lab, spot) -> new Change(
                                List.of(WasRoutes.of(lab, spot.place())),
                                List.of(Change.ip(spot.place(), "route del " + WasRoutes.words(route(lab, spot)))))),
                Fault.difference(
                        "address-missing",
                        "a guest's address is gone",
                        "a guest's device with an address",
                        "address",
                        AddressFaults::addressed,
                        AddressFaults::bare),
                Fault.finding(
                        "wrong-prefix",
                        "a guest's address has another prefix length than its neighbours'",
                        "a guest's device with an address",
                        "prefix-differs",
                        AddressFaults::addressed,
                        AddressFaults::halved));
    }

    /** Devices of guests that hold an address, bridges of Open vSwitch among them. */
    static List<Spot> addressed(Sight lab) throws LabException {
        TreeSet<Spot> translated = new TreeSet<>();
        for (Line line : lab.lines()) {
            if (!line.isBridged()) {
                translated.add(line.nic().spot());
            }
        }
        List<Spot> spots = new ArrayList<>();
        for (Netns guest : lab.guests()) {
            lab.view(guest).links().stream()
                    .filter(link -> link.isUp()
                            && !link.name().equals("lo")
                            && !link.networks().isEmpty())
                    .map(SeenLink::spot)
                    .forEach(spots::add);
        }
        // An address behind a translation is no one else's business.
        return spots.stream()
                .sorted(java.util.Comparator.comparing(translated::contains))
                .toList();
    }

    private static List<Spot> defaults(Sight lab) throws LabException {
        List<Spot> spots = new ArrayList<>();
        for (Netns guest : lab.guests()) {
            found(lab, guest)
                    .map(route -> new Spot(guest, route.path("dev").asString("")))
                    .ifPresent(spots::add);
        }
        return spots;
    }

    private static Optional<JsonNode> found(Sight lab, Netns guest) throws LabException {
        return lab.view(guest).routes().stream()
                .filter(route -> route.path("dst").asString("").equals("default")
                        && !route.path("gateway").asString("").isEmpty()
                        && !route.path("gateway").asString("").contains(":"))
                .findFirst();
    }

    private static JsonNode route(Sight lab, Spot spot) throws LabException {
        return found(lab, spot.place()).orElseThrow(() -> new LabException(spot + " has no default route"));
    }

    private static List<Spot> others(Sight lab) throws LabException {
        List<Spot> defaults = defaults(lab);
        return addressed(lab).stream()
                .filter(spot -> !defaults.contains(spot)
                        && defaults.stream().anyMatch(each -> each.place().equals(spot.place())))
                .toList();
    }

    private static Change misled(Sight lab, Spot spot) throws LabException {
        JsonNode route = route(lab, spot);
        String gateway = route.path("gateway").asString("");
        String wrong = unused(lab, spot, gateway);
        String words = WasRoutes.words(route);
        return new Change(
                List.of(WasRoutes.of(lab, spot.place())),
                List.of(
                        Change.ip(spot.place(), "route del " + words),
                        Change.ip(spot.place(), "route append " + words.replace(" via " + gateway, " via " + wrong))));
    }

    /** An address of the device's subnet that no place of the lab has, from its end. */
    private static String unused(Sight lab, Spot spot, String near) throws LabException {
        TreeSet<String> used = new TreeSet<>();
        lab.look(lab.places());
        List<Netns> everywhere = new ArrayList<>(lab.places());
        for (Netns place : everywhere) {
            lab.view(place)
                    .links()
                    .forEach(link ->
                            link.networks().forEach(network -> used.add(network.substring(0, network.indexOf('/')))));
        }
        Cidr subnet = Cidr.parse(Spots.link(lab, spot).networks().getFirst())
                .map(Cidr::network)
                .filter(own -> Ip.parse(near).filter(own::contains).isPresent())
                .orElseThrow(() -> new LabException(near + " is not in the subnet of " + spot));
        return LongStream.rangeClosed(1, FARTHEST)
                .mapToObj(subnet::plus)
                .filter(each -> subnet.contains(each.next().address()) && !used.contains(each.host()))
                .map(Cidr::host)
                .reduce((_, later) -> later)
                .orElseThrow(() -> new LabException("no free address is left in the subnet of " + spot));
    }

    /** By the first address of the subnet, where routers stand. */
    private static Change second(Sight lab, Spot spot) throws LabException {
        String network = Spots.link(lab, spot).networks().getFirst();
        Cidr own = Cidr.parse(network).orElseThrow(() -> new LabException(network + " is no address"));
        Cidr first = own.network().next();
        String gateway = (first.equals(own) ? first.next() : first).host();
        return new Change(
                List.of(WasRoutes.of(lab, spot.place())),
                List.of(Change.ip(spot.place(), "route prepend default via " + gateway + " dev " + spot.device())));
    }

    private static Change bare(Sight lab, Spot spot) throws LabException {
        SeenLink link = Spots.link(lab, spot);
        return new Change(
                List.of(WasDevice.of(lab, link), WasRoutes.of(lab, spot.place())),
                List.of(Change.ip(spot.place(), "addr del " + link.networks().getFirst() + " dev " + spot.device())));
    }

    private static Change halved(Sight lab, Spot spot) throws LabException {
        SeenLink link = Spots.link(lab, spot);
        String network = link.networks().getFirst();
        int prefix = Integer.parseInt(network.substring(network.indexOf('/') + 1));
        String wrong = network.substring(0, network.indexOf('/') + 1) + (prefix > 29 ? prefix - 1 : prefix + 1);
        return new Change(
                List.of(WasDevice.of(lab, link), WasRoutes.of(lab, spot.place())),
                List.of(
                        Change.ip(spot.place(), "addr del " + network + " dev " + spot.device()),
                        Change.ip(spot.place(), "addr add " + wrong + " brd + dev " + spot.device())));
    }
}
