package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.NetConfig;
import dev.plumbline.systems.ospdirector.NetConfig.Network;
import java.util.List;

/** One network is the control plane, and it has the names that TripleO wants. */
final class ControlPlaneNetwork implements NetConfigRule {

    @Override
    public String id() {
        return "control-plane-network";
    }

    @Override
    public boolean onCreateOnly() {
        return true;
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks = Remarks.refused(
                id(), "The webhook refuses the net config.", "Name it Control with nameLower ctlplane.");

        boolean any = false;
        for (Network network : config.networks()) {
            any |= network.controlPlane();
            if (network.controlPlane()
                    && !(network.name().equals("Control") && network.nameLower().equals("ctlplane"))) {
                remarks.at(
                        network.tree().at("isControlPlane"),
                        "network " + network.name() + " is the control plane, and is not named Control and ctlplane",
                        network.tree().at("name"),
                        network.tree().at("nameLower"));
            }
        }
        if (!any) {
            remarks.at(config.tree().at("spec", "networks"), "no network is the control plane");
        }
        return remarks.list();
    }
}
