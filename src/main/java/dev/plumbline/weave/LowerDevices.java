package dev.plumbline.weave;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;

/** A VLAN device leads to its base, a bond to its members: one statement of the kernel names both (IFLA_LINK, IFLA_MASTER). */
final class LowerDevices implements JoinRule.Within {

    @Override
    public String id() {
        return "lower-device";
    }

    @Override
    public List<Claim> join(Site node) {
        if (!BridgeMember.isNode(node)) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        for (Sighting device : node.devices()) {
            device.base().ifPresent(base -> {
                boolean vlan = device.kind().filter("vlan"::equals).isPresent() || device.vlan().isPresent();
                if (vlan || device.kind().isEmpty()) {
                    claims.add(new Claim.Leads(
                            device.id(), Step.VLAN, node.id(base), false, (vlan ? Verdict.PROVEN : Verdict.INFERRED)
                            .and(device.bases().getLast().cap()),
                            Verdict.PROVEN, id(), device.evidence(), List.of()));
                }
            });
        }
        for (Ports.Membership port : Ports.of(node)) {
            boolean bond = node.device(port.bridge()).flatMap(Sighting::kind).filter("bond"::equals).isPresent();
            if (bond) {
                claims.add(new Claim.Leads(
                        node.id(port.bridge()), Step.BOND, node.id(port.port()), true, port.cap(), Verdict.PROVEN, id(),
                        port.evidence(), List.of()));
            }
        }
        return claims;
    }
}
