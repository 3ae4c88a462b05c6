package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.plan.review.NetConfigRule.Placed;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.Ip;
import dev.plumbline.systems.ospdirector.NetConfig;
import dev.plumbline.systems.ospdirector.Prefix;
import java.util.List;
import java.util.Optional;

/** A route whose next hop is not on the subnet. */
final class NextHopOffLink implements NetConfigRule {

    @Override
    public String id() {
        return "next-hop-off-link";
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks = Remarks.error(
                id(),
                "The kernel refuses the route: the guest and the client pod come up without it, or not at all.",
                "Name a router inside the subnet.");

        for (Placed each : Placed.of(config)) {
            Optional<Prefix> prefix = Prefix.parse(each.subnet().cidr());
            for (NetConfig.SubnetRoute route : each.subnet().routes()) {
                Optional<Ip> hop = Ip.parse(route.nexthop());
                if (prefix.isPresent() && hop.isPresent() && !prefix.get().contains(hop.get())) {
                    remarks.at(
                            route.tree().at("nexthop"),
                            "subnet " + each.name() + ": the next hop " + route.nexthop() + " of " + route.destination()
                                    + " lies outside " + each.subnet().cidr(),
                            each.subnet().family().at("cidr"));
                }
            }
        }
        return remarks.list();
    }
}
