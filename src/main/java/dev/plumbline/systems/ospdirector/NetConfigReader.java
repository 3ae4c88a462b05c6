package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.NetConfig.AttachConfiguration;
import dev.plumbline.systems.ospdirector.NetConfig.Network;
import dev.plumbline.systems.ospdirector.NetConfig.PhysNetwork;
import dev.plumbline.systems.ospdirector.NetConfig.Reservation;
import dev.plumbline.systems.ospdirector.NetConfig.Subnet;
import dev.plumbline.systems.ospdirector.NetConfig.SubnetRoute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads an OpenStackNetConfig with the defaults of its schema and of its mutating webhook. */
final class NetConfigReader {

    static final String DEFAULT_DOMAIN = "localdomain";
    static final int DEFAULT_MTU = 1500;
    static final String DEFAULT_PHYSNET = "datacentre";
    static final String DEFAULT_MAC_PREFIX = "fa:16:3a";

    private final Given given;

    NetConfigReader(Given given) {
        this.given = given;
    }

    NetConfig read(Tree tree, String namespace) {
        Tree spec = tree.at("spec");
        SortedMap<String, AttachConfiguration> attachments = new TreeMap<>();
        spec.at("attachConfigurations").fields().forEach((key, value) -> attachments.put(key, attachment(key, value)));
        List<Network> networks = new ArrayList<>();
        for (Tree network : given.list(spec.at("networks"), "networks")) {
            network(network).ifPresent(networks::add);
        }
        SortedMap<String, Reservation> reservations = new TreeMap<>();
        spec.at("reservations").fields().forEach((host, value) -> reservations.put(host, reservation(value)));
        return new NetConfig(
                tree,
                namespace,
                tree.at("metadata", "name").text(),
                attachments,
                given.text(spec.at("domainName"), "domainName", DEFAULT_DOMAIN),
                given.texts(spec.at("dnsServers"), "dnsServers", List.of()),
                given.texts(spec.at("dnsSearchDomains"), "dnsSearchDomains", List.of()),
                List.copyOf(networks),
                physNetworks(spec.at("ovnBridgeMacMappings", "physNetworks")),
                given.truth(spec.at("preserveReservations"), "preserveReservations", true),
                reservations);
    }

    private AttachConfiguration attachment(String key, Tree tree) {
        String port =
                tree.at("nodeSriovConfigurationPolicy", "desiredState", "port").text();
        Tree policy = tree.at("nodeNetworkConfigurationPolicy");
        Optional<String> bridge = policy.at("desiredState", "interfaces").items().stream()
                .filter(each -> each.at("bridge").present())
                .map(each -> each.at("name").text())
                .filter(name -> !name.isEmpty())
                .findFirst();
        return port.isEmpty()
                ? new AttachConfiguration(tree, key, policy, bridge, Optional.empty())
                : new AttachConfiguration(
                        tree, key, new Tree.Missing(tree.spot()), Optional.empty(), Optional.of(port));
    }

    private Optional<Network> network(Tree tree) {
        String name = given.needed(tree, "name");
        String nameLower = given.needed(tree, "nameLower");
        if (name.isEmpty() || nameLower.isEmpty()) {
            return Optional.empty();
        }
        boolean controlPlane = name.equals("Control") && nameLower.equals("ctlplane")
                || given.truth(tree.at("isControlPlane"), "isControlPlane", false);
        List<Subnet> subnets = new ArrayList<>();
        for (Tree subnet : given.list(tree.at("subnets"), "subnets")) {
            subnet(subnet).ifPresent(subnets::add);
        }
        return Optional.of(new Network(
                tree,
                name,
                nameLower,
                controlPlane,
                given.number(tree.at("mtu"), "mtu", DEFAULT_MTU),
                given.truth(tree.at("vip"), "vip", true),
                List.copyOf(subnets)));
    }

    private Optional<Subnet> subnet(Tree tree) {
        String name = given.needed(tree, "name");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        // An API server gives back the family that was not asked for too, with all texts empty.
        boolean v4 = !tree.at("ipv4", "cidr").text().isEmpty();
        boolean v6 = !v4 && !tree.at("ipv6", "cidr").text().isEmpty();
        Tree family = v4 ? tree.at("ipv4") : v6 ? tree.at("ipv6") : new Tree.Missing(tree.spot());
        if (!v4 && !v6) {
            given.refuse(family, "ipv4 or ipv6 in subnet " + name, "one of the two with a cidr");
        }
        for (String key : List.of("allocationStart", "allocationEnd")) {
            if ((v4 || v6) && family.at(key).text().isEmpty()) {
                given.refuse(family.at(key), key, "an IP address");
            }
        }
        List<SubnetRoute> routes = new ArrayList<>();
        for (Tree route : given.list(family.at("routes"), "routes")) {
            routes.add(new SubnetRoute(
                    route,
                    given.formed(
                            route.at("destination"),
                            "destination",
                            text -> Prefix.parse(text).isPresent(),
                            "an address range: 192.0.2.0/24"),
                    address(route, "nexthop")));
        }
        return Optional.of(new Subnet(
                tree,
                name,
                given.text(tree.at("attachConfiguration"), "attachConfiguration", ""),
                given.number(tree.at("vlan"), "vlan", 0),
                v6,
                family,
                given.formed(
                        family.at("cidr"),
                        "cidr",
                        text -> Prefix.parse(text).isPresent(),
                        "an address range: 192.0.2.0/24"),
                address(family, "allocationStart"),
                address(family, "allocationEnd"),
                address(family, "gateway"),
                List.copyOf(routes)));
    }

    private String address(Tree holder, String key) {
        return given.formed(holder.at(key), key, text -> Ip.parse(text).isPresent(), "an IP address");
    }

    private Reservation reservation(Tree tree) {
        Map<String, Tree> addresses = new LinkedHashMap<>();
        tree.at("ipReservations").fields().forEach((subnet, value) -> {
            String text = given.formed(value, subnet, ip -> Ip.parse(ip).isPresent(), "an IP address");
            if (Ip.parse(text).isPresent()) {
                addresses.put(subnet, value);
            }
        });
        Map<String, Tree> macs = new LinkedHashMap<>();
        tree.at("macReservations").fields().forEach((physnet, value) -> {
            if (!given.text(value, physnet, "").isEmpty()) {
                macs.put(physnet, value);
            }
        });
        return new Reservation(tree, addresses, macs);
    }

    private List<PhysNetwork> physNetworks(Tree list) {
        List<PhysNetwork> networks = new ArrayList<>();
        for (Tree each : given.list(list, "physNetworks")) {
            networks.add(new PhysNetwork(
                    given.text(each.at("name"), "name", DEFAULT_PHYSNET),
                    given.text(each.at("macPrefix"), "macPrefix", DEFAULT_MAC_PREFIX)));
        }
        return networks.isEmpty()
                ? List.of(new PhysNetwork(DEFAULT_PHYSNET, DEFAULT_MAC_PREFIX))
                : List.copyOf(networks);
    }
}
