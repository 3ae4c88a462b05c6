package dev.plumbline.plan.wiring;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.BridgeMapping;
import dev.plumbline.facts.DesiredLink;
import dev.plumbline.facts.VlanRange;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Step;
import dev.plumbline.topology.Topology.Other;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** What the policies make on one node, and the way from a bridge there to the wire. */
final class NodeNetwork {

    /** Bridge, VLAN, bond, NIC: no real stack is deeper. */
    private static final int DEEPEST = 8;

    private final Scope scope;
    private final Drawing drawing;
    private final Map<String, NodeLink> links = new TreeMap<>();
    private final List<BridgeMapping> mappings;

    NodeNetwork(Scope scope, Manifests manifests, Placing placing, Drawing drawing) {
        this.scope = scope;
        this.drawing = drawing;
        Map<String, List<DesiredLink>> byName = new TreeMap<>();
        for (DesiredLink link : manifests.links()) {
            if (!link.state().equals("absent") && placing.reaches(link.nodeSelector(), scope)) {
                byName.computeIfAbsent(link.name(), _ -> new ArrayList<>()).add(link);
            }
        }
        byName.forEach((name, asked) -> links.put(name, NodeLink.of(name, bridgeFirst(asked))));
        this.mappings = manifests.mappings().stream()
                .filter(mapping -> placing.reaches(mapping.nodeSelector(), scope))
                .toList();
        draw();
    }

    /** An OVS bridge and its internal interface share their name: the bridge is what ports are in. */
    private static List<DesiredLink> bridgeFirst(List<DesiredLink> asked) {
        List<DesiredLink> sorted = new ArrayList<>(asked.stream()
                .filter(link -> !link.type().equals("ovs-interface"))
                .toList());
        asked.stream().filter(link -> link.type().equals("ovs-interface")).forEach(sorted::add);
        return sorted;
    }

    private void draw() {
        for (NodeLink link : links.values()) {
            DeviceId id = id(link.name());
            drawing.add(device(link.name()));
            for (DesiredLink asked : link.asked()) {
                asked.addresses().forEach(cidr -> drawing.address(id, cidr, asked.origin()));
                asked.routes()
                        .forEach(route ->
                                drawing.route(scope, route.destination(), route.via(), link.name(), route.origin()));
            }
            if (link.isBridge()) {
                drawing.bridge(id, link.isOvs());
            }
            for (String lower : link.lower()) {
                drawing.add(below(link, lower));
                if (link.isBridge()) {
                    Origin evidence = link.evidence().getFirst();
                    drawing.bridge(id, link.isOvs()).port(lower, link.vlans(lower), evidence);
                    if (isInner(lower)) {
                        drawing.other(new Other(
                                id(lower),
                                link.name(),
                                Verdict.INFERRED,
                                "a port of the node's own: it leads nowhere"));
                    }
                }
            }
        }
    }

    private DeviceId id(String name) {
        return new DeviceId(scope, name);
    }

    Optional<NodeLink> link(String name) {
        return Optional.ofNullable(links.get(name));
    }

    /** The OVS bridge that OVN reaches a localnet by. */
    Optional<BridgeMapping> mapping(String localnet) {
        return mappings.stream()
                .filter(mapping -> mapping.localnet().equals(localnet))
                .findFirst();
    }

    private boolean isInner(String name) {
        return link(name).filter(NodeLink::isInner).isPresent();
    }

    private Device device(String name) {
        return link(name)
                .map(link -> Drawing.device(
                        id(name), link.kind(), Optional.empty(), mtu(link), Optional.empty(), link.evidence()))
                .orElseGet(() -> Drawing.device(id(name), new Kind.Link(), OptionalInt.empty(), Optional.empty()));
    }

    /** A device as one below another, which may set its MTU and is its master. */
    private Device below(NodeLink upper, String name) {
        Device own = device(name);
        boolean master = upper.isBridge() || upper.type().equals("bond");
        // The kernel gives a bond's MTU to its members.
        OptionalInt mtu = own.mtu().isEmpty() && upper.type().equals("bond") ? mtu(upper) : own.mtu();
        List<Origin> evidence = new ArrayList<>(own.evidence());
        evidence.addAll(upper.evidence());
        return Drawing.device(
                own.id(),
                own.kind(),
                Optional.empty(),
                mtu,
                master ? Optional.of(upper.name()) : Optional.empty(),
                evidence);
    }

    /** A VLAN has its base's MTU unless told otherwise; a bridge follows ports that come and go, so none is foreseen. */
    private OptionalInt mtu(NodeLink link) {
        return link.mtu().isEmpty() && link.type().equals("vlan")
                ? link(link.base()).map(NodeLink::mtu).orElse(OptionalInt.empty())
                : link.mtu();
    }

    /** The bridge that a CNI plugin is to use, made by a policy or, where there is none, by the plugin. */
    Device bridge(String name, Kind kind, Origin definition) {
        Device device = link(name).isPresent()
                ? device(name)
                : Drawing.device(id(name), kind, OptionalInt.empty(), Optional.empty(), definition);
        return drawing.add(device);
    }

    /** A veth that the CNI plugin puts into a bridge. */
    Device veth(String name, Optional<String> bridge, OptionalInt mtu, Origin evidence) {
        return drawing.add(Drawing.device(
                id(name), new Kind.Veth(OptionalInt.empty(), OptionalInt.empty()), mtu, bridge, evidence));
    }

    /** A device that a CNI plugin builds upon. */
    Device lower(String name, Origin evidence) {
        return drawing.add(
                link(name).isPresent()
                        ? device(name)
                        : Drawing.device(id(name), new Kind.Link(), OptionalInt.empty(), Optional.empty(), evidence));
    }

    /** A port that a line enters the bridge by. */
    void port(String bridge, boolean ovs, String port, List<VlanRange> vlans, Origin evidence) {
        Bridge entered = drawing.bridge(id(bridge), ovs);
        entered.port(port, vlans, evidence);
        entered.cross();
    }

    Scope scope() {
        return scope;
    }

    /** Goes on from the last hop, a device of this node, to the wire. @return the path's end */
    String follow(Line line) {
        Set<String> visited = new HashSet<>();
        String at = line.last().label();
        while (visited.size() < DEEPEST && visited.add(at)) {
            Optional<NodeLink> link = link(at);
            List<String> lower = link.map(NodeLink::lower).orElse(List.of()).stream()
                    .filter(name -> !isInner(name) && !visited.contains(name))
                    .toList();
            if (link.isEmpty() || lower.isEmpty()) {
                break;
            }
            step(line, link.get(), lower);
            at = lower.getFirst();
        }
        return finish(line, at);
    }

    private void step(Line line, NodeLink link, List<String> lower) {
        List<Device> devices = lower.stream().map(name -> below(link, name)).toList();
        if (!link.rivals().isEmpty()) {
            List<Device> all = new ArrayList<>(devices);
            link.rivals().forEach(name -> all.add(below(link, name)));
            all.replaceAll(device -> onlyAskedBy(link, device));
            line.open(
                    link.step(),
                    all,
                    link.rule(),
                    "policies give " + link.name() + " different ports: "
                            + String.join(
                                    ", ",
                                    link.asked().stream()
                                            .map(DesiredLink::policy)
                                            .distinct()
                                            .toList()));
        } else if (devices.size() > 1) {
            line.fork(link.step(), devices, link.rule());
        } else {
            line.step(link.step(), devices.getFirst(), link.rule(), link.evidence());
        }
    }

    /** Of a bridge with different ports each port has the policies that ask for it. */
    private static Device onlyAskedBy(NodeLink link, Device device) {
        List<Origin> evidence = link.asked().stream()
                .filter(asked -> asked.ports().contains(device.id().name()))
                .map(DesiredLink::origin)
                .toList();
        return Drawing.device(device.id(), device.kind(), Optional.empty(), device.mtu(), device.master(), evidence);
    }

    private String finish(Line line, String at) {
        Hop last = line.last();
        if (!(last.kind() instanceof Kind.Bridge) && !(last.kind() instanceof Kind.OvsBridge)) {
            return last.kind() instanceof Kind.Nic ? "nic" : "link";
        }
        String why = link(at).map(link ->
                        "the policy " + link.asked().getFirst().policy() + " gives " + at + " no port that leads on")
                .orElse("no policy makes " + at
                        + ": where a node has none, the CNI plugin makes one that leads nowhere");
        line.gap(scope, Step.MEMBER, why, link(at).map(NodeLink::evidence).orElse(List.of()));
        return "unknown";
    }
}
