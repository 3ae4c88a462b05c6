package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the line of a domain's NIC ends that has no link in the pod: a process serves it (libvirt's interface type {@code
 * user}: slirp, passt), or a PCI device of the node is passed through (KubeVirt's SR-IOV binding).
 */
final class Tapless {

    private static final String USER_NETWORK = "user-network";

    private Tapless() {}

    /**
     * @param seen the hops down to the guest's NIC; none where the guest was not seen
     * @param node the one that the pod is known to be on
     */
    static NicPath path(List<Hop> seen, DomainNic nic, Scope pod, Optional<Scope> node, String state) {
        boolean user = nic.type().equals("user");
        List<Hop> hops = new ArrayList<>(seen);
        hops.add(user ? process(nic, pod, seen.isEmpty()) : gap(nic, pod, node));
        Verdict verdict = Verdict.weakest(hops.stream().map(Hop::verdict).toList());
        return new NicPath(state, List.copyOf(hops), verdict, user ? "no-layer-2" : "unknown");
    }

    private static Hop process(DomainNic nic, Scope pod, boolean alone) {
        Verdict stated = nic.vantage().standing().cap();
        Verdict verdict = alone ? stated : stated.and(Verdict.INFERRED);
        String premise = "libvirt serves this NIC by a process of the pod: its traffic leaves as that process's own";
        return hop(
                pod,
                Optional.of("user network"),
                new Kind.Other("user-network"),
                Step.NAT,
                verdict,
                USER_NETWORK,
                nic.origin(),
                List.of(premise),
                "");
    }

    private static Hop gap(DomainNic nic, Scope pod, Optional<Scope> node) {
        return switch (nic.type()) {
            case "hostdev" ->
                gap(
                        node.orElse(Scope.node("?")),
                        Step.PASSTHROUGH,
                        nic,
                        "the NIC is a PCI function of the node, passed through: no link of the pod or node carries it");
            case "vhostuser" ->
                gap(pod, Step.VIRTIO, nic, "a process serves this NIC over vhost-user: no link of the pod carries it");
            default ->
                gap(pod, Step.VIRTIO, nic, "libvirt names no device of the pod for this NIC: the domain does not run");
        };
    }

    private static Hop gap(Scope scope, Step step, DomainNic nic, String why) {
        return hop(
                scope, Optional.empty(), new Kind.Link(), step, Verdict.UNKNOWN, "gap", nic.origin(), List.of(), why);
    }

    private static Hop hop(
            Scope scope,
            Optional<String> name,
            Kind kind,
            Step step,
            Verdict verdict,
            String rule,
            Origin evidence,
            List<String> premises,
            String why) {
        return new Hop(
                scope,
                name,
                kind,
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(step),
                verdict,
                rule,
                List.of(evidence),
                premises,
                List.of(),
                List.of(),
                List.of(),
                why);
    }
}
