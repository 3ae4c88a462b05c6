package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.Role;
import java.util.List;

/** A role's network that sorts before ctlplane takes NIC 2 of its VMs. */
final class SortsBeforeControlPlane implements ReviewRule {

    @Override
    public String id() {
        return "sorts-before-control-plane";
    }

    @Override
    public List<Remark> judge(Reviewed reviewed) {
        Remarks remarks = Remarks.error(
                id(),
                "The NIC template and cloud-init configure NIC 2 as the control plane: the VM comes up on the wrong network.",
                "Name the subnet so that it sorts behind ctlplane.");
        for (DirectorInputs inputs : reviewed.inputs()) {

            for (Role role : MachineRoles.of(inputs)) {
                List<Tree> items = role.networksAt().items();
                if (items.stream().noneMatch(item -> item.text().equals("ctlplane"))) {
                    continue;
                }
                for (Tree item : items) {
                    if (item.text().compareTo("ctlplane") < 0) {
                        remarks.at(
                                item, "role " + role.roleName() + ": subnet " + item.text() + " sorts before ctlplane");
                    }
                }
            }
        }
        return remarks.list();
    }
}
