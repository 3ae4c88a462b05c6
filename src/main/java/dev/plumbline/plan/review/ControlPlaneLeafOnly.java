package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.NetConfig.Network;
import dev.plumbline.systems.ospdirector.NetConfig.Subnet;
import dev.plumbline.systems.ospdirector.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A role on a leaf of the control plane alone: cloud-init looks for the subnet ctlplane. */
final class ControlPlaneLeafOnly implements ReviewRule {

    @Override
    public String id() {
        return "control-plane-leaf-only";
    }

    @Override
    public List<Remark> judge(Reviewed reviewed) {
        Remarks remarks = Remarks.error(
                id(),
                "Cloud-init gets an empty address: the VM has no network at its first boot, and TripleO does not reach it.",
                "Put the role on ctlplane; only metal nodes may be on a leaf of it.");
        for (DirectorInputs inputs : reviewed.inputs()) {

            Set<String> leaves = new HashSet<>();
            inputs.netConfigs().stream()
                    .flatMap(config -> config.networks().stream())
                    .filter(Network::controlPlane)
                    .flatMap(network -> network.subnets().stream())
                    .map(Subnet::name)
                    .filter(name -> !name.equals("ctlplane"))
                    .forEach(leaves::add);
            for (Role role : MachineRoles.of(inputs)) {
                List<Tree> items = role.networksAt().items();
                if (items.stream().noneMatch(item -> item.text().equals("ctlplane"))) {
                    items.stream()
                            .filter(item -> leaves.contains(item.text()))
                            .findFirst()
                            .ifPresent(item -> remarks.at(
                                    item,
                                    "role " + role.roleName() + " is on " + item.text() + " and not on ctlplane"));
                }
            }
        }
        return remarks.list();
    }
}
