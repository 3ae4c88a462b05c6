package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.Role;
import dev.plumbline.systems.ospdirector.TripleoRole;
import java.util.List;

/** A role that TripleO does not bring: what its roles_data.yaml says of default routes is not known. */
final class RolesDataAssumed implements ReviewRule {

    @Override
    public String id() {
        return "roles-data-assumed";
    }

    @Override
    public List<Remark> judge(Reviewed reviewed) {
        Remarks remarks = Remarks.info(
                id(),
                "The guest's default route may be on another NIC than planned.",
                "Compare with default_route_networks and tags of the role in your roles_data.yaml.");
        for (DirectorInputs inputs : reviewed.inputs()) {

            for (Role role : MachineRoles.of(inputs)) {
                if (role.tripleo() && !TripleoRole.isKnown(role.roleName())) {
                    remarks.at(
                            role.tree().at("roleName"),
                            "role " + role.roleName()
                                    + " is not TripleO's own: planned with its default route on the control plane");
                }
            }
        }
        return remarks.list();
    }
}
