package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * TripleO's network_data.yaml as the operator renders it of a net config
 * (templates/openstackconfiggenerator/config/RELEASE/network_data.yaml): all networks but the control plane, sorted by
 * name_lower, their subnets by name.
 */
public final class NetworkDataFile {

    private NetworkDataFile() {}

    /** @param release train, wallaby, 16.2, 17.0 or 17.1 */
    public static Tree of(NetConfig config, String release) {
        boolean train = NicTemplate.isTrain(release);
        List<Tree> networks = config.networks().stream()
                .filter(network -> !network.controlPlane())
                .sorted(Comparator.comparing(NetConfig.Network::nameLower))
                .map(network -> train ? train(network) : wallaby(network))
                .toList();
        return new Tree.Sequence(networks, config.tree().at("spec", "networks").spot());
    }

    private static Growing head(NetConfig.Network network) {
        Tree tree = network.tree();
        return Growing.from(tree)
                .put("name", network.name(), tree.at("name"))
                .put("name_lower", network.nameLower(), tree.at("nameLower"))
                .put(
                        "vip",
                        new Tree.Scalar(
                                Boolean.toString(network.vip()),
                                false,
                                tree.at("vip").spot()))
                .put("mtu", network.mtu(), tree.at("mtu"));
    }

    /** 16.2 wants the subnet that has the network's name on top as well. */
    private static Tree train(NetConfig.Network network) {
        Growing entry = head(network);
        List<NetConfig.Subnet> onTop = network.subnets().stream()
                .filter(subnet -> subnet.name().equals(network.nameLower()))
                .toList();
        // Where no subnet has that name the template takes the IPv6 branch, whatever the subnets are.
        if (onTop.isEmpty() || onTop.getFirst().ipv6()) {
            entry.put("ipv6", true);
        }
        onTop.stream().limit(1).forEach(subnet -> describe(entry, subnet));
        return entry.put("subnets", subnets(network, "")).tree();
    }

    private static Tree wallaby(NetConfig.Network network) {
        // The last subnet's family is the network's.
        boolean ipv6 =
                !network.subnets().isEmpty() && network.subnets().getLast().ipv6();
        return head(network)
                .put("ipv6", ipv6)
                .put("subnets", subnets(network, "_subnet"))
                .tree();
    }

    private static Growing subnets(NetConfig.Network network, String suffix) {
        Growing subnets = Growing.from(network.tree().at("subnets"));
        network.subnets().stream()
                .sorted(Comparator.comparing(NetConfig.Subnet::name))
                .forEach(subnet -> subnets.put(subnet.name() + suffix, describe(Growing.from(subnet.tree()), subnet)));
        return subnets;
    }

    private static Growing describe(Growing entry, NetConfig.Subnet subnet) {
        Tree family = subnet.family();
        boolean six = subnet.ipv6();
        if (subnet.vlan() != 0) {
            entry.put("vlan", subnet.vlan(), subnet.tree().at("vlan"));
        }
        Tree pool = Growing.from(family)
                .put("start", subnet.allocationStart(), family.at("allocationStart"))
                .put("end", subnet.allocationEnd(), family.at("allocationEnd"))
                .tree();
        entry.put(six ? "ipv6_subnet" : "ip_subnet", subnet.cidr(), family.at("cidr"));
        entry.put(six ? "ipv6_allocation_pools" : "allocation_pools", List.of(pool));
        if (!subnet.gateway().isEmpty()) {
            entry.put(six ? "gateway_ipv6" : "gateway_ip", subnet.gateway(), family.at("gateway"));
        }
        List<Tree> routes = new ArrayList<>(NicTemplate.routes(subnet));
        if (!routes.isEmpty()) {
            entry.put(six ? "routes_ipv6" : "routes", routes);
        }
        return entry;
    }
}
