package dev.plumbline.answers.proofread;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.facts.NodeSeen;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology.Other;
import dev.plumbline.weave.Woven;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every line of a topology, and where each name lies on them. */
final class Chart {

    private final Woven woven;
    private final List<NicLine> lines = new ArrayList<>();
    private final Map<String, List<Named.Place>> places = new HashMap<>();
    private final Map<String, Set<DeviceId>> devices = new HashMap<>();
    private final Map<DeviceId, Kind> kinds = new HashMap<>();
    private final Map<DeviceId, Sort> sorts = new HashMap<>();
    private final Set<DeviceId> masters = new HashSet<>();
    private final Map<String, List<NetworkDefinition>> networks = new HashMap<>();
    private final TreeSet<String> nodes = new TreeSet<>();
    private final Horizon horizon;

    Chart(Woven woven) {
        this.woven = woven;
        for (Machine machine : woven.topology().machines()) {
            for (Nic nic : machine.nics()) {
                add(NicLine.of(machine, nic));
            }
            machine.placements().forEach(placed -> placed.node().ifPresent(nodes::add));
        }
        for (Device device : woven.topology().devices()) {
            seen(device.id());
            kinds.put(device.id(), device.kind());
            device.master()
                    .map(master -> new DeviceId(device.id().scope(), master))
                    .ifPresent(master -> {
                        // Often its ports are all that names a bridge.
                        seen(master);
                        masters.add(master);
                    });
        }
        for (NetworkDefinition network : woven.facts().all(NetworkDefinition.class)) {
            networks.computeIfAbsent(network.name(), _ -> new ArrayList<>()).add(network);
        }
        woven.facts().all(NodeSeen.class).forEach(node -> nodes.add(node.name()));
        woven.places().sites().keySet().stream()
                .filter(scope -> scope.is(Scope.Kind.NODE))
                .map(Scope::name)
                .forEach(nodes::add);
        this.horizon = new Horizon(woven, nodes);
    }

    private void seen(DeviceId id) {
        devices.computeIfAbsent(id.name(), _ -> new TreeSet<>()).add(id);
    }

    private void add(NicLine line) {
        int number = lines.size();
        lines.add(line);
        for (Stop stop : line.stops()) {
            places.computeIfAbsent(stop.name(), _ -> new ArrayList<>()).add(new Named.Place(number, stop));
            stop.device().filter(_ -> isSure(line, stop)).ifPresent(device -> sorts.putIfAbsent(device, stop.sort()));
        }
    }

    /** What leads to no tap may be a bridge of the guest's whose ports were not seen. */
    private static boolean isSure(NicLine line, Stop stop) {
        return stop.sort() != Sort.GUEST_NIC || !line.of(Sort.TAP).isEmpty();
    }

    Woven woven() {
        return woven;
    }

    NicLine line(int number) {
        return lines.get(number);
    }

    List<NetworkDefinition> networks(String name) {
        return networks.getOrDefault(name, List.of());
    }

    List<Other> strangers() {
        return woven.topology().others();
    }

    List<NicLine> lines() {
        return List.copyOf(lines);
    }

    boolean knows(String text) {
        return named(Word.of(text, 0)).known();
    }

    /** Everything that a word may stand for, inside what its place in the claim says. */
    Named named(Word word) {
        String name = canonical(word.text());
        Set<Sort> allowed = word.sorts().isEmpty() ? EnumSet.allOf(Sort.class) : word.sorts();
        List<Named.Place> found = places.getOrDefault(name, List.of()).stream()
                .filter(place -> allowed.contains(place.stop().sort()))
                .toList();
        List<DeviceId> same = devices.getOrDefault(name, Set.of()).stream()
                .filter(id -> allowed.contains(sort(id)))
                .toList();
        Set<Sort> known = EnumSet.noneOf(Sort.class);
        found.forEach(place -> known.add(place.stop().sort()));
        same.forEach(id -> known.add(sort(id)));
        if (nodes.contains(name) && allowed.contains(Sort.NODE)) {
            known.add(Sort.NODE);
        }
        if (networks.containsKey(name) && allowed.contains(Sort.NETWORK)) {
            known.add(Sort.NETWORK);
        }
        Set<Set<Sort>> readings = new LinkedHashSet<>();
        known.stream().filter(sort -> !sort.isDevice()).forEach(sort -> readings.add(EnumSet.of(sort)));
        found.forEach(place -> readings.add(
                isSure(line(place.line()), place.stop())
                        ? EnumSet.of(place.stop().sort())
                        : allowed(EnumSet.of(Sort.GUEST_NIC, Sort.GUEST_UPPER), allowed)));
        same.forEach(id -> readings.add(allowed(readings(id), allowed)));
        return new Named(word, name, found, same, known, List.copyOf(readings), allowed(horizon.beyond(name), allowed));
    }

    private static Set<Sort> allowed(Set<Sort> sorts, Set<Sort> allowed) {
        Set<Sort> both = EnumSet.copyOf(allowed);
        both.retainAll(sorts);
        return both;
    }

    /** As the evidence writes it: a node by its short form where that is unique, a MAC in lower case. */
    private String canonical(String text) {
        if (seen(text)) {
            return text;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        String mac = lower.matches("(?:[0-9a-f]{2}-){5}[0-9a-f]{2}") ? lower.replace('-', ':') : lower;
        if (seen(mac)) {
            return mac;
        }
        if (text.matches("[0-9a-fA-F.:]{2,45}/\\d{1,3}") && seen(NicLine.bare(text))) {
            return NicLine.bare(text);
        }
        List<String> meant = nodes.stream()
                .filter(node ->
                        node.endsWith("-" + text) || node.startsWith(text + ".") || node.contains("-" + text + "."))
                .toList();
        return meant.size() == 1 ? meant.getFirst() : text;
    }

    private boolean seen(String name) {
        return places.containsKey(name)
                || devices.containsKey(name)
                || nodes.contains(name)
                || networks.containsKey(name);
    }

    /** What a device may be: many listings do not tell a bridge from a NIC. */
    Set<Sort> readings(DeviceId id) {
        boolean sure = sorts.containsKey(id)
                || masters.contains(id)
                || switch (kinds.getOrDefault(id, new Kind.Link())) {
                    case Kind.Nic _, Kind.Tap _, Kind.Bridge _, Kind.OvsBridge _, Kind.Veth _, Kind.ClusterNetwork _ ->
                        true;
                    // An OVS bridge's own device is "openvswitch" as its internal ports are.
                    case Kind.Link _, Kind.Vlan _, Kind.Bond _, Kind.Other _ -> false;
                };
        if (sure) {
            return EnumSet.of(sort(id));
        }
        return switch (id.scope().kind()) {
            case GUEST, HOST -> EnumSet.of(Sort.GUEST_NIC, Sort.GUEST_UPPER);
            case NODE, CLUSTER ->
                // A bridge all of whose ports were seen has none, and lies on no line.
                Masters.sawPortsOf(woven, id)
                        ? EnumSet.of(Sort.NODE_LINK, Sort.VETH)
                        : EnumSet.of(Sort.NODE_LINK, Sort.VETH, Sort.NODE_BRIDGE);
            case NETNS, POD, DOMAIN, PLACE -> EnumSet.of(Sort.TAP, Sort.POD_BRIDGE, Sort.POD_LINK);
        };
    }

    Horizon horizon() {
        return horizon;
    }

    Sort sort(DeviceId id) {
        Sort onLine = sorts.get(id);
        if (onLine != null) {
            return onLine;
        }
        Kind kind = kinds.getOrDefault(id, new Kind.Link());
        boolean bridge = kind instanceof Kind.Bridge
                || kind instanceof Kind.OvsBridge
                || (kind instanceof Kind.Link && masters.contains(id));
        return switch (id.scope().kind()) {
            case GUEST, HOST -> bridge ? Sort.GUEST_UPPER : Sort.GUEST_NIC;
            case NODE, CLUSTER -> bridge ? Sort.NODE_BRIDGE : kind instanceof Kind.Veth ? Sort.VETH : Sort.NODE_LINK;
            case NETNS, POD, DOMAIN, PLACE ->
                bridge ? Sort.POD_BRIDGE : kind instanceof Kind.Tap ? Sort.TAP : Sort.POD_LINK;
        };
    }
}
