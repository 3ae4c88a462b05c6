package dev.plumbline.weave;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tap or a veth leads into the bridge that the kernel calls its master, and on a pod's bridge from there to the other port
 * (rtnetlink IFLA_MASTER: one statement that names both devices in one namespace).
 */
final class BridgeMember implements JoinRule.Within {

    @Override
    public String id() {
        return "bridge-member";
    }

    @Override
    public List<Claim> join(Site here) {
        if (here.actsAsNode()) {
            return onNode(here);
        }
        return switch (here.scope().kind()) {
            case POD, NETNS, PLACE, DOMAIN -> inPod(here);
            case NODE, GUEST, HOST, CLUSTER -> List.of();
        };
    }

    private List<Claim> onNode(Site node) {
        List<Claim> claims = new ArrayList<>(Ports.portsOfNothing(node, BridgeMember::hasPeerElsewhere, Step.MEMBER));
        for (Ports.Membership port : Ports.of(node)) {
            Optional<Sighting> device = node.device(port.port());
            // Membership is the kernel's word; the name only tells from which side frames come.
            boolean veth = device.flatMap(Sighting::kind).isEmpty() && BridgeUplink.looksLikePort(port.port());
            if (veth || device.filter(BridgeMember::hasPeerElsewhere).isPresent()) {
                claims.add(up(node, port));
            }
        }
        return claims;
    }

    private List<Claim> inPod(Site pod) {
        List<Claim> claims =
                new ArrayList<>(Ports.portsOfNothing(pod, device -> PodDevices.isTap(pod, device.name()), Step.MEMBER));
        claims.addAll(Ports.contested(pod, Step.MEMBER));
        for (Ports.Membership port : Ports.of(pod)) {
            if (PodDevices.isTap(pod, port.port())) {
                claims.add(up(pod, port));
            } else {
                Verdict verdict = PodDevices.leadsOut(pod, port.port()) ? Verdict.PROVEN : Verdict.INFERRED;
                claims.add(new Claim.Leads(
                        pod.id(port.bridge()),
                        Step.MEMBER,
                        pod.id(port.port()),
                        true,
                        verdict.and(port.cap()),
                        Verdict.PROVEN,
                        id(),
                        port.evidence(),
                        List.of()));
            }
        }
        return claims;
    }

    private Claim up(Site site, Ports.Membership port) {
        return new Claim.Leads(
                site.id(port.port()),
                Step.MEMBER,
                site.id(port.bridge()),
                false,
                port.cap(),
                Verdict.PROVEN,
                id(),
                port.evidence(),
                List.of());
    }

    static boolean hasPeerElsewhere(Sighting device) {
        String kind = device.kind().orElse("");
        return kind.equals("veth") || (kind.isEmpty() && device.peerIndex().isPresent());
    }

    static boolean isNode(Site site) {
        return site.actsAsNode();
    }
}
