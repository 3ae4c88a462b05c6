package dev.plumbline.weave;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.OvsPort;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;

/** On a node with Open vSwitch, ovsdb names the bridge of each port, the NICs of each bridge, and patch ports' peers. */
final class NodeOvs implements JoinRule.Within {

    @Override
    public String id() {
        return "ovs-port";
    }

    @Override
    public List<Claim> join(Site node) {
        if (!BridgeMember.isNode(node)) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        List<OvsPort> ports = node.all(OvsPort.class);
        for (OvsPort port : ports) {
            boolean fromPod = node.device(port.device())
                    .filter(BridgeMember::hasPeerElsewhere)
                    .isPresent();
            if (port.type().equals("patch")) {
                ports.stream()
                        .filter(other -> other.type().equals("patch")
                                && other.device().equals(port.peer())
                                && other.peer().equals(port.device()))
                        .forEach(other -> claims.add(
                                leads(node, port, port.bridge(), other.bridge(), true, List.of(port, other))));
            } else if (fromPod) {
                claims.add(leads(node, port, port.device(), port.bridge(), false, List.of(port)));
            } else if (List.of("", "system", "unknown").contains(port.type())
                    && BridgeUplink.uplink(node, port.device()) == Verdict.PROVEN) {
                claims.add(leads(node, port, port.bridge(), port.device(), true, List.of(port)));
            }
        }
        return claims;
    }

    private Claim leads(Site node, OvsPort port, String from, String to, boolean fork, List<OvsPort> seen) {
        return new Claim.Leads(
                node.id(from),
                Step.OVS,
                node.id(to),
                fork,
                port.vantage().standing().cap(),
                Verdict.PROVEN,
                id(),
                seen.stream().map(OvsPort::origin).toList(),
                List.of());
    }
}
