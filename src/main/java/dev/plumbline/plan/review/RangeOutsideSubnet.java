package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.plan.review.NetConfigRule.Placed;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.Ip;
import dev.plumbline.systems.ospdirector.NetConfig;
import dev.plumbline.systems.ospdirector.Prefix;
import java.util.List;
import java.util.Optional;

/** Start and end of the pool and the gateway are addresses inside the cidr. */
final class RangeOutsideSubnet implements NetConfigRule {

    @Override
    public String id() {
        return "range-outside-subnet";
    }

    @Override
    public boolean onCreateOnly() {
        return true;
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks = Remarks.refused(id(), "The webhook refuses the net config.", "Take addresses of the subnet.");

        for (Placed each : Placed.of(config)) {
            Tree family = each.subnet().family();
            Optional<Prefix> prefix = Prefix.parse(family.at("cidr").text());
            for (String key : List.of("allocationStart", "allocationEnd", "gateway")) {
                Tree value = family.at(key);
                if (value.text().isEmpty()) {
                    continue;
                }
                Optional<Ip> ip = Ip.parse(value.text());
                if (ip.isEmpty()) {
                    remarks.at(value, "subnet " + each.name() + ": " + key + " " + value.text() + " is no IP address");
                } else if (prefix.isPresent() && !prefix.get().contains(ip.get())) {
                    remarks.at(
                            value,
                            "subnet " + each.name() + ": " + key + " " + value.text() + " lies outside "
                                    + family.at("cidr").text(),
                            family.at("cidr"));
                }
            }
        }
        return remarks.list();
    }
}
