package dev.plumbline.weave;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A pod whose node nothing states, by the kernel's own namespace ids: its veths' peers lie in the namespace in which those of
 * a placed pod lie, and the container runtime's names of namespaces are UUIDs, so it is one node.
 */
final class NetnsNames {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private NetnsNames() {}

    /** Ties of pods that have none, from those that are proven. */
    static List<Tie> ties(Collection<Site> sites, List<Tie> stated) {
        Map<String, SortedSet<Scope>> nodes = new TreeMap<>();
        Map<String, Tie> witness = new TreeMap<>();
        for (Site site : sites) {
            stated.stream()
                    .filter(tie -> tie.upper().equals(site.scope()) && tie.verdict() == Verdict.PROVEN)
                    .forEach(tie -> namespaceOfPeers(site).ifPresent(device -> {
                        nodes.computeIfAbsent(device.netnsName().orElseThrow(), _ -> new TreeSet<>()).add(tie.lower());
                        witness.putIfAbsent(device.netnsName().orElseThrow(), tie);
                    }));
        }
        List<Tie> ties = new ArrayList<>();
        for (Site site : sites) {
            boolean open = site.is(Scope.Kind.POD) && stated.stream().noneMatch(tie -> tie.upper().equals(site.scope()));
            Optional<Sighting> device = open ? namespaceOfPeers(site) : Optional.empty();
            device.flatMap(Sighting::netnsName).filter(nodes::containsKey).ifPresent(name -> {
                Verdict verdict = nodes.get(name).size() == 1 ? Verdict.PROVEN : Verdict.CONTRADICTED;
                String premise = "its peers lie in the namespace " + name + ", as those of " + witness.get(name).upper().path();
                nodes.get(name).forEach(node -> ties.add(new Tie(
                        Tie.Sort.POD_ON_NODE, site.scope(), node, verdict, "netns-name", device.get().evidence(), List.of(premise))));
            });
        }
        return ties;
    }

    private static Optional<Sighting> namespaceOfPeers(Site pod) {
        if (!pod.is(Scope.Kind.POD)) {
            return Optional.empty();
        }
        return pod.devices().stream()
                .filter(device -> device.peerIndex().isPresent() && device.netnsName().filter(name -> UUID.matcher(name).matches()).isPresent())
                .findFirst();
    }
}
