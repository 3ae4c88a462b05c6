package dev.plumbline.plan.over;

import dev.plumbline.answers.plan.OverAnswer.NodeLack;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.BridgePort;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.DesiredLink;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Link;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.facts.NodeSeen;
import dev.plumbline.facts.PortVlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What policies and definitions ask of nodes, held against what was seen on each. Only whole listings show a lack. */
final class NodeLacks {

    private final Map<String, Node> nodes = new TreeMap<>();
    private final Map<String, Set<String>> labels = new HashMap<>();

    /** What was seen on one node. */
    private static final class Node {
        private final Map<String, Link> links = new HashMap<>();
        private final Map<String, Set<Integer>> vlans = new HashMap<>();
        private final Map<String, String> masters = new HashMap<>();
        private boolean allLinks;
        private boolean allVlans;
    }

    NodeLacks(List<Fact> seen) {
        for (Fact fact : seen) {
            if (fact instanceof NodeSeen node && !node.labels().isEmpty()) {
                labels.computeIfAbsent(node.name(), _ -> new HashSet<>()).addAll(node.labels());
            }
            Scope scope = fact.scope();
            if (scope.is(Scope.Kind.NODE)) {
                take(nodes.computeIfAbsent(scope.name(), _ -> new Node()), fact);
            }
        }
    }

    private static void take(Node node, Fact fact) {
        switch (fact) {
            case Link link -> {
                node.links.merge(link.name(), link, (one, other) -> one.mtu().isPresent() ? one : other);
                link.master().ifPresent(master -> node.masters.put(link.name(), master));
            }
            case BridgePort port -> node.masters.put(port.port(), port.bridge());
            case PortVlan vlan ->
                node.vlans.computeIfAbsent(vlan.device(), _ -> new HashSet<>()).add(vlan.vid());
            case Covered covered
            when covered.extent() instanceof Covered.Whole && covered.filter() instanceof Filter.None -> {
                node.allLinks |= covered.subject() == Covered.Subject.LINKS;
                node.allVlans |= covered.subject() == Covered.Subject.PORT_VLANS;
            }
            default -> {}
        }
    }

    /** @param planned facts of the planned objects */
    List<NodeLack> of(List<Fact> planned) {
        List<NodeLack> lacks = new ArrayList<>();
        List<NetworkDefinition> definitions = planned.stream()
                .filter(NetworkDefinition.class::isInstance)
                .map(NetworkDefinition.class::cast)
                .toList();
        for (Fact fact : planned) {
            if (fact instanceof DesiredLink wanted && !wanted.state().equals("absent")) {
                nodes.forEach((name, node) -> {
                    if (selected(name, wanted)) {
                        lacks(name, node, wanted, definitions, lacks);
                    }
                });
            }
        }
        lacks.sort(Comparator.comparing(NodeLack::node)
                .thenComparing(NodeLack::device)
                .thenComparing(NodeLack::lacks));
        return lacks.stream().distinct().toList();
    }

    /** A node whose labels nobody collected may be meant. */
    private boolean selected(String node, DesiredLink wanted) {
        Set<String> has = labels.get(node);
        return has == null || has.containsAll(wanted.nodeSelector());
    }

    private static void lacks(
            String name, Node node, DesiredLink wanted, List<NetworkDefinition> definitions, List<NodeLack> lacks) {
        String planned = wanted.type() + " " + wanted.name() + " of policy " + wanted.policy();
        Link there = node.links.get(wanted.name());
        if (there == null) {
            if (node.allLinks) {
                String word = wanted.type().equals("ethernet") ? "there is no such NIC" : "is not there yet";
                lacks.add(new NodeLack(name, wanted.name(), word, planned, List.of(wanted.origin())));
            }
        } else if (wanted.mtu().isPresent()
                && there.mtu().isPresent()
                && there.mtu().getAsInt() < wanted.mtu().getAsInt()) {
            lacks.add(new NodeLack(
                    name,
                    wanted.name(),
                    "has MTU " + there.mtu().getAsInt() + ", planned "
                            + wanted.mtu().getAsInt(),
                    planned,
                    List.of(wanted.origin(), there.origin())));
        }
        for (String port : wanted.ports()) {
            port(name, node, wanted, port, planned, lacks);
            if (wanted.type().equals("linux-bridge")) {
                vlans(name, node, wanted, port, definitions, lacks);
            }
        }
    }

    private static void port(
            String name, Node node, DesiredLink wanted, String port, String planned, List<NodeLack> lacks) {
        Link there = node.links.get(port);
        String master = node.masters.getOrDefault(port, "");
        if (there == null && node.allLinks) {
            lacks.add(new NodeLack(name, port, "there is no such device", planned, List.of(wanted.origin())));
        } else if (!master.isEmpty() && !master.equals(wanted.name())) {
            List<Origin> evidence = there == null ? List.of(wanted.origin()) : List.of(wanted.origin(), there.origin());
            lacks.add(new NodeLack(name, port, "is a port of " + master, planned, evidence));
        }
    }

    private static void vlans(
            String name,
            Node node,
            DesiredLink wanted,
            String port,
            List<NetworkDefinition> definitions,
            List<NodeLack> lacks) {
        Set<Integer> has = node.vlans.getOrDefault(port, Set.of());
        if (!node.allVlans || has.isEmpty()) {
            return;
        }
        Map<Integer, List<NetworkDefinition>> missing = definitions.stream()
                .filter(definition -> definition.bridge().equals(wanted.name())
                        && definition.vlan().isPresent()
                        && !has.contains(definition.vlan().getAsInt()))
                .collect(Collectors.groupingBy(
                        definition -> definition.vlan().getAsInt(), TreeMap::new, Collectors.toList()));
        missing.forEach((vlan, by) -> lacks.add(new NodeLack(
                name,
                port,
                "does not carry VLAN " + vlan,
                by.stream().map(NetworkDefinition::name).sorted().collect(Collectors.joining(", ")) + " on "
                        + wanted.name(),
                List.of(by.getFirst().origin()))));
    }
}
