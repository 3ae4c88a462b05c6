package dev.plumbline.answers.diff;

import dev.plumbline.topology.Machine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the NICs of one machine are called, whichever side speaks of them. */
final class NicNames {

    private final String object;
    private final Machine one;
    private final Map<Line, String> labels = new IdentityHashMap<>();
    private final Map<String, String> byDevice = new HashMap<>();
    private final Map<Line, String> networks = new IdentityHashMap<>();
    private final Set<String> ofCluster = new HashSet<>();

    NicNames(String object, Machine one, Machine other, Pairing<Line> nics) {
        this.object = object;
        this.one = one;
        nics.pairs().forEach(pair -> {
            String label = label(pair.a(), Optional.of(pair.b()));
            name(pair.a(), label, one.namespace());
            name(pair.b(), label, other.namespace());
        });
        nics.onlyA().forEach(line -> name(line, label(line, Optional.empty()), one.namespace()));
        nics.onlyB().forEach(line -> name(line, label(line, Optional.empty()), other.namespace()));
    }

    private void name(Line line, String label, String namespace) {
        labels.put(line, label);
        line.network()
                .ifPresent(network -> networks.put(
                        line, network.contains("/") || namespace.isEmpty() ? network : namespace + "/" + network));
        if (line.nic().path().end().equals("cluster-network")) {
            ofCluster.add(object + " " + label);
        }
        // A NIC's own names first: an alias of one may be the kernel's name of another, though none was ever seen.
        Stream.of(line.guestName(), line.alias())
                .flatMap(Optional::stream)
                .forEach(name -> byDevice.putIfAbsent(name, label));
    }

    /** os-net-config's alias where both sides mean the same by it, else the network's name. */
    private static String label(Line line, Optional<Line> partner) {
        Optional<String> alias = line.alias().or(() -> partner.flatMap(Line::alias));
        boolean moved = partner.filter(other -> Pairing.conflict(line.alias(), other.alias()))
                .isPresent();
        Optional<String> network = line.network().or(() -> partner.flatMap(Line::network));
        return (moved ? network.or(() -> alias) : alias.or(() -> network))
                .or(line::guestName)
                .or(() -> partner.flatMap(Line::guestName))
                .orElse(line.nic().ref());
    }

    String label(Line line) {
        return labels.getOrDefault(line, line.nic().ref());
    }

    /** Whether this object is a NIC of the cluster's network. */
    boolean onClusterNetwork(String nic) {
        return ofCluster.contains(nic);
    }

    /** {@code namespace/name} of its network; empty where not known. */
    String network(Line line) {
        return networks.getOrDefault(line, "");
    }

    /** A device of the guest as both sides call it: the NIC's label, else its own name. */
    String device(String name) {
        return byDevice.getOrDefault(name, name);
    }

    String ref(Line line) {
        return one.name() + "/" + label(line);
    }

    Thing thing(Line line, String what) {
        return new Thing(object + " " + label(line), what, "", network(line), List.of(ref(line)));
    }
}
