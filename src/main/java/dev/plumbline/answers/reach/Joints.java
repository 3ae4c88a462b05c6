package dev.plumbline.answers.reach;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Forwarding;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Step;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What joins devices: the joints that were seen, and where a plan tells of paths only, those of its paths. */
final class Joints {

    private final Map<DeviceId, List<Edge>> wires = new HashMap<>();
    private final Map<DeviceId, List<Edge>> masters = new HashMap<>();
    private final Map<DeviceId, List<Edge>> ports = new HashMap<>();
    private final Map<DeviceId, List<Edge>> lowers = new HashMap<>();
    private final Map<DeviceId, List<Edge>> uppers = new HashMap<>();
    private final Map<DeviceId, Edge> nats = new HashMap<>();
    private final Set<DeviceId> doubtful = new HashSet<>();
    private final Map<DeviceId, Device> devices;

    /** @param devices gets those that only paths name */
    Joints(Topology topology, Map<DeviceId, Device> devices) {
        this.devices = devices;
        topology.forwarding().joints().forEach(this::joint);
        for (Machine machine : topology.machines()) {
            for (Nic nic : machine.nics()) {
                path(nic.path().hops());
            }
        }
        for (Device device : List.copyOf(devices.values())) {
            device.master().ifPresent(name -> {
                DeviceId master = new DeviceId(device.id().scope(), name);
                if (!masters.containsKey(device.id()) && devices.containsKey(master)) {
                    Step step = device(master).kind() instanceof Kind.OvsBridge ? Step.OVS : Step.MEMBER;
                    Verdict verdict = device.flags().isEmpty() ? Verdict.INFERRED : Verdict.PROVEN;
                    port(
                            device.id(),
                            new Edge(master, step, "", verdict, "bridge-member", device.evidence(), List.of()));
                }
            });
        }
        List.of(wires, masters, ports, lowers, uppers)
                .forEach(map -> map.values().forEach(list -> list.sort(ORDER)));
    }

    private static final Comparator<Edge> ORDER =
            Comparator.comparing(Edge::verdict).thenComparing(Edge::to).thenComparing(Edge::step);

    private void joint(Forwarding.Joint joint) {
        Edge edge = new Edge(
                joint.other(),
                joint.step(),
                joint.detail(),
                joint.verdict(),
                joint.rule(),
                joint.evidence(),
                List.of());
        add(joint.one(), edge);
    }

    private void add(DeviceId from, Edge edge) {
        if (edge.verdict().compareTo(Verdict.INFERRED) > 0) {
            doubtful.add(from);
            return;
        }
        switch (edge.step()) {
            case VIRTIO, PEER, PASSTHROUGH -> wire(from, edge);
            case MEMBER, OVS, BOND -> port(from, edge);
            case VLAN, LOWER -> {
                if (put(lowers, from, edge)) {
                    put(uppers, edge.to(), edge.back(from));
                }
            }
            case NAT -> nats.putIfAbsent(from, edge);
            case ROUTE -> {}
        }
    }

    private void port(DeviceId port, Edge edge) {
        if (put(masters, port, edge)) {
            put(ports, edge.to(), edge.back(port));
        }
    }

    void wire(DeviceId one, Edge edge) {
        if (put(wires, one, edge)) {
            put(wires, edge.to(), edge.back(one));
        }
    }

    private static boolean put(Map<DeviceId, List<Edge>> map, DeviceId from, Edge edge) {
        List<Edge> all = map.computeIfAbsent(from, _ -> new ArrayList<>());
        return all.stream().noneMatch(each -> each.to().equals(edge.to())) && all.add(edge);
    }

    private void path(List<Hop> hops) {
        for (int i = 0; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            if (hop.gap()) {
                continue;
            }
            DeviceId to = id(hop);
            known(hop, to);
            if (i > 0 && !hops.get(i - 1).gap() && hop.step().isPresent()) {
                DeviceId from = id(hops.get(i - 1));
                between(from, to, hop);
                for (Hop.Member member : hop.members()) {
                    devices.putIfAbsent(member.device().id(), member.device());
                    between(
                            from,
                            member.device().id(),
                            member.step(),
                            edge(member, member.device().id()));
                }
            }
        }
    }

    private void known(Hop hop, DeviceId id) {
        Device device = new Device(
                id,
                hop.kind(),
                hop.ifindex(),
                hop.mac(),
                hop.mtu(),
                hop.state(),
                List.of(),
                Optional.empty(),
                hop.evidence());
        // A path knows better what a device is to it: a bridge of Open vSwitch is a tap to the kernel.
        devices.merge(id, device, (seen, told) -> {
            Kind kind = told.kind() instanceof Kind.OvsBridge || seen.kind() instanceof Kind.Link
                    ? told.kind()
                    : seen.kind();
            return new Device(
                    id,
                    kind,
                    seen.index(),
                    seen.mac(),
                    seen.mtu().isPresent() ? seen.mtu() : told.mtu(),
                    seen.state(),
                    seen.flags(),
                    seen.master(),
                    seen.evidence());
        });
    }

    private void between(DeviceId from, DeviceId to, Hop hop) {
        Edge edge =
                new Edge(to, hop.step().orElseThrow(), "", hop.verdict(), hop.rule(), hop.evidence(), hop.premises());
        between(from, to, edge.step(), edge);
    }

    private static Edge edge(Hop.Member member, DeviceId to) {
        return new Edge(to, member.step(), "", member.verdict(), member.rule(), member.evidence(), List.of());
    }

    /** A path leads into bridges and out of them; which of the two is the port, the kinds tell. */
    private void between(DeviceId from, DeviceId to, Step step, Edge edge) {
        boolean membership = step == Step.MEMBER || step == Step.OVS || step == Step.BOND;
        if (!membership) {
            add(from, edge);
        } else if (masters.getOrDefault(from, List.of()).stream()
                        .noneMatch(each -> each.to().equals(to))
                && masters.getOrDefault(to, List.of()).stream()
                        .noneMatch(each -> each.to().equals(from))) {
            boolean up = over(to) && !over(from) || device(from).master().equals(Optional.of(to.name()));
            if (up) {
                add(from, edge);
            } else {
                add(to, edge.back(from));
            }
        }
    }

    private boolean over(DeviceId id) {
        Kind kind = device(id).kind();
        return kind instanceof Kind.Bridge || kind instanceof Kind.OvsBridge || kind instanceof Kind.Bond;
    }

    private Device device(DeviceId id) {
        return java.util.Objects.requireNonNull(devices.get(id));
    }

    private static DeviceId id(Hop hop) {
        return new DeviceId(hop.scope(), hop.label());
    }

    List<Edge> wires(DeviceId id) {
        return wires.getOrDefault(id, List.of());
    }

    Optional<Edge> master(DeviceId id) {
        return masters.getOrDefault(id, List.of()).stream().findFirst();
    }

    List<Edge> ports(DeviceId bridge) {
        return ports.getOrDefault(bridge, List.of());
    }

    Optional<Edge> lower(DeviceId id) {
        return lowers.getOrDefault(id, List.of()).stream().findFirst();
    }

    List<Edge> uppers(DeviceId id) {
        return uppers.getOrDefault(id, List.of());
    }

    Optional<Edge> nat(DeviceId bridge) {
        return Optional.ofNullable(nats.get(bridge));
    }

    boolean doubtful(DeviceId id) {
        return doubtful.contains(id);
    }
}
