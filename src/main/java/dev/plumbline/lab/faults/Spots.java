package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.LabException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where faults can be, in the order of the VMs' NICs: those whose line reaches a bridge of the node first. */
final class Spots {

    private Spots() {}

    private static Stream<Line> lines(Sight lab) throws LabException {
        return lab.lines().stream().sorted(Comparator.comparing(line -> !line.isBridged()));
    }

    static List<Spot> of(Sight lab, Function<Line, Stream<SeenLink>> devices) throws LabException {
        return lines(lab).flatMap(devices).map(SeenLink::spot).distinct().toList();
    }

    static Fault.Places each(Function<Line, Optional<SeenLink>> device, Predicate<SeenLink> fit) {
        return lab -> of(lab, line -> device.apply(line).filter(fit).stream());
    }

    /** Guests' NICs. */
    static Fault.Places nics(Predicate<SeenLink> fit) {
        return each(line -> Optional.of(line.nic()), fit);
    }

    /** Ends on nodes of pairs to pods: of VMs first, then of other pods. */
    static List<Spot> veths(Sight lab) throws LabException {
        List<Spot> spots = new ArrayList<>(of(lab, line -> line.veth().stream()));
        for (var node : lab.nodes()) {
            for (SeenLink link : lab.view(node).links()) {
                boolean toPod = lab.peer(link)
                        .filter(peer -> peer.place().name().startsWith("pod."))
                        .isPresent();
                if (toPod && !spots.contains(link.spot())) {
                    spots.add(link.spot());
                }
            }
        }
        return spots;
    }

    /** NICs of nodes: those below VMs first. */
    static List<Spot> uplinks(Sight lab) throws LabException {
        List<Spot> spots = new ArrayList<>(of(lab, line -> line.uplinks().stream()));
        for (var node : lab.nodes()) {
            for (String name : lab.built().hardware().getOrDefault(node.name(), List.of())) {
                Spot spot = new Spot(node, name);
                if (!spots.contains(spot) && lab.link(spot).isPresent()) {
                    spots.add(spot);
                }
            }
        }
        return spots;
    }

    /** Those of a list whose devices fit. */
    static List<Spot> fit(Sight lab, List<Spot> spots, Predicate<SeenLink> fit) throws LabException {
        List<Spot> fitting = new ArrayList<>();
        for (Spot spot : spots) {
            if (lab.link(spot).filter(fit).isPresent()) {
                fitting.add(spot);
            }
        }
        return fitting;
    }

    static SeenLink link(Sight lab, Spot spot) throws LabException {
        return lab.link(spot).orElseThrow(() -> new LabException("there is no " + spot));
    }

    /** The line that a device is on. */
    static Line line(Sight lab, Spot spot) throws LabException {
        return lines(lab)
                .filter(line -> line.devices().anyMatch(device -> device.spot().equals(spot)))
                .findFirst()
                .orElseThrow(() -> new LabException(spot + " is on no NIC's line"));
    }

    /** Bridges of nodes, those of VMs first. */
    static List<Spot> bridges(Sight lab) throws LabException {
        List<Spot> spots = new ArrayList<>(of(lab, line -> line.bridge().stream()));
        for (var node : lab.nodes()) {
            lab.view(node).links().stream()
                    .filter(SeenLink::isBridge)
                    .map(SeenLink::spot)
                    .filter(spot -> !spots.contains(spot))
                    .forEach(spots::add);
        }
        return spots;
    }
}
