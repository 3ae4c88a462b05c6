package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.tree.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The network that os-net-config is to make of a machine, in no provider's words: equal in meaning to the ifcfg files
 * that it writes. Each part has the value of the file that asks for it, whose spot says where that is.
 *
 * @param devices as os-net-config makes them: physical functions of SR-IOV first, then in the file's order, a bridge
 *     before its members; each name once
 * @param routes by device, the default first, as the machine's route files hold them
 * @param rules by device, in the file's order
 * @param tables routing tables by number
 */
public record GuestNetwork(List<Device> devices, List<Route> routes, List<Rule> rules, List<Table> tables) {

    public static final GuestNetwork EMPTY = new GuestNetwork(List.of(), List.of(), List.of(), List.of());

    public GuestNetwork {
        devices = List.copyOf(devices);
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
        tables = List.copyOf(tables);
    }

    /**
     * A device that gets a file of its own.
     *
     * @param name the kernel's, aliases resolved
     * @param written the name as the file has it, or as os-net-config makes it up: {@code nic3}, {@code vlan20}
     * @param type os-net-config's word, {@code ovs_bridge}
     * @param holder the bridge, bond or team that it is a member of; empty at the top. A bridge whose own name is an
     *     alias becomes another device while its members still ask for that name: such a holder is none of the devices
     * @param members names in the file's order; those that DPDK or Contrail takes have no device of their own here
     * @param mtu bytes; empty where none is set, which means the kernel's own and never the holder's
     * @param addresses fixed ones with prefix length, in the file's order; none where DHCPv6 drops them
     * @param dhcp4 whether it asks for an IPv4 address
     * @param dhcp6 whether it asks for an IPv6 address
     * @param vlan its tag; of a virtual function the tag that the card puts on
     * @param base the device below a VLAN; empty for an internal port of Open vSwitch, whose switch is the holder
     * @param mac the address that a bridge, bond or team takes over from its primary member
     * @param onboot whether it comes up with the machine
     * @param defroute whether DHCP may set a default route
     * @param dnsServers at most two
     * @param domains search domains
     * @param options more of the file's keys that say how it works, as texts: bonding_options, ovs_options, ovs_fail_mode,
     *     tunnel_type, peer, ethtool_opts ...
     */
    public record Device(
            String name,
            String written,
            String type,
            String holder,
            List<String> members,
            OptionalInt mtu,
            List<Address> addresses,
            boolean dhcp4,
            boolean dhcp6,
            OptionalInt vlan,
            String base,
            Optional<String> mac,
            boolean onboot,
            boolean defroute,
            List<String> dnsServers,
            List<String> domains,
            Map<String, String> options,
            Tree tree) {}

    /** @param address with its prefix length */
    public record Address(String address, Tree tree) {}

    /**
     * @param destination a prefix, or {@code default}; empty where the file gives none
     * @param nextHop an address
     * @param table by number or name; empty for the main one
     * @param options further words of {@code ip route}; a table may stand in them
     */
    public record Route(String device, String destination, String nextHop, String table, String options, Tree tree) {}

    /** @param rule words of {@code ip rule} */
    public record Rule(String device, String rule, Tree tree) {}

    public record Table(String id, String name, Tree tree) {}

    public Optional<Device> device(String name) {
        return devices.stream().filter(device -> device.name().equals(name)).findFirst();
    }
}
