package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What cloud-init gives a VM's network at its first boot (templates/vmset/cloudinit/networkdata): the control plane's NIC
 * alone. All other NICs stay as the image has them until os-net-config runs.
 */
public final class CloudInit {

    /** The operator looks for the subnet of this name and for no other: a leaf of the control plane is not found. */
    private static final String CONTROL_PLANE_SUBNET = "ctlplane";

    private CloudInit() {}

    /**
     * Netplan of version 2.
     *
     * @param addressesBySubnet texts {@code 172.22.0.120/24} by subnet name
     */
    public static Tree networkData(NetConfig config, Role role, Map<String, Tree> addressesBySubnet) {
        Tree cause = role.tree();
        Tree nicAt = cause.at("ctlplaneInterface");
        Growing nic = Growing.from(nicAt);
        // What is not found is the empty string, in quotes.
        Tree address = Optional.ofNullable(addressesBySubnet.get(CONTROL_PLANE_SUBNET))
                .orElse(Growing.text("", role.networksAt()));
        nic.put("addresses", List.of(address));
        List<Tree> servers = first(cause.at("bootstrapDns"), config.tree().at("spec", "dnsServers"));
        if (!servers.isEmpty()) {
            nic.put("nameservers", nameservers(config, cause, servers));
        }
        subnet(config, role).ifPresent(subnet -> ways(nic, subnet));
        return Growing.from(cause)
                .put("version", 2)
                .put("ethernets", Growing.from(nicAt).put(role.ctlplaneInterface(), nic))
                .tree();
    }

    private static Growing nameservers(NetConfig config, Tree cause, List<Tree> servers) {
        Growing nameservers = Growing.from(servers.getFirst());
        List<Tree> search = first(cause.at("dnsSearchDomains"), config.tree().at("spec", "dnsSearchDomains"));
        if (!search.isEmpty()) {
            nameservers.put("search", search);
        }
        return nameservers.put("addresses", servers);
    }

    private static Optional<NetConfig.Subnet> subnet(NetConfig config, Role role) {
        return config.networks().stream()
                .flatMap(network -> network.subnets().stream())
                .filter(subnet -> subnet.name().equals(CONTROL_PLANE_SUBNET)
                        && role.networks().contains(CONTROL_PLANE_SUBNET))
                .findFirst();
    }

    private static void ways(Growing nic, NetConfig.Subnet subnet) {
        List<Tree> routes = new ArrayList<>();
        for (NetConfig.SubnetRoute route : subnet.routes()) {
            routes.add(Growing.from(route.tree())
                    .put("to", route.destination(), route.tree().at("destination"))
                    .put("via", route.nexthop(), route.tree().at("nexthop"))
                    .tree());
        }
        if (!routes.isEmpty()) {
            nic.put("routes", routes);
        }
        if (!subnet.gateway().isEmpty()) {
            String key = subnet.gateway().contains(":") ? "gateway6" : "gateway4";
            nic.put(key, subnet.gateway(), subnet.family().at("gateway"));
        }
    }

    /**
     * The Secret that holds the network data; its label lets must-gather collect it.
     *
     * @param set name of the OpenStackVMSet, which one of the user's own shares with no role
     */
    public static Tree secret(
            NetConfig config, Role role, String set, String host, Map<String, Tree> addressesBySubnet) {
        Tree cause = role.tree();
        Growing labels = Growing.from(cause)
                .put("must-gather-secret", "yes")
                .put("osp-director.openstack.org/controller", "osp-vmset")
                .put("osp-director.openstack.org/name", set)
                .put("osp-director.openstack.org/namespace", config.namespace());
        Growing metadata = Growing.from(cause)
                .put("name", set + "-" + host + "-networkdata")
                .put("namespace", config.namespace())
                .put("labels", labels);
        String text = YamlText.of(networkData(config, role, addressesBySubnet));
        return Growing.from(cause)
                .put("apiVersion", "v1")
                .put("kind", "Secret")
                .put("metadata", metadata)
                .put("type", "Opaque")
                .put("stringData", Growing.from(cause).put("networkdata", text))
                .tree();
    }

    private static List<Tree> first(Tree own, Tree other) {
        return own.items().isEmpty() ? other.items() : own.items();
    }
}
