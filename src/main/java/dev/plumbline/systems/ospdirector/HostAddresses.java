package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Tree;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The addresses that the operator gives to hosts, VIPs among them.
 *
 * @param hosts by hostname
 */
public record HostAddresses(SortedMap<String, Host> hosts) {

    /** What an address follows from. */
    public enum Basis {
        /** It is asked for in the OpenStackNetConfig. */
        RESERVED,
        /** An OpenStackNet says that the host has it. */
        HELD,
        /** The first that is free. */
        FIRST_FREE,
        /**
         * The first that is free, where two sets of hosts come to the pool at once: the operator serves them in an order
         * of its own.
         */
        FIRST_FREE_OF_SEVERAL
    }

    /** What a host is there for. */
    public enum Use {
        VM,
        METAL,
        CLIENT,
        /** An address of the control plane's, which moves between its hosts. */
        VIP,
        /** The same for one service of 17.x. */
        SERVICE_VIP
    }

    /**
     * @param role {@code Controller}
     * @param set name of the object that asks for the host: an OpenStackVMSet, say
     * @param bySubnet by the subnet's name, in the order in which the set names them; a subnet without an address left
     *     is not there
     */
    public record Host(String name, String role, String set, Use use, Map<String, Assigned> bySubnet) {}

    /** @param value address and prefix length: {@code 172.22.0.120/24} */
    public record Assigned(Tree value, Basis basis) {}

    /** Address and prefix length of a host in a subnet. */
    public Optional<Tree> of(String host, String subnet) {
        return Optional.ofNullable(hosts.get(host))
                .map(each -> each.bySubnet().get(subnet))
                .map(Assigned::value);
    }
}
