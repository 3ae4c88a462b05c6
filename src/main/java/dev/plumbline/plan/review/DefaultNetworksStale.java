package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.plan.review.NetConfigRule.Placed;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A role without networks gets the CRD's default list, whose names have no underscores. */
final class DefaultNetworksStale implements ReviewRule {

    @Override
    public String id() {
        return "default-networks-stale";
    }

    @Override
    public List<Remark> judge(Reviewed reviewed) {
        Remarks remarks = Remarks.refused(
                id(),
                "The webhook refuses the resource: a network of the list is not there.",
                "Write networks out: ctlplane, external, internal_api, tenant, storage, storage_mgmt.");
        for (DirectorInputs inputs : reviewed.inputs()) {

            Set<String> known = new HashSet<>();
            inputs.netConfigs().forEach(config -> Placed.of(config).forEach(each -> known.add(each.name())));
            for (Role role : MachineRoles.of(inputs)) {
                List<String> unknown = role.networks().stream()
                        .filter(name -> !known.contains(name))
                        .toList();
                boolean given = role.networksAt() instanceof Tree.Sequence;
                if (!given && !unknown.isEmpty() && !inputs.netConfigs().isEmpty()) {
                    remarks.at(
                            role.tree().at("roleName"),
                            "role " + role.roleName() + " gives no networks; no network of the default list is named "
                                    + String.join(", ", unknown));
                }
            }
        }
        return remarks.list();
    }
}
