package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * net-config-multi-nic.role.j2.yaml of 16.2, with TripleO's environments/network-environment.j2.yaml, which makes heat
 * parameters of network_data.yaml. Keys are sorted, as heat writes config.json.
 */
final class NicTemplate16 {

    private static final int DEFAULT_MTU = 1500;

    private final NicTemplate template;

    NicTemplate16(NicTemplate template) {
        this.template = template;
    }

    List<Tree> entries() {
        List<Tree> entries = new ArrayList<>();
        entries.add(pod());
        entries.add(controlPlane());
        int nic = 2;
        for (RoleNetwork each : template.networks()) {
            boolean bridge = switch (each.network().name()) {
                case "External", "Tenant" -> true;
                default -> false;
            };
            // A role tagged external_bridge gets br-ex, and a NIC's number is used up, though no NIC stands behind it.
            boolean untold = each.network().name().equals("External")
                    && template.rolesData().externalBridge();
            if (each.used() || untold) {
                nic++;
                entries.add(bridge ? bridge(each, nic) : nic(each, nic));
            }
        }
        return entries;
    }

    private Tree pod() {
        Tree role = template.role().tree();
        return Growing.from(role)
                .put("addresses", NicTemplate.addresses(Optional.of(Growing.text(NicTemplate.POD_ADDRESS, role))))
                .put("name", "nic1")
                .put("routes", List.of(podRoute(role)))
                .put("type", "interface")
                .put("use_dhcp", false)
                .tree();
    }

    private Tree podRoute(Tree role) {
        return Growing.from(role)
                .put("ip_netmask", template.serviceRoute(role))
                .put("next_hop", NicTemplate.POD_GATEWAY)
                .tree();
    }

    private Tree controlPlane() {
        Optional<RoleNetwork> own = template.controlPlane();
        Tree cause =
                own.map(each -> each.network().tree()).orElse(template.role().tree());
        return Growing.from(cause)
                .put("addresses", NicTemplate.addresses(own.flatMap(RoleNetwork::address)))
                .put("dns_servers", template.heatList("DnsServers"))
                .put("domain", template.heatList("DnsSearchDomains"))
                // The parameter's own default holds whatever MTU the control plane network has.
                .put("mtu", template.heat("ControlPlaneMtu").orElse(Growing.number(DEFAULT_MTU, cause)))
                .put("name", "nic2")
                .put("routes", controlPlaneRoutes(own, cause))
                .put("type", "interface")
                .put("use_dhcp", false)
                .tree();
    }

    private List<Tree> controlPlaneRoutes(Optional<RoleNetwork> own, Tree cause) {
        List<Tree> routes = template.heatList("ControlPlaneStaticRoutes");
        if (routes.isEmpty()) {
            routes = own.flatMap(RoleNetwork::subnet).map(NicTemplate::routes).orElse(List.of());
        }
        if (!template.rolesData().routesBy("ControlPlane")) {
            return routes;
        }
        Tree gateway = template.heat("ControlPlaneDefaultRoute")
                .orElse(own.map(NicTemplate16::gateway).orElse(Growing.text("", cause)));
        return NicTemplate.union(routes, List.of(NicTemplate.defaultRoute(gateway)));
    }

    private Tree nic(RoleNetwork each, int nic) {
        return Growing.from(each.network().tree())
                .put("addresses", NicTemplate.addresses(each.address()))
                .put("mtu", mtu(each))
                .put("name", "nic" + nic)
                .put("routes", routes(each))
                .put("type", "interface")
                .put("use_dhcp", false)
                .tree();
    }

    private Tree bridge(RoleNetwork each, int nic) {
        Growing bridge = Growing.from(each.network().tree());
        if (each.used()) {
            bridge.put("addresses", NicTemplate.addresses(each.address()));
        }
        return bridge.put("dns_servers", template.heatList("DnsServers"))
                .put("members", List.of(member(each, nic)))
                .put("mtu", mtu(each))
                .put("name", bridgeName(each))
                .put("routes", each.used() ? routes(each) : List.of())
                .put("type", "ovs_bridge")
                .put("use_dhcp", false)
                .tree();
    }

    private Tree member(RoleNetwork each, int nic) {
        return Growing.from(each.network().tree())
                .put("mtu", mtu(each))
                .put("name", "nic" + nic)
                .put("primary", true)
                .put("type", "interface")
                .put("use_dhcp", false)
                .tree();
    }

    private Tree bridgeName(RoleNetwork each) {
        Tree name = each.network().tree();
        return each.network().name().equals("External")
                ? template.heat("NeutronPhysicalBridge").orElse(Growing.text("br-ex", name))
                : Growing.text("br-" + each.network().nameLower(), name.at("nameLower"));
    }

    private Tree mtu(RoleNetwork each) {
        return template.heat(each.network().name() + "Mtu")
                .orElse(Growing.number(
                        each.network().mtu(), each.network().tree().at("mtu")));
    }

    /** Routes and gateway are those of the default subnet, also for a role on a leaf: parameters have the network's name. */
    private List<Tree> routes(RoleNetwork each) {
        String name = each.network().name();
        List<Tree> routes = template.heatList(name + "Routes");
        if (routes.isEmpty()) {
            routes = each.defaultSubnet().map(NicTemplate::routes).orElse(List.of());
        }
        routes = NicTemplate.union(routes, template.heatList(name + "InterfaceRoutes"));
        return template.rolesData().routesBy(name)
                ? NicTemplate.union(
                        routes,
                        List.of(NicTemplate.defaultRoute(
                                template.heat(name + "InterfaceDefaultRoute").orElse(gateway(each)))))
                : routes;
    }

    private static Tree gateway(RoleNetwork each) {
        return each.defaultSubnet()
                .map(subnet -> Growing.text(subnet.gateway(), subnet.family().at("gateway")))
                .orElse(Growing.text("", each.network().tree()));
    }
}
