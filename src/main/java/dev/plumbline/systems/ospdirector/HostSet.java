package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.HostAddresses.Use;
import java.util.List;
import java.util.Locale;

/**
 * Hosts of one sort that want addresses: what an OpenStackIPSet stands for.
 *
 * @param roleName {@code Controller}, {@code ControlPlane}, {@code Redis}
 * @param owner name of the object that asks: an OpenStackVMSet, say
 * @param controller of the owner, for labels: {@code osp-vmset}
 * @param networks subnet names in the order given, none twice
 * @param networksAt the list, or where its default holds
 * @param hosts sorted as strings: {@code x-10} before {@code x-2}
 * @param tripleo whether its addresses go into TripleO's files
 */
record HostSet(
        String roleName,
        String owner,
        String controller,
        Use use,
        List<String> networks,
        Tree networksAt,
        int count,
        Tree countAt,
        List<String> hosts,
        boolean tripleo) {

    /** Name of the OpenStackIPSet. */
    String name() {
        return roleName.toLowerCase(Locale.ROOT);
    }

    /** Its key in OpenStackNets: a client's has the class's name before it (ensureIPReservation). */
    String roleKey() {
        return (use == Use.CLIENT ? "OpenstackClient" : "") + roleName;
    }

    boolean vip() {
        return use == Use.VIP;
    }

    boolean serviceVip() {
        return use == Use.SERVICE_VIP;
    }

    /** The item that names the subnet, or what the default list stands for. */
    Tree networkAt(String subnet) {
        return networksAt.items().stream()
                .filter(item -> item.text().equals(subnet))
                .findFirst()
                .orElse(networksAt);
    }

    HostSet with(List<String> theHosts) {
        return new HostSet(
                roleName, owner, controller, use, networks, networksAt, count, countAt, List.copyOf(theHosts), tripleo);
    }
}
