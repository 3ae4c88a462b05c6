package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faults of how a node's bridge forwards: its table, its ports' switches, strangers among its ports. */
final class PortFaults {

    /** What is left of a pod that no one knows. */
    private static final Netns LEFT = new Netns("pod.left.behind");

    private static final String LEFT_VETH = "vethleft0001";
    private static final List<String> LOOP = List.of("plumbloop0", "plumbloop1");
    private static final List<String> PATCH = List.of("plumbpatch0", "plumbpatch1");

    /** Frames go round for ever: this bounds how many. The burst takes one frame of the usual size. */
    private static final String BOUND = "root tbf rate 64kbit burst 1600 latency 50ms";

    private static final int VLAN = 4094;

    private static final Fault.Shows RESTRICTED = new Fault.Shows.Finding("port-restricted");

    private PortFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.finding(
                        "frozen-fdb",
                        "a bridge's table binds a VM's MAC to the wrong port for good",
                        "a VM's veth in a bridge of a node that has another port",
                        "fdb-pinned",
                        lab -> Spots.fit(lab, Spots.of(lab, line -> line.veth().stream()), BridgeFaults::isPort),
                        PortFaults::frozen),
                port(
                        "learning-off",
                        "a port of a node's bridge does not learn: frames to what is behind it are flooded",
                        "learning off"),
                port(
                        "flooding-off",
                        "a port of a node's bridge is sent no broadcasts and no frames to unknown MACs: no ARP request",
                        "flood off",
                        "mcast_flood off",
                        "bcast_flood off"),
                port("port-blocking", "a port of a node's bridge is blocked, as spanning tree would", "state 4"),
                new Fault(
                        "isolated-ports",
                        "two ports of a node's bridge are isolated: they do not reach each other",
                        "a pod's veth in a bridge of a node that has another port",
                        RESTRICTED,
                        PortFaults::accompanied,
                        PortFaults::isolated),
                Fault.finding(
                        "loop",
                        "a cable leads from a bridge back into it; its traffic is held to 64 kbit/s",
                        "a bridge of a node",
                        "bridge-loop",
                        lab -> bounded(lab, Spots.bridges(lab)),
                        (lab, spot) -> cable(lab, spot, spot, LOOP)),
                Fault.finding(
                        "bridges-joined",
                        "a cable joins two bridges of a node, and with them two networks; held to 64 kbit/s",
                        "a bridge of a node that has another one",
                        "bridge-loop",
                        lab -> bounded(lab, joinable(lab)),
                        (lab, spot) -> cable(lab, spot, other(lab, spot).orElseThrow(), PATCH)),
                new Fault(
                        "stale-pod",
                        "a pod that is gone has left a veth in a node's bridge",
                        "a bridge of a node",
                        new Fault.Shows.Nothing("map names the veth under Others"),
                        PortFaults::unstale,
                        PortFaults::stale),
                Fault.difference(
                        "wrong-vlan",
                        "a pod's veth is given another VLAN",
                        "a pod's veth in a bridge that keeps VLANs apart",
                        "vlan",
                        PortFaults::filtered,
                        PortFaults::tagged));
    }

    private static List<Spot> ports(Sight lab) throws LabException {
        return Spots.fit(lab, Spots.veths(lab), BridgeFaults::isPort);
    }

    private static Fault port(String name, String what, String... settings) {
        return new Fault(
                name, what, "a pod's veth in a bridge of a node", RESTRICTED, PortFaults::ports, (lab, spot) -> {
                    String[] words = new String[settings.length];
                    for (int i = 0; i < words.length; i++) {
                        words[i] = "type bridge_slave " + settings[i];
                    }
                    return Change.set(lab, Spots.link(lab, spot), words);
                });
    }

    /** Another port of its bridge: the wire's first. */
    private static Optional<SeenLink> beside(Sight lab, SeenLink port) throws LabException {
        Optional<SeenLink> bridge = lab.link(new Spot(port.place(), port.master()));
        List<SeenLink> others = new ArrayList<>(bridge.isEmpty() ? List.of() : lab.uplinks(bridge.get()));
        others.addAll(lab.view(port.place()).portsOf(port.master()));
        return others.stream().filter(other -> other.index() != port.index()).findFirst();
    }

    private static List<Spot> accompanied(Sight lab) throws LabException {
        List<Spot> spots = new ArrayList<>();
        for (Spot spot : ports(lab)) {
            if (beside(lab, Spots.link(lab, spot)).isPresent()) {
                spots.add(spot);
            }
        }
        return spots;
    }

    private static Change isolated(Sight lab, Spot spot) throws LabException {
        SeenLink one = Spots.link(lab, spot);
        SeenLink other = beside(lab, one).orElseThrow();
        return new Change(
                List.of(WasDevice.of(lab, one), WasDevice.of(lab, other)),
                List.of(
                        Change.ip(spot.place(), "link set dev " + one.name() + " type bridge_slave isolated on"),
                        Change.ip(spot.place(), "link set dev " + other.name() + " type bridge_slave isolated on")));
    }

    /** Sticky: a static entry alone moves to where the MAC is next seen. */
    private static Change frozen(Sight lab, Spot spot) throws LabException {
        SeenLink veth = Spots.link(lab, spot);
        String mac = Spots.line(lab, spot).nic().mac();
        SeenLink wrong = beside(lab, veth).orElseThrow(() -> new LabException(veth.master() + " has no other port"));
        if (WasUnpinned.pinned(lab, spot.place(), mac).findAny().isPresent()) {
            throw new LabException(mac + " is bound to a port already");
        }
        return new Change(
                List.of(new WasUnpinned(spot.place(), mac)),
                List.of(new Act.Line(
                        spot.place(),
                        "bridge",
                        "fdb replace " + mac + " dev " + wrong.name() + " master static sticky")));
    }

    /** @throws LabException where this kernel cannot bound what goes round */
    private static List<Spot> bounded(Sight lab, List<Spot> spots) throws LabException {
        List<String> trial = new ArrayList<>(List.of("unshare", "-n", "tc", "qdisc", "add", "dev", "lo"));
        trial.addAll(List.of(BOUND.split(" ", -1)));
        Output tried = lab.anchor().run(trial, "");
        if (!tried.fine()) {
            throw new LabException("a loop without a bound would drown this machine, and there is none to be had: tc: "
                    + tried.complaint());
        }
        return spots;
    }

    private static Optional<Spot> other(Sight lab, Spot bridge) throws LabException {
        return lab.view(bridge.place()).links().stream()
                .filter(link -> link.isBridge() && !link.name().equals(bridge.device()))
                .map(SeenLink::spot)
                .findFirst();
    }

    private static List<Spot> joinable(Sight lab) throws LabException {
        List<Spot> spots = new ArrayList<>();
        for (Spot spot : Spots.bridges(lab)) {
            if (other(lab, spot).isPresent()) {
                spots.add(spot);
            }
        }
        return spots;
    }

    private static Change cable(Sight lab, Spot one, Spot other, List<String> ends) throws LabException {
        Netns place = one.place();
        unmade(lab, place, ends.getFirst());
        List<Act> acts = new ArrayList<>(List.of(
                Change.ip(place, "link add dev " + ends.getFirst() + " type veth peer name " + ends.getLast())));
        for (String end : ends) {
            List<String> bound = new ArrayList<>(List.of("tc", "qdisc", "add", "dev", end));
            bound.addAll(List.of(BOUND.split(" ", -1)));
            acts.add(new Act.Program(place, bound));
        }
        acts.add(Change.ip(place, "link set dev " + ends.getFirst() + " master " + one.device()));
        acts.add(Change.ip(place, "link set dev " + ends.getLast() + " master " + other.device()));
        ends.forEach(end -> acts.add(Change.ip(place, "link set dev " + end + " up")));
        return new Change(List.of(new WasAbsent(place, ends.getFirst())), acts);
    }

    private static void unmade(Sight lab, Netns place, String device) throws LabException {
        if (lab.view(place).link(device).isPresent()) {
            throw new LabException("in " + place + " there is one already: " + device);
        }
    }

    /** One to a lab. */
    private static List<Spot> unstale(Sight lab) throws LabException {
        return java.nio.file.Files.exists(lab.anchor().inside("/run/netns/" + LEFT)) ? List.of() : Spots.bridges(lab);
    }

    private static Change stale(Sight lab, Spot spot) throws LabException {
        Netns node = spot.place();
        unmade(lab, node, LEFT_VETH);
        return new Change(
                List.of(new WasAbsent(node, LEFT_VETH), new WasNoPlace(LEFT)),
                List.of(
                        new Act.Place(LEFT, true),
                        Change.ip(node, "link add dev " + LEFT_VETH + " type veth peer name net1 netns " + LEFT),
                        Change.ip(node, "link set dev " + LEFT_VETH + " master " + spot.device()),
                        Change.ip(node, "link set dev " + LEFT_VETH + " up"),
                        Change.ip(LEFT, "link set dev net1 up")));
    }

    private static List<Spot> filtered(Sight lab) throws LabException {
        List<Spot> spots = new ArrayList<>();
        for (Spot spot : ports(lab)) {
            SeenLink port = Spots.link(lab, spot);
            if (lab.link(new Spot(port.place(), port.master()))
                    .filter(SeenLink::filtersVlans)
                    .isPresent()) {
                spots.add(spot);
            }
        }
        if (spots.isEmpty()) {
            throw new LabException("no bridge of this lab's nodes keeps VLANs apart; plumbline lab status says why");
        }
        return spots;
    }

    private static Change tagged(Sight lab, Spot spot) throws LabException {
        SeenLink port = Spots.link(lab, spot);
        WasDevice was = WasDevice.of(lab, port);
        List<Act> acts = new ArrayList<>();
        was.vlans()
                .forEach(vlan -> acts.add(new Act.Line(
                        spot.place(), "bridge", "vlan del dev " + port.name() + " vid " + WasDevice.range(vlan))));
        acts.add(new Act.Line(
                spot.place(), "bridge", "vlan add dev " + port.name() + " vid " + VLAN + " pvid untagged"));
        return new Change(List.of(was), acts);
    }
}
