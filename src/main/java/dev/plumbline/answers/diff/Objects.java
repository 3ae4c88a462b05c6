package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.Covered.Subject;
import dev.plumbline.facts.DesiredLink;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.NetworkDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares API objects: networks by namespace and name, policies by interface. */
record Objects(Holdings a, Holdings b, Ledger ledger) {

    void compare() {
        SortedMap<String, List<NetworkDefinition>> left = networks(a);
        SortedMap<String, List<NetworkDefinition>> right = networks(b);
        for (String name : union(left, right)) {
            network(name, left.getOrDefault(name, List.of()), right.getOrDefault(name, List.of()));
        }
        SortedMap<String, List<DesiredLink>> wants = policies(a);
        SortedMap<String, List<DesiredLink>> others = policies(b);
        for (String name : union(wants, others)) {
            policy(name, wants.getOrDefault(name, List.of()), others.getOrDefault(name, List.of()), wants, others);
        }
    }

    private static SortedMap<String, List<NetworkDefinition>> networks(Holdings side) {
        SortedMap<String, List<NetworkDefinition>> all = new TreeMap<>();
        side.side().facts().all(NetworkDefinition.class).stream()
                .filter(one -> !one.namespace().isEmpty())
                .forEach(one -> all.computeIfAbsent(one.namespace() + "/" + one.name(), _ -> new ArrayList<>())
                        .add(one));
        return all;
    }

    private static SortedMap<String, List<DesiredLink>> policies(Holdings side) {
        SortedMap<String, List<DesiredLink>> all = new TreeMap<>();
        side.side()
                .facts()
                .all(DesiredLink.class)
                .forEach(one -> all.computeIfAbsent(one.policy() + " " + one.name(), _ -> new ArrayList<>())
                        .add(one));
        return all;
    }

    private static SortedSet<String> union(SortedMap<String, ?> left, SortedMap<String, ?> right) {
        SortedSet<String> all = new TreeSet<>(left.keySet());
        all.addAll(right.keySet());
        return all;
    }

    private void network(String name, List<NetworkDefinition> left, List<NetworkDefinition> right) {
        String object = "network/" + name;
        String namespace = name.substring(0, name.indexOf('/'));
        String command = "oc get net-attach-def -n " + namespace + " -o yaml";
        if (left.isEmpty() || right.isEmpty()) {
            ledger.compare(
                    new Thing(object, "network", "", name, List.of()),
                    there(left, NetworkDefinition::type, a.sight().sawObjects(Subject.NETWORKS, namespace), command),
                    there(right, NetworkDefinition::type, b.sight().sawObjects(Subject.NETWORKS, namespace), command));
            return;
        }
        network(object, "type", name, left, right, NetworkDefinition::type, command);
        network(object, "bridge", name, left, right, NetworkDefinition::bridge, command);
        network(object, "vlan", name, left, right, one -> text(one.vlan()), command);
        network(object, "mtu", name, left, right, one -> text(one.mtu()), command);
    }

    private void network(
            String object,
            String what,
            String name,
            List<NetworkDefinition> left,
            List<NetworkDefinition> right,
            Function<NetworkDefinition, String> attribute,
            String command) {
        // A definition whose config was read says by silence that it asks for none.
        ledger.compare(
                new Thing(object, what, "", name, List.of()),
                said(left, attribute, left.stream().anyMatch(one -> !one.type().isEmpty()), command),
                said(
                        right,
                        attribute,
                        right.stream().anyMatch(one -> !one.type().isEmpty()),
                        command));
    }

    private void policy(
            String name,
            List<DesiredLink> left,
            List<DesiredLink> right,
            SortedMap<String, List<DesiredLink>> allLeft,
            SortedMap<String, List<DesiredLink>> allRight) {
        String object = "policy/" + name;
        String policy = name.substring(0, name.indexOf(' ') + 1);
        String command = "oc get nncp -o yaml";
        if (left.isEmpty() || right.isEmpty()) {
            // A policy that is shown is shown with all of its interfaces.
            boolean coveredA = allLeft.keySet().stream().anyMatch(key -> key.startsWith(policy));
            boolean coveredB = allRight.keySet().stream().anyMatch(key -> key.startsWith(policy));
            ledger.compare(
                    Thing.of(object, "interface"),
                    there(left, DesiredLink::type, coveredA, command),
                    there(right, DesiredLink::type, coveredB, command));
            return;
        }
        policy(object, "type", left, right, DesiredLink::type);
        policy(object, "state", left, right, DesiredLink::state);
        policy(object, "mtu", left, right, one -> text(one.mtu()));
        policy(object, "vlan", left, right, one -> text(one.vlan()));
        policy(object, "base", left, right, DesiredLink::base);
        policy(object, "ports", left, right, one -> String.join(" ", one.ports()));
        policy(object, "nodes", left, right, one -> String.join(" ", one.nodeSelector()));
    }

    private void policy(
            String object,
            String what,
            List<DesiredLink> left,
            List<DesiredLink> right,
            Function<DesiredLink, String> attribute) {
        ledger.compare(Thing.of(object, what), said(left, attribute, true, ""), said(right, attribute, true, ""));
    }

    private static <T extends Fact> Said there(List<T> all, Function<T, String> type, boolean covered, String command) {
        Optional<T> first = all.stream().findFirst();
        return Said.of(
                first.map(one -> type.apply(one).isEmpty() ? "there" : type.apply(one)),
                first.map(one -> List.of(one.origin())).orElse(List.of()),
                Said.absent(covered, "not shown", command));
    }

    /** The one value that all outputs give. */
    private static <T extends Fact> Said said(
            List<T> all, Function<T, String> attribute, boolean whole, String command) {
        SortedMap<String, List<Origin>> values = new TreeMap<>();
        all.stream()
                .filter(one -> !attribute.apply(one).isEmpty())
                .forEach(one -> values.putIfAbsent(attribute.apply(one), List.of(one.origin())));
        return switch (values.size()) {
            case 0 ->
                Said.absent(
                        whole,
                        all.stream().map(Fact::origin).distinct().sorted().toList(),
                        "its config is not shown",
                        command);
            case 1 -> new Said.Is(values.firstKey(), values.firstEntry().getValue());
            default -> new Said.NotShown("outputs disagree", command);
        };
    }

    private static String text(OptionalInt value) {
        return value.isPresent() ? String.valueOf(value.getAsInt()) : "";
    }
}
