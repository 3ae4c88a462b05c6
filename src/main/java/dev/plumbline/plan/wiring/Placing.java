package dev.plumbline.plan.wiring;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Machine.Placement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which node a VM or pod will run on, and which nodes a policy reaches, as far as names and labels tell. */
final class Placing {

    /** A node that only the scheduler will know. */
    static final String ANY = "*";

    private static final String HOSTNAME = "kubernetes.io/hostname=";
    private static final int FEW = 3;

    private final String cluster;
    /** Labels by name; none known of a node that only its name is known of. */
    private final SortedMap<String, List<String>> nodes;

    /** Selectors of all policies, each once. */
    private final List<List<String>> policies;

    private final Map<List<String>, Place> bySelector = new HashMap<>();

    /** @param policies their node selectors */
    Placing(
            String cluster,
            SortedMap<String, List<String>> seen,
            List<String> named,
            Collection<List<String>> policies) {
        this.cluster = cluster;
        this.policies = policies.stream().distinct().toList();
        this.nodes = new TreeMap<>(seen);
        named.forEach(name -> nodes.putIfAbsent(name, List.of()));
    }

    /** @param premises what is taken for granted where the node is open */
    record Place(Scope node, Rule rule, List<String> premises) {

        boolean open() {
            return node.name().equals(ANY);
        }

        /** What steps onto the node take for granted. */
        List<String> assumed() {
            return open() ? premises : List.of();
        }

        Placement placement(String pod, Origin evidence) {
            return new Placement(
                    "active",
                    open() ? Optional.empty() : Optional.of(node.name()),
                    Optional.of(pod),
                    Optional.empty(),
                    Verdict.INFERRED,
                    rule.id(),
                    premises,
                    List.of(evidence));
        }
    }

    /** @param stated the node that the object names; empty where it names none */
    Place of(String stated, List<String> selector) {
        if (!stated.isEmpty()) {
            return place(stated, Rule.NODE_STATED, List.of());
        }
        return bySelector.computeIfAbsent(selector, this::bySelector);
    }

    private Place bySelector(List<String> selector) {
        Optional<String> hostname = selector.stream()
                .filter(pair -> pair.startsWith(HOSTNAME))
                .map(pair -> pair.substring(HOSTNAME.length()))
                .findFirst();
        if (hostname.isPresent()) {
            return place(hostname.get(), Rule.NODE_STATED, List.of());
        }
        List<String> fitting =
                nodes.keySet().stream().filter(name -> reaches(selector, name)).toList();
        if (fitting.size() == 1) {
            String premise =
                    nodes.size() == 1 ? "no other node is known" : "no other node that is known has the labels";
            return place(fitting.getFirst(), Rule.NODE_ONLY, List.of(premise));
        }
        List<String> premises = new ArrayList<>(List.of(open(selector, fitting)));
        if (differ(fitting)) {
            premises.add(
                    "the policies do not reach all nodes alike: a node that has what any of them asks for is taken");
        }
        return place(ANY, Rule.NODE_OPEN, List.copyOf(premises));
    }

    /** Whether it matters to the policies which of these nodes it is. */
    private boolean differ(List<String> fitting) {
        return fitting.isEmpty()
                ? policies.size() > 1
                : policies.stream()
                        .anyMatch(selector -> fitting.stream()
                                                .filter(name -> reaches(selector, name))
                                                .count()
                                        % fitting.size()
                                != 0);
    }

    private Place place(String name, Rule rule, List<String> premises) {
        return new Place(Scope.node(name).inCluster(cluster), rule, premises);
    }

    private String open(List<String> selector, List<String> fitting) {
        if (nodes.isEmpty()) {
            return "no node is known: it is taken to be one that the policies reach";
        }
        if (fitting.isEmpty()) {
            return "no node that is known has the labels " + String.join(", ", selector);
        }
        String names = String.join(", ", fitting.subList(0, Math.min(FEW, fitting.size())))
                + (fitting.size() > FEW ? " ..." : "");
        return "it may run on any of " + fitting.size() + " nodes (" + names + ")";
    }

    /** Where what no machine uses is drawn: the only node there is, else any. */
    Scope common() {
        return Scope.node(nodes.size() == 1 ? nodes.firstKey() : ANY).inCluster(cluster);
    }

    /** Whether a selector reaches a node; labels that are not known are taken to be there. */
    boolean reaches(List<String> selector, Scope node) {
        return node.name().equals(ANY)
                ? nodes.isEmpty() || nodes.keySet().stream().anyMatch(name -> reaches(selector, name))
                : reaches(selector, node.name());
    }

    private boolean reaches(List<String> selector, String node) {
        List<String> labels = nodes.getOrDefault(node, List.of());
        return selector.stream()
                .allMatch(pair -> pair.startsWith(HOSTNAME)
                        ? pair.equals(HOSTNAME + node) || labels.contains(pair)
                        : labels.isEmpty() || labels.contains(pair));
    }
}
