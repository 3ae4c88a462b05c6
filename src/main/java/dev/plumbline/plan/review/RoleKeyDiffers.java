package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.Role;
import java.util.List;

/** A role's key that is not its name: fencing looks for VMs by the key. */
final class RoleKeyDiffers implements ReviewRule {

    @Override
    public String id() {
        return "role-key-differs";
    }

    @Override
    public List<Remark> judge(Reviewed reviewed) {
        Remarks remarks = Remarks.warning(
                id(),
                "Fencing finds no VM of the role (OSPRH-18545).",
                "Let the key in virtualMachineRoles be the roleName.");
        for (DirectorInputs inputs : reviewed.inputs()) {

            for (DirectorInputs.ControlPlane plane : inputs.controlPlanes()) {
                for (Role role : plane.roles()) {
                    if (!role.key().equalsIgnoreCase(role.roleName())) {
                        remarks.at(
                                role.tree().at("roleName"),
                                "role " + role.roleName() + " stands under the key " + role.key());
                    }
                }
            }
        }
        return remarks.list();
    }
}
