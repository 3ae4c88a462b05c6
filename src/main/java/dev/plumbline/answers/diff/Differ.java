package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Scope;
import dev.plumbline.topology.Kind;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares two sides, whether planned, observed or replayed. Indexes, names that a system picks at random, MACs that are no
 * identity, and verdicts are never compared.
 */
public final class Differ {

    private final Holdings a;
    private final Holdings b;
    private final Ledger ledger;

    private Differ(Side a, Side b) {
        this.a = new Holdings(a);
        this.b = new Holdings(b);
        this.ledger = new Ledger(a, b);
    }

    /** What is on one side and not on the other, as far as both show it. */
    public static DiffAnswer compare(Side a, Side b) {
        Differ differ = new Differ(a, b);
        new Machines(differ.a, differ.b, differ.ledger).compare();
        differ.nodes();
        new Objects(differ.a, differ.b, differ.ledger).compare();
        return differ.ledger.answer();
    }

    /** Nodes by name. A plan that names none means each node that runs machines. */
    private void nodes() {
        SortedMap<String, Scope> left = a.nodes();
        SortedMap<String, Scope> right = b.nodes();
        SortedSet<String> names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        for (String name : names) {
            Optional<Scope> one = Optional.ofNullable(left.get(name));
            Optional<Scope> other = Optional.ofNullable(right.get(name));
            if (one.isPresent() && other.isPresent()) {
                node(name, one.get(), other.get());
            } else if (name.equals(Holdings.ANY_NODE)) {
                one.ifPresent(any -> hosts(b, right).forEach((host, scope) -> node(host, any, scope)));
                other.ifPresent(any -> hosts(a, left).forEach((host, scope) -> node(host, scope, any)));
            } else if (!left.containsKey(Holdings.ANY_NODE) && !right.containsKey(Holdings.ANY_NODE)) {
                ledger.compare(Thing.of("node/" + name, "devices"), devices(one, a), devices(other, b));
            }
        }
    }

    /** Nodes that run machines, as far as any of their devices is known. */
    private static SortedMap<String, Scope> hosts(Holdings side, SortedMap<String, Scope> nodes) {
        SortedMap<String, Scope> hosts = new TreeMap<>(nodes);
        hosts.keySet().retainAll(side.hosts());
        return hosts;
    }

    private static Said devices(Optional<Scope> node, Holdings side) {
        return node.<Said>map(scope -> new Said.Is(
                        side.devices(scope).size() + " devices",
                        side.devices(scope).values().iterator().next().evidence()))
                .orElseGet(() -> new Said.NotShown("nothing of it was seen", "ip -d link"));
    }

    private void node(String name, Scope left, Scope right) {
        new Devices("node/" + name, left, right, device -> !(device.kind() instanceof Kind.Other), a, b, ledger)
                .compare();
    }
}
