package dev.plumbline.weave;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A node's bridge leads on to those of its ports that have no peer in another namespace: a NIC, a bond, a VLAN device. The
 * port is the kernel's statement; that it is no veth must have been seen as well ({@code bridge link} hides it).
 */
final class BridgeUplink implements JoinRule.Within {

    private static final Set<String> UPLINK_KINDS = Set.of("bond", "vlan", "team");

    @Override
    public String id() {
        return "bridge-uplink";
    }

    @Override
    public List<Claim> join(Site node) {
        if (!BridgeMember.isNode(node)) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>(Ports.contested(node, Step.MEMBER));
        for (Ports.Membership port : Ports.of(node)) {
            if (node.device(port.bridge())
                    .flatMap(Sighting::kind)
                    .filter("bond"::equals)
                    .isPresent()) {
                continue;
            }
            Verdict verdict = uplink(node, port.port());
            if (verdict != Verdict.UNKNOWN) {
                List<String> premises = verdict == Verdict.PROVEN
                        ? List.of()
                        : List.of("nothing says that " + port.port() + " is no veth of a pod");
                claims.add(new Claim.Leads(
                        node.id(port.bridge()),
                        Step.MEMBER,
                        node.id(port.port()),
                        true,
                        verdict.and(port.cap()),
                        Verdict.PROVEN,
                        id(),
                        port.evidence(),
                        premises));
            }
        }
        return claims;
    }

    /** Proven or inferred to be an uplink; unknown where it is none. */
    static Verdict uplink(Site node, String port) {
        Sighting device = node.device(port).orElse(null);
        if (device == null) {
            return looksLikePort(port) ? Verdict.UNKNOWN : Verdict.INFERRED;
        }
        String kind = device.kind().orElse("");
        if (UPLINK_KINDS.contains(kind) || (kind.isEmpty() && device.hardware().isPresent())) {
            return Verdict.PROVEN;
        }
        if (!kind.isEmpty() || BridgeMember.hasPeerElsewhere(device)) {
            return Verdict.UNKNOWN;
        }
        if (device.shownWithoutPeer() || device.base().isPresent()) {
            return looksLikePort(port) ? Verdict.UNKNOWN : Verdict.PROVEN;
        }
        return looksLikePort(port) ? Verdict.UNKNOWN : Verdict.INFERRED;
    }

    static boolean looksLikePort(String name) {
        return name.startsWith("veth") || name.startsWith("tap") || name.startsWith("vnet");
    }
}
