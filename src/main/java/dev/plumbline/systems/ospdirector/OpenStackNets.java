package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.Allocation.Reserved;
import dev.plumbline.systems.ospdirector.NetConfig.Network;
import dev.plumbline.systems.ospdirector.NetConfig.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** OpenStackNets: one a subnet, with the addresses that are given out (applyNetConfig). */
final class OpenStackNets {

    static final String FINALIZER = "openstacknet.osp-director.openstack.org";

    private final NetConfig config;

    OpenStackNets(NetConfig config) {
        this.config = config;
    }

    DerivedObject object(Allocation allocation) {
        Network network = allocation.network();
        Subnet subnet = allocation.subnet();
        Tree cause = subnet.tree();
        Growing labels = Metadata.ownedBy(cause, config.name(), config.namespace(), "osp-openstacknetconfig")
                .put("ooo-netname", network.name(), network.tree().at("name"))
                .put("ooo-netname-lower", network.nameLower(), network.tree().at("nameLower"))
                .put(Metadata.SUBNET, subnet.name(), cause.at("name"))
                .put("ooo-ctlplane-network", Boolean.toString(network.controlPlane()));
        Growing metadata = Metadata.of(cause, subnet.objectName(), cause.at("name"), config.namespace())
                .texts("finalizers", List.of(FINALIZER))
                .put("labels", labels);
        return DerivedObject.of(Metadata.object(cause, InputsReader.GROUP + "/v1beta1", "OpenStackNet", metadata)
                .put("spec", spec(allocation))
                .put("status", status(allocation)));
    }

    private Growing spec(Allocation allocation) {
        Network network = allocation.network();
        Subnet subnet = allocation.subnet();
        Tree family = subnet.family();
        Tree net = network.tree();
        String domain = (network.controlPlane() ? "ctlplane" : network.name().toLowerCase(Locale.ROOT)) + "."
                + config.domainName();
        Growing roles = Growing.from(subnet.tree());
        allocation.roles().forEach((role, reservations) -> {
            List<Tree> entries = new ArrayList<>();
            reservations.reservations().values().forEach(each -> entries.add(entry(each)));
            roles.put(
                    role,
                    Growing.from(reservations.at())
                            .put("addToPredictableIPs", reservations.tripleo())
                            .put("reservations", entries));
        });
        return Growing.from(subnet.tree())
                .put("allocationEnd", subnet.allocationEnd(), family.at("allocationEnd"))
                .put("allocationStart", subnet.allocationStart(), family.at("allocationStart"))
                .put(
                        "attachConfiguration",
                        subnet.attachConfiguration(),
                        subnet.tree().at("attachConfiguration"))
                .put("cidr", subnet.cidr(), family.at("cidr"))
                .put("domainName", domain, config.tree().at("spec", "domainName"))
                .put("gateway", subnet.gateway(), family.at("gateway"))
                .put("mtu", network.mtu(), net.at("mtu"))
                .put("name", network.name(), net.at("name"))
                .put("nameLower", subnet.name(), subnet.tree().at("name"))
                .put("roleReservations", roles)
                .put("routes", family.at("routes").items())
                .put("vip", Metadata.truth(network.vip(), net.at("vip")))
                .put("vlan", subnet.vlan(), subnet.tree().at("vlan"));
    }

    private static Tree entry(Reserved each) {
        return Growing.from(each.at())
                .put("deleted", each.deleted())
                .put("hostname", each.host())
                .put("ip", each.ip())
                .put("serviceVIP", each.serviceVip())
                .put("vip", each.vip())
                .tree();
    }

    private static Growing status(Allocation allocation) {
        Tree cause = allocation.subnet().tree();
        SortedMap<String, Tree> hosts = new TreeMap<>();
        allocation
                .roles()
                .values()
                .forEach(role -> role.reservations()
                        .values()
                        .forEach(each -> hosts.put(
                                each.host(),
                                Growing.from(each.at())
                                        .put("deleted", each.deleted())
                                        .put("ip", each.ip())
                                        .tree())));
        Growing reservations = Growing.from(cause);
        hosts.forEach(reservations::put);
        return Growing.from(cause)
                .put("currentState", "Configured")
                .put("reservations", reservations)
                .put("reservedIpCount", hosts.size());
    }
}
