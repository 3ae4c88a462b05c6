package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.Route;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a pod network's bridge has an address of the node, the node routes what leaves it: by its default route, which names
 * the device. Only a translated line takes this step; a bridged one never leaves layer 2 here.
 */
final class NodeRoute implements JoinRule.Within {

    @Override
    public String id() {
        return "node-route";
    }

    @Override
    public List<Claim> join(Site node) {
        if (!BridgeMember.isNode(node)) {
            return List.of();
        }
        List<Route> ways = node.all(Route.class).stream()
                .filter(route -> route.basis() == Address.Basis.OBSERVED
                        && route.destination().equals("default")
                        && !route.device().isEmpty())
                .toList();
        List<Claim> claims = new ArrayList<>();
        for (String bridge : Ports.masters(node)) {
            List<Address> address = node.all(Address.class).stream()
                    .filter(one -> one.device().equals(bridge)
                            && one.basis() == Address.Basis.OBSERVED
                            && !one.cidr().contains(":"))
                    .sorted(Comparator.comparing((Address one) -> one.vantage().standing()))
                    .limit(1)
                    .toList();
            for (Route way : address.isEmpty() ? List.<Route>of() : ways) {
                if (!way.device().equals(bridge)) {
                    List<Origin> evidence = List.of(address.getFirst().origin(), way.origin());
                    claims.add(new Claim.Leads(
                            node.id(bridge),
                            Step.ROUTE,
                            node.id(way.device()),
                            true,
                            way.vantage()
                                    .standing()
                                    .cap()
                                    .and(address.getFirst().vantage().standing().cap()),
                            Verdict.PROVEN,
                            id(),
                            evidence,
                            List.of("the node has an address on the bridge and routes what is not for itself")));
                }
            }
        }
        return claims;
    }
}
