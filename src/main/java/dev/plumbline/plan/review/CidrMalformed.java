package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.plan.review.NetConfigRule.Placed;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.NetConfig;
import dev.plumbline.systems.ospdirector.Prefix;
import java.util.List;
import java.util.Optional;

/** A cidr that is none, or of the other family than the section that holds it. */
final class CidrMalformed implements NetConfigRule {

    @Override
    public String id() {
        return "cidr-malformed";
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
                "Write an address range of the family of its section: 192.0.2.0/24 under ipv4, 2001:db8::/64 under ipv6.");

        for (Placed each : Placed.of(config)) {
            for (String family : List.of("ipv4", "ipv6")) {
                Tree cidr = each.subnet().tree().at(family, "cidr");
                if (cidr.text().isEmpty()) {
                    continue;
                }
                Optional<Prefix> prefix = Prefix.parse(cidr.text());
                if (prefix.isEmpty()) {
                    remarks.at(cidr, "subnet " + each.name() + ": " + cidr.text() + " is no address range");
                } else if (prefix.get().first().v6() != family.equals("ipv6")) {
                    remarks.at(cidr, "subnet " + each.name() + ": " + cidr.text() + " is no " + family + " range");
                }
            }
        }
        return remarks.list();
    }
}
