package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Tree;
import java.util.List;
import java.util.Locale;

/**
 * A role whose hosts are VMs, from a control plane or from an OpenStackVMSet of its own.
 *
 * @param tree the role's value, or the VMSet's spec
 * @param key its key in virtualMachineRoles; the VMSet's name where there is none
 * @param roleName {@code Controller}
 * @param count of VMs
 * @param networks subnet names in the order given
 * @param networksAt the list, or the role where it is not given and the CRD's default holds
 * @param ctlplaneInterface the guest's name of the NIC that cloud-init configures
 * @param tripleo whether TripleO deploys to it
 */
public record Role(
        Tree tree,
        String key,
        String roleName,
        int count,
        List<String> networks,
        Tree networksAt,
        String ctlplaneInterface,
        boolean tripleo) {

    /** Name of its OpenStackVMSet. */
    public String setName() {
        return roleName.toLowerCase(Locale.ROOT);
    }
}
