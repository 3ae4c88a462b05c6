package dev.plumbline.lab.faults;

import dev.plumbline.lab.LabDescription;
import dev.plumbline.lab.draft.LabMachine;
import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.Crew;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** A lab as the kernel tells of it at one moment. Places are read when first asked for. */
final class Sight {

    private final Anchor anchor;
    private final LabDescription built;
    private final Map<Netns, View> views = new ConcurrentSkipListMap<>();

    Sight(Anchor anchor, LabDescription built) {
        this.anchor = anchor;
        this.built = built;
    }

    Anchor anchor() {
        return anchor;
    }

    LabDescription built() {
        return built;
    }

    /** Every place, sorted. */
    List<Netns> places() {
        return built.places().keySet().stream()
                .flatMap(name -> Netns.parse(name).stream())
                .sorted()
                .toList();
    }

    List<Netns> nodes() {
        return places().stream()
                .filter(place -> place.name().startsWith("node."))
                .toList();
    }

    List<Netns> guests() {
        return built.machines().stream()
                .flatMap(vm -> Netns.parse(vm.guest()).stream())
                .toList();
    }

    Sight look(Collection<Netns> places) throws LabException {
        Crew.each(places, this::view);
        return this;
    }

    View view(Netns place) throws LabException {
        View known = views.get(place);
        if (known == null) {
            known = View.of(anchor, place);
            views.put(place, known);
        }
        return known;
    }

    Optional<SeenLink> link(Spot spot) throws LabException {
        return view(spot.place()).link(spot.device());
    }

    /** The other end of a pair, where that is in the lab. */
    Optional<SeenLink> peer(SeenLink link) throws LabException {
        if (!link.kind().equals("veth") || link.peerIndex().isEmpty()) {
            return Optional.empty();
        }
        Optional<Netns> place = link.peerNamespace().isEmpty()
                ? Optional.of(link.place())
                : Optional.ofNullable(
                        view(link.place()).neighbours().get(link.peerNamespace().getAsInt()));
        return place.isEmpty()
                ? Optional.empty()
                : view(place.get()).link(link.peerIndex().getAsInt());
    }

    /** The NICs of all VMs, in the order of their building. */
    List<Line> lines() throws LabException {
        look(places());
        List<Line> lines = new ArrayList<>();
        for (LabMachine vm : built.machines()) {
            int number = 0;
            for (String device : built.hardware().getOrDefault(vm.guest(), List.of())) {
                number++;
                Optional<SeenLink> nic = link(new Spot(new Netns(vm.guest()), device));
                if (nic.isPresent()) {
                    lines.add(line(vm, number, nic.get()));
                }
            }
        }
        return lines;
    }

    private Line line(LabMachine vm, int number, SeenLink nic) throws LabException {
        Netns pod = new Netns(vm.pod());
        Optional<SeenLink> tap = peer(nic);
        if (tap.isEmpty()) {
            // A real tap knows nothing of the process behind it: what was built tells.
            for (Map.Entry<String, String> each : vm.taps().entrySet()) {
                if (each.getValue().equals(nic.mac())) {
                    tap = view(pod).link(each.getKey());
                }
            }
        }
        Optional<SeenLink> podBridge = master(tap);
        Optional<SeenLink> podNic = Optional.empty();
        Optional<SeenLink> veth = Optional.empty();
        if (podBridge.isPresent()) {
            for (SeenLink port : view(pod).portsOf(podBridge.get().name())) {
                Optional<SeenLink> other = peer(port);
                if (other.filter(end -> end.place().name().startsWith("node.")).isPresent()) {
                    podNic = Optional.of(port);
                    veth = other;
                }
            }
        }
        Optional<SeenLink> bridge = master(veth);
        List<SeenLink> uplinks = bridge.isEmpty() ? List.of() : uplinks(bridge.get());
        return new Line(vm, number, nic, tap, podBridge, podNic, veth, bridge, uplinks);
    }

    private Optional<SeenLink> master(Optional<SeenLink> port) throws LabException {
        return port.isEmpty() || port.get().master().isEmpty()
                ? Optional.empty()
                : link(new Spot(port.get().place(), port.get().master()));
    }

    /** NICs of a node that are ports of its bridge. */
    List<SeenLink> uplinks(SeenLink bridge) throws LabException {
        List<String> nics = built.hardware().getOrDefault(bridge.place().name(), List.of());
        return view(bridge.place()).portsOf(bridge.name()).stream()
                .filter(port -> nics.contains(port.name()))
                .toList();
    }
}
