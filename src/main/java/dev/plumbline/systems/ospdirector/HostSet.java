package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.HostAddresses.Use;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * Hosts of one sort that want addresses: what an OpenStackIPSet stands for.
 *
 * @param roleName {@code Controller}, {@code ControlPlane}, {@code Redis}
 * @param owner name of the object that asks: an OpenStackVMSet, say
 * @param controller of the owner, for labels: {@code osp-vmset}
 * @param subnets by name what names them, in the order given: the item, or where the list's default holds
 * @param networksAt the list, or where its default holds
 * @param hosts sorted as strings: {@code x-10} before {@code x-2}
 * @param tripleo whether its addresses go into TripleO's files
 */
record HostSet(
        String roleName,
        String owner,
        String controller,
        Use use,
        SequencedMap<String, Tree> subnets,
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

    /** Subnet names in the order given, none twice. */
    List<String> networks() {
        return List.copyOf(subnets.keySet());
    }

    boolean isOn(String subnet) {
        return subnets.containsKey(subnet);
    }

    /** What names the subnet. */
    Tree networkAt(String subnet) {
        return subnets.getOrDefault(subnet, networksAt);
    }

    /** By name what names them; of one named twice the first. */
    static SequencedMap<String, Tree> subnets(List<String> names, Tree networksAt) {
        SequencedMap<String, Tree> subnets = new LinkedHashMap<>();
        networksAt.items().forEach(item -> subnets.putIfAbsent(item.text(), item));
        subnets.keySet().retainAll(new HashSet<>(names));
        names.forEach(name -> subnets.putIfAbsent(name, networksAt));
        return subnets;
    }

    HostSet with(List<String> theHosts) {
        return new HostSet(
                roleName, owner, controller, use, subnets, networksAt, count, countAt, List.copyOf(theHosts), tripleo);
    }
}
