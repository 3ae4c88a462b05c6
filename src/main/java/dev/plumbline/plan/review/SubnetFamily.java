package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.plan.review.NetConfigRule.Placed;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.NetConfig;
import java.util.List;

/** Each subnet has exactly one of ipv4 and ipv6. */
final class SubnetFamily implements NetConfigRule {

    @Override
    public String id() {
        return "subnet-family";
    }

    @Override
    public boolean onCreateOnly() {
        return true;
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks = Remarks.refused(
                id(),
                "The webhook refuses the net config.",
                "Give each subnet one of ipv4 and ipv6; two families take two networks.");

        for (Placed each : Placed.of(config)) {
            Tree tree = each.subnet().tree();
            boolean four = !tree.at("ipv4", "cidr").text().isEmpty();
            boolean six = !tree.at("ipv6", "cidr").text().isEmpty();
            if (four && six) {
                remarks.at(
                        tree.at("ipv6", "cidr"),
                        "subnet " + each.name() + " has both ipv4 and ipv6",
                        tree.at("ipv4", "cidr"));
            } else if (!four && !six) {
                remarks.at(tree.at("name"), "subnet " + each.name() + " has neither ipv4 nor ipv6 with a cidr");
            }
        }
        return remarks.list();
    }
}
