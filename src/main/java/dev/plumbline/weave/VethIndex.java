package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A pod's interface and a veth of its node are one pair where each names the other's ifindex (rtnetlink IFLA_LINK). The
 * node's {@code @ifK} alone is not unique: every pod has a net1 with index 4.
 */
final class VethIndex implements JoinRule.Across {

    private static final String ONE_SIDE = "veth-one-side";

    @Override
    public String id() {
        return "veth-index";
    }

    @Override
    public Tie.Sort ties() {
        return Tie.Sort.POD_ON_NODE;
    }

    @Override
    public List<Claim> join(Site pod, Site node, Tie tie) {
        List<Claim> claims = new ArrayList<>();
        Map<Integer, Sighting> namespaces = new TreeMap<>();
        for (Sighting device : pod.devices()) {
            if (!device.kind().orElse("veth").equals("veth")) {
                continue; // of a macvlan or VLAN the same number means its lower device
            }
            for (Held<Integer> peer : device.peers()) {
                for (Sighting other : node.withIndex(peer.value())) {
                    join(pod, device, peer, other, tie).ifPresent(claim -> {
                        claims.add(claim);
                        other.netnsid().ifPresent(id -> namespaces.putIfAbsent(id, other));
                    });
                }
            }
        }
        return namespaces.size() > 1 ? torn(claims, namespaces) : claims;
    }

    private Optional<Claim> join(Site pod, Sighting device, Held<Integer> peer, Sighting other, Tie tie) {
        if (!other.kind().orElse("veth").equals("veth") || isOfAnotherNamespace(pod, other)) {
            return Optional.empty();
        }
        List<Origin> evidence = new ArrayList<>(peer.evidence().subList(0, 1));
        for (Held<Integer> back : other.peers()) {
            for (Held<Integer> index : device.indexes()) {
                if (index.value().equals(back.value())) {
                    evidence.addAll(back.evidence().subList(0, 1));
                    Verdict verdict = peer.cap().and(back.cap()).and(index.cap());
                    return Optional.of(leads(device, other, verdict, id(), evidence, tie));
                }
            }
        }
        if (!other.peers().isEmpty()) {
            return Optional.empty();
        }
        evidence.addAll(other.evidence().subList(0, 1));
        return Optional.of(leads(device, other, Verdict.INFERRED, ONE_SIDE, evidence, tie));
    }

    private static Claim leads(
            Sighting from, Sighting to, Verdict verdict, String rule, List<Origin> evidence, Tie tie) {
        return new Claim.Leads(
                from.id(), Step.PEER, to.id(), false, verdict, tie.verdict(), rule, evidence, tie.premises());
    }

    /** {@code link-netns NAME} on the node names the namespace that the veth's other end is in. */
    private static boolean isOfAnotherNamespace(Site pod, Sighting other) {
        return pod.is(Scope.Kind.NETNS)
                && other.netnsName()
                        .filter(name -> !name.equals(pod.scope().name()))
                        .isPresent();
    }

    /** All veths of one pod lead into one namespace: where the node numbers them differently, the two listings do not fit. */
    private static List<Claim> torn(List<Claim> claims, Map<Integer, Sighting> namespaces) {
        List<Origin> evidence = namespaces.values().stream()
                .map(device -> device.evidence().getFirst())
                .toList();
        List<Claim> all = new ArrayList<>(claims);
        claims.forEach(claim -> all.add(new Claim.Denies(
                claim.from(),
                claim.step(),
                "on the node the pod's peers lie in different namespaces: ids " + namespaces.keySet(),
                evidence)));
        return all;
    }
}
