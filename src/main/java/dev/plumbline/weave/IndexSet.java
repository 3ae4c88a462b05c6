package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Where nothing states a pod's node: the nodes on which every veth of the pod finds its mutual peer. "The only candidate
 * that I happened to see" is no proof, so the best this gives is inferred.
 */
final class IndexSet {

    private IndexSet() {}

    static List<Tie> ties(Site pod, List<Site> nodes) {
        List<Tie> ties = new ArrayList<>();
        for (Site node : nodes) {
            int veths = 0;
            List<Sighting> paired = new ArrayList<>();
            for (Sighting device : pod.devices()) {
                if (device.peerIndex().isPresent()) {
                    veths++;
                    node.withIndex(device.peerIndex().getAsInt()).stream()
                            .filter(other -> other.peerIndex().equals(device.index()))
                            .forEach(paired::add);
                }
            }
            if (veths > 0 && paired.size() == veths) {
                ties.add(tie(pod, node, paired));
            }
        }
        boolean alone = ties.size() == 1 && ties.getFirst().verdict() == Verdict.INFERRED;
        return alone
                ? ties
                : ties.stream().map(tie -> tie.withVerdict(Verdict.AMBIGUOUS)).toList();
    }

    private static Tie tie(Site pod, Site node, List<Sighting> paired) {
        List<Origin> evidence = paired.stream()
                .limit(2)
                .map(device -> device.evidence().getFirst())
                .toList();
        Verdict verdict = paired.size() > 1 ? Verdict.INFERRED : Verdict.AMBIGUOUS;
        String premise =
                "nothing states the pod's node; all its " + paired.size() + " veths find a mutual index on this one";
        return new Tie(
                Tie.Sort.POD_ON_NODE, pod.scope(), node.scope(), verdict, "index-set", evidence, List.of(premise));
    }
}
