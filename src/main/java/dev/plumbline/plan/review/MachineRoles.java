package dev.plumbline.plan.review;

import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.Role;
import java.util.ArrayList;
import java.util.List;

/** The roles that want networks. */
final class MachineRoles {

    private MachineRoles() {}

    /** All whose hosts are VMs, those of control planes first. */
    static List<Role> of(DirectorInputs inputs) {
        List<Role> roles = new ArrayList<>();
        inputs.controlPlanes().forEach(plane -> roles.addAll(plane.roles()));
        inputs.vmSets().forEach(set -> roles.add(set.role()));
        return roles;
    }
}
