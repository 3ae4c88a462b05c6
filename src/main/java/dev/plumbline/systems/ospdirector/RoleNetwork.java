package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A TripleO network as a role's NIC template sees it.
 *
 * @param subnet the role's subnet of it; empty where the role is not on it
 * @param address text {@code 172.18.0.20/24}, of that subnet
 */
record RoleNetwork(NetConfig.Network network, Optional<NetConfig.Subnet> subnet, Optional<Tree> address) {

    /** All but the control plane, in the order of network_data.yaml: Go emits maps sorted by their keys. */
    static List<RoleNetwork> of(NetConfig config, Role role, Map<String, Tree> addresses) {
        List<RoleNetwork> networks = new ArrayList<>();
        for (NetConfig.Network network : config.networks()) {
            if (!network.controlPlane()) {
                networks.add(of(network, role, addresses));
            }
        }
        networks.sort(Comparator.comparing(each -> each.network().nameLower()));
        return List.copyOf(networks);
    }

    static Optional<RoleNetwork> controlPlane(NetConfig config, Role role, Map<String, Tree> addresses) {
        return config.networks().stream()
                .filter(NetConfig.Network::controlPlane)
                .findFirst()
                .map(network -> of(network, role, addresses));
    }

    private static RoleNetwork of(NetConfig.Network network, Role role, Map<String, Tree> addresses) {
        // Of two subnets of one network the operator's map by network keeps one.
        Optional<NetConfig.Subnet> subnet = network.subnets().stream()
                .filter(each -> role.networks().contains(each.name()))
                .min(Comparator.comparing(NetConfig.Subnet::name));
        return new RoleNetwork(
                network, subnet, subnet.flatMap(each -> Optional.ofNullable(addresses.get(each.name()))));
    }

    boolean used() {
        return subnet.isPresent();
    }

    /** The subnet named as the network's lower name, which TripleO 16.2 takes for parameters of the whole network. */
    Optional<NetConfig.Subnet> defaultSubnet() {
        return network.subnets().stream()
                .filter(each -> each.name().equals(network.nameLower()))
                .findFirst();
    }
}
