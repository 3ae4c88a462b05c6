package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.plan.review.NetConfigRule.Placed;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.NetConfig;
import java.util.List;

/** A VLAN on the control plane, which the operator drops. */
final class VlanOnControlPlane implements NetConfigRule {

    @Override
    public String id() {
        return "vlan-on-control-plane";
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks = Remarks.warning(
                id(),
                "VMs and cloud-init speak untagged on that bridge, whatever is written here.",
                "Leave vlan out; tag in the bridge or on its uplink in desiredState.");

        for (Placed each : Placed.of(config)) {
            if (each.network().controlPlane() && each.subnet().vlan() != 0) {
                remarks.at(
                        each.subnet().tree().at("vlan"),
                        "subnet " + each.name() + " of the control plane has VLAN "
                                + each.subnet().vlan());
            }
        }
        return remarks.list();
    }
}
