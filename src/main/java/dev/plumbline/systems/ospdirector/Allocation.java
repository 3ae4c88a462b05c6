package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.HostAddresses.Basis;
import dev.plumbline.systems.ospdirector.NetConfig.Network;
import dev.plumbline.systems.ospdirector.NetConfig.Subnet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * The addresses of one subnet.
 *
 * @param prefixLength empty where the subnet's addresses cannot be read
 * @param roles by their key in the OpenStackNet
 */
record Allocation(Network network, Subnet subnet, OptionalInt prefixLength, SortedMap<String, RoleReservations> roles) {

    /** @param reservations by hostname, deleted hosts among them */
    record RoleReservations(Tree at, boolean tripleo, SortedMap<String, Reserved> reservations) {}

    /** @param at the value that the address follows from */
    record Reserved(String host, String ip, Tree at, boolean vip, boolean serviceVip, boolean deleted, Basis basis) {

        Reserved asDeleted() {
            return new Reserved(host, ip, at, vip, serviceVip, true, basis);
        }
    }

    /** The address of a host that is there. */
    Optional<Reserved> of(String roleKey, String host) {
        RoleReservations role = roles.get(roleKey);
        return role == null
                ? Optional.empty()
                : Optional.ofNullable(role.reservations().get(host)).filter(each -> !each.deleted());
    }
}
