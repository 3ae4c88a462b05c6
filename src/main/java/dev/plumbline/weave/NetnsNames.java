package dev.plumbline.weave;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
        Map<String, List<Tie>> known = new TreeMap<>();
        Map<Scope, List<Tie>> byPod = new HashMap<>();
        stated.forEach(tie ->
                byPod.computeIfAbsent(tie.upper(), _ -> new ArrayList<>()).add(tie));
        for (Site site : sites) {
            for (Tie tie : byPod.getOrDefault(site.scope(), List.of())) {
                if (tie.verdict() == Verdict.PROVEN) {
                    nameOfPeers(site)
                            .ifPresent(name -> known.computeIfAbsent(name, _ -> new ArrayList<>())
                                    .add(tie));
                }
            }
        }
        List<Tie> ties = new ArrayList<>();
        for (Site site : sites) {
            boolean open = site.is(Scope.Kind.POD) && !byPod.containsKey(site.scope());
            if (open) {
                nameOfPeers(site).ifPresent(name -> ties.addAll(ties(site, name, known.getOrDefault(name, List.of()))));
            }
        }
        return ties;
    }

    private static List<Tie> ties(Site pod, String name, List<Tie> known) {
        SortedSet<Scope> nodes = new TreeSet<>();
        known.forEach(tie -> nodes.add(tie.lower()));
        Verdict seen = deviceWithPeer(pod)
                .map(device -> device.peers().getLast().cap())
                .orElse(Verdict.UNKNOWN);
        Verdict verdict = nodes.size() == 1 ? seen : Verdict.CONTRADICTED;
        return nodes.stream()
                .map(node -> new Tie(
                        Tie.Sort.POD_ON_NODE,
                        pod.scope(),
                        node,
                        verdict,
                        "netns-name",
                        deviceWithPeer(pod).map(Sighting::evidence).orElse(List.of()),
                        List.of("its peers lie in the namespace " + name + ", as those of "
                                + known.getFirst().upper().path())))
                .toList();
    }

    private static Optional<String> nameOfPeers(Site pod) {
        return deviceWithPeer(pod).flatMap(Sighting::netnsName);
    }

    private static Optional<Sighting> deviceWithPeer(Site pod) {
        if (!pod.is(Scope.Kind.POD)) {
            return Optional.empty();
        }
        return pod.devices().stream()
                .filter(device -> device.peerIndex().isPresent()
                        && device.netnsName()
                                .filter(name -> UUID.matcher(name).matches())
                                .isPresent())
                .findFirst();
    }
}
