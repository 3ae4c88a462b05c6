package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * multiple_nics_dvr.j2 of 17.x, whose variables come from the DeployedNetworkEnvironment and CtlplaneNetworkAttributes
 * that the operator renders. Since January 2026 nic1 has no {@code mtu: 1450}, which was larger than a pod's MTU may be.
 */
final class NicTemplate17 {

    private final NicTemplate template;

    NicTemplate17(NicTemplate template) {
        this.template = template;
    }

    List<Tree> entries() {
        List<Tree> entries = new ArrayList<>();
        entries.add(pod());
        entries.add(controlPlane());
        int nic = 2;
        for (RoleNetwork each : template.networks()) {
            if (each.used()) {
                nic++;
                entries.add(
                        switch (each.network().name()) {
                            case "External" -> external(each, nic);
                            case "Tenant" -> tenant(each, nic);
                            default -> nic(each, nic);
                        });
            }
        }
        return entries;
    }

    private Tree pod() {
        Tree role = template.role().tree();
        Tree route = Growing.from(role)
                .put("ip_netmask", template.serviceRoute(role))
                .put("next_hop", NicTemplate.POD_GATEWAY)
                .tree();
        return Growing.from(role)
                .put("type", "interface")
                .put("name", "nic1")
                .put("use_dhcp", false)
                .put("addresses", NicTemplate.addresses(Optional.of(Growing.text(NicTemplate.POD_ADDRESS, role))))
                .put("routes", List.of(route))
                .tree();
    }

    private Tree controlPlane() {
        Optional<RoleNetwork> own = template.controlPlane();
        Tree cause =
                own.map(each -> each.network().tree()).orElse(template.role().tree());
        Tree route = Growing.from(cause)
                .put("ip_netmask", "0.0.0.0/0")
                .put("next_hop", gateway(own, cause))
                .put("default", true)
                .tree();
        return Growing.from(cause)
                .put("type", "interface")
                .put("name", "nic2")
                .put("mtu", own.map(NicTemplate17::mtu).orElse(Growing.number(1500, cause)))
                .put("dns_servers", nameservers())
                .put("domain", template.heatList("DnsSearchDomains"))
                .put("routes", List.of(route))
                .put("use_dhcp", false)
                .put("addresses", NicTemplate.addresses(own.flatMap(RoleNetwork::address)))
                .tree();
    }

    /** CtlplaneNetworkAttributes asks the section ipv4 alone: an IPv6 control plane has no gateway there. */
    private static Tree gateway(Optional<RoleNetwork> own, Tree cause) {
        return own.flatMap(each -> each.subnet().or(each::defaultSubnet))
                .map(subnet -> Growing.text(
                        subnet.ipv6() ? "" : subnet.gateway(), subnet.family().at("gateway")))
                .orElse(Growing.text("", cause));
    }

    /** Heat's DnsServers, else those of the control plane's subnet, which are the net config's. */
    private List<Tree> nameservers() {
        List<Tree> given = template.heatList("DnsServers");
        return given.isEmpty()
                ? template.netConfig().tree().at("spec", "dnsServers").items()
                : given;
    }

    private Tree external(RoleNetwork each, int nic) {
        Tree cause = each.network().tree();
        Tree member = Growing.from(cause)
                .put("type", "interface")
                .put("name", "nic" + nic)
                .put("mtu", mtu(each))
                .put("primary", true)
                .tree();
        return bridge(each, template.heat("NeutronPhysicalBridge").orElse(Growing.text("br-ex", cause)), member);
    }

    private Tree tenant(RoleNetwork each, int nic) {
        Tree cause = each.network().tree();
        Tree member = Growing.from(cause)
                .put("type", "interface")
                .put("name", "nic" + nic)
                .put("mtu", mtu(each))
                .put("use_dhcp", false)
                .put("primary", true)
                .tree();
        return bridge(each, Growing.text("br-tenant", cause), member);
    }

    private Tree bridge(RoleNetwork each, Tree name, Tree member) {
        return Growing.from(each.network().tree())
                .put("type", "ovs_bridge")
                .put("name", name)
                .put("mtu", mtu(each))
                .put("dns_servers", nameservers())
                .put("use_dhcp", false)
                .put("addresses", NicTemplate.addresses(each.address()))
                .put("routes", routes(each))
                .put("members", List.of(member))
                .tree();
    }

    private Tree nic(RoleNetwork each, int nic) {
        return Growing.from(each.network().tree())
                .put("type", "interface")
                .put("name", "nic" + nic)
                .put("mtu", mtu(each))
                .put("use_dhcp", false)
                .put("addresses", NicTemplate.addresses(each.address()))
                .put("routes", routes(each))
                .tree();
    }

    private static Tree mtu(RoleNetwork each) {
        return Growing.number(each.network().mtu(), each.network().tree().at("mtu"));
    }

    /** The host routes of the role's own subnet, a leaf's too, and the default route where roles_data asks for it here. */
    private List<Tree> routes(RoleNetwork each) {
        List<Tree> routes = each.subnet().map(NicTemplate::routes).orElse(List.of());
        if (!template.rolesData().routesBy(each.network().name())) {
            return routes;
        }
        return each.subnet()
                .filter(subnet -> !subnet.gateway().isEmpty())
                .map(subnet -> NicTemplate.union(
                        routes,
                        List.of(NicTemplate.defaultRoute(
                                Growing.text(subnet.gateway(), subnet.family().at("gateway"))))))
                .orElse(routes);
    }
}
