package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.plan.review.NetConfigRule.Placed;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.Ip;
import dev.plumbline.systems.ospdirector.NetConfig;
import dev.plumbline.systems.ospdirector.NetConfig.Subnet;
import java.util.List;
import java.util.Optional;

/** The metal installer's DHCP range and the control plane's pool in one range of addresses. */
final class ProvisioningRangeOverlap implements ReviewRule {

    @Override
    public String id() {
        return "provisioning-range-overlap";
    }

    @Override
    public List<Remark> judge(Reviewed reviewed) {
        Remarks remarks = Remarks.error(
                id(),
                "DHCP gives a node the address that the operator gives a VM: both lose their connections.",
                "Part the two: set provisioningDHCPRange and the pool to ranges that do not meet.");
        List<Tree> ranges = reviewed.all("metal3.io", "Provisioning")
                .map(each -> each.at("spec", "provisioningDHCPRange"))
                .filter(range -> !range.text().isEmpty())
                .toList();
        for (DirectorInputs inputs : reviewed.inputs()) {
            for (NetConfig config : inputs.netConfigs()) {
                for (Placed each : Placed.of(config)) {
                    ranges.stream()
                            .filter(range -> meets(range.text(), each.subnet()))
                            .forEach(range -> remarks.at(
                                    each.subnet().family().at("allocationStart"),
                                    "subnet " + each.name() + ": the pool "
                                            + each.subnet().allocationStart() + " to "
                                            + each.subnet().allocationEnd() + " meets the DHCP range " + range.text(),
                                    range));
                }
            }
        }
        return remarks.list();
    }

    private static boolean meets(String range, Subnet subnet) {
        String[] ends = range.split(",", -1);
        if (ends.length != 2) {
            return false;
        }
        Optional<Ip> from = Ip.parse(ends[0].strip());
        Optional<Ip> to = Ip.parse(ends[1].strip());
        Optional<Ip> start = Ip.parse(subnet.allocationStart());
        Optional<Ip> end = Ip.parse(subnet.allocationEnd());
        return from.isPresent()
                && to.isPresent()
                && start.isPresent()
                && end.isPresent()
                && from.get().v6() == start.get().v6()
                && !start.get().isAfter(to.get())
                && !from.get().isAfter(end.get());
    }
}
