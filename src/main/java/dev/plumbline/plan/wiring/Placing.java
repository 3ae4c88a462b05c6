package dev.plumbline.plan.wiring;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Machine.Placement;
import java.util.List;
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

    Placing(String cluster, SortedMap<String, List<String>> seen, List<String> named) {
        this.cluster = cluster;
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
        Optional<String> hostname = selector.stream()
                .filter(pair -> pair.startsWith(HOSTNAME))
                .map(pair -> pair.substring(HOSTNAME.length()))
                .findFirst();
        if (hostname.isPresent()) {
            return place(hostname.get(), Rule.NODE_STATED, List.of());
        }
        List<String> fitting =
                nodes.keySet().stream().filter(name -> reaches(selector, name)).toList();
        return fitting.size() == 1
                ? place(fitting.getFirst(), Rule.NODE_ONLY, List.of("no other node is known"))
                : place(ANY, Rule.NODE_OPEN, List.of(open(selector, fitting)));
    }

    private Place place(String name, Rule rule, List<String> premises) {
        return new Place(Scope.node(name).inCluster(cluster), rule, premises);
    }

    private String open(List<String> selector, List<String> fitting) {
        if (nodes.isEmpty()) {
            return "no node is known: the line is that on any node that the policies reach";
        }
        if (fitting.isEmpty()) {
            return "no node that is known has the labels " + String.join(", ", selector);
        }
        String names = String.join(", ", fitting.subList(0, Math.min(FEW, fitting.size())))
                + (fitting.size() > FEW ? " ..." : "");
        return "it may run on any of " + fitting.size() + " nodes (" + names + "): the line is that on each of them";
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
