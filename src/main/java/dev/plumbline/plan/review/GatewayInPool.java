package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.plan.review.NetConfigRule.Placed;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.Ip;
import dev.plumbline.systems.ospdirector.NetConfig;
import dev.plumbline.systems.ospdirector.NetConfig.Subnet;
import java.util.List;
import java.util.Optional;

/** The gateway lies in the pool, and nothing keeps it from being given out. */
final class GatewayInPool implements NetConfigRule {

    @Override
    public String id() {
        return "gateway-in-pool";
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks = Remarks.error(
                id(),
                "The operator gives the gateway's address to a host: the subnet loses its way out.",
                "Let the pool begin behind the gateway, or take a gateway outside it.");

        for (Placed each : Placed.of(config)) {
            Subnet subnet = each.subnet();
            Optional<Ip> start = Ip.parse(subnet.allocationStart());
            Optional<Ip> end = Ip.parse(subnet.allocationEnd());
            Optional<Ip> gateway = Ip.parse(subnet.gateway());
            if (start.isPresent()
                    && end.isPresent()
                    && gateway.isPresent()
                    && gateway.get().v6() == start.get().v6()
                    && !start.get().isAfter(gateway.get())
                    && !gateway.get().isAfter(end.get())
                    && !gateway.get().endsInZero()) {
                remarks.at(
                        subnet.family().at("gateway"),
                        "subnet " + each.name() + ": gateway " + subnet.gateway() + " lies in the pool "
                                + subnet.allocationStart() + " to " + subnet.allocationEnd(),
                        subnet.family().at("allocationStart"),
                        subnet.family().at("allocationEnd"));
            }
        }
        return remarks.list();
    }
}
