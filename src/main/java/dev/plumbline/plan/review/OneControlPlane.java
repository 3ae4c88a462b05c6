package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import java.util.List;

/** The operator works with one control plane in a namespace. */
final class OneControlPlane implements ReviewRule {

    @Override
    public String id() {
        return "one-control-plane";
    }

    @Override
    public List<Remark> judge(Reviewed reviewed) {
        Remarks remarks = Remarks.refused(
                id(), "The webhook refuses the second one.", "Keep one OpenStackControlPlane in a namespace.");
        for (DirectorInputs inputs : reviewed.inputs()) {
            inputs.controlPlanes().stream()
                    .skip(1)
                    .forEach(plane -> remarks.at(
                            plane.tree().at("metadata", "name"),
                            plane.name() + " is a second control plane",
                            inputs.controlPlanes().getFirst().tree().at("metadata", "name")));
        }
        return remarks.list();
    }
}
