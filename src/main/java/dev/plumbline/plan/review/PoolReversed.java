package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.plan.review.NetConfigRule.Placed;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.Ip;
import dev.plumbline.systems.ospdirector.NetConfig;
import dev.plumbline.systems.ospdirector.NetConfig.Subnet;
import java.util.List;
import java.util.Optional;

/** The pool ends before it starts. */
final class PoolReversed implements NetConfigRule {

    @Override
    public String id() {
        return "pool-reversed";
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks = Remarks.error(
                id(),
                "The operator takes it, and has no address to give: hosts wait for ever.",
                "Exchange allocationStart and allocationEnd.");

        for (Placed each : Placed.of(config)) {
            Subnet subnet = each.subnet();
            Optional<Ip> start = Ip.parse(subnet.allocationStart());
            Optional<Ip> end = Ip.parse(subnet.allocationEnd());
            if (start.isPresent()
                    && end.isPresent()
                    && start.get().v6() == end.get().v6()
                    && start.get().isAfter(end.get())) {
                remarks.at(
                        subnet.family().at("allocationStart"),
                        "subnet " + each.name() + ": the pool starts at " + subnet.allocationStart() + " and ends at "
                                + subnet.allocationEnd(),
                        subnet.family().at("allocationEnd"));
            }
        }
        return remarks.list();
    }
}
