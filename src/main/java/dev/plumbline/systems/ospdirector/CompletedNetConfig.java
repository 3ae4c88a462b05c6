package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.HostAddresses.Host;
import dev.plumbline.systems.ospdirector.NetConfig.Network;
import dev.plumbline.systems.ospdirector.NetConfig.PhysNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An OpenStackNetConfig as the API server gives it back: with defaults, Go's empty values and the hosts' addresses. */
final class CompletedNetConfig {

    private final NetConfig config;

    CompletedNetConfig(NetConfig config) {
        this.config = config;
    }

    /** @param macAddress the OpenStackMACAddress, for the MACs of hosts */
    DerivedObject object(HostAddresses addresses, Tree macAddress) {
        Tree tree = config.tree();
        Growing metadata = Growing.from(tree.at("metadata"));
        tree.at("metadata").fields().forEach(metadata::put);
        if (!config.namespace().isEmpty()) {
            metadata.put("namespace", config.namespace());
        }
        metadata.texts("finalizers", List.of("openstacknetconfig.osp-director.openstack.org"));
        return DerivedObject.of(Metadata.object(tree, InputsReader.GROUP + "/v1beta1", "OpenStackNetConfig", metadata)
                .put("spec", spec(tree.at("spec")))
                .put("status", status(addresses, macAddress)));
    }

    private Growing spec(Tree spec) {
        Growing all = Growing.from(spec);
        spec.fields().forEach(all::put);
        List<Tree> physNetworks = new ArrayList<>();
        for (PhysNetwork each : config.physNetworks()) {
            physNetworks.add(Growing.from(spec.at("ovnBridgeMacMappings"))
                    .put("name", each.name())
                    .put("macPrefix", each.macPrefix())
                    .tree());
        }
        return all.put("attachConfigurations", each(spec.at("attachConfigurations"), this::attachment))
                .put("domainName", config.domainName(), spec.at("domainName"))
                .put("dnsServers", spec.at("dnsServers").items())
                .put("dnsSearchDomains", spec.at("dnsSearchDomains").items())
                .put(
                        "networks",
                        spec.at("networks").items().stream().map(this::network).toList())
                .put(
                        "ovnBridgeMacMappings",
                        Growing.from(spec.at("ovnBridgeMacMappings")).put("physNetworks", physNetworks))
                .put(
                        "preserveReservations",
                        Metadata.truth(config.preserveReservations(), spec.at("preserveReservations")))
                .put("reservations", each(spec.at("reservations"), CompletedNetConfig::reservation));
    }

    private static Growing each(Tree mapping, UnaryOperator<Tree> complete) {
        Growing all = Growing.from(mapping);
        mapping.fields().forEach((key, value) -> all.put(key, complete.apply(value)));
        return all;
    }

    private Tree attachment(Tree tree) {
        Growing defaults = Growing.from(tree).put("nodeNetworkConfigurationPolicy", Growing.from(tree));
        return Defaults.over(tree, defaults)
                .put("nodeSriovConfigurationPolicy", Defaults.sriov(tree.at("nodeSriovConfigurationPolicy"), tree))
                .tree();
    }

    private Tree network(Tree tree) {
        Optional<Network> read = config.networks().stream()
                .filter(each -> each.nameLower().equals(tree.at("nameLower").text()))
                .findFirst();
        boolean controlPlane = read.map(Network::controlPlane).orElse(false);
        boolean vip = read.map(Network::vip).orElse(true);
        return Defaults.over(tree, Growing.from(tree).put("mtu", NetConfigReader.DEFAULT_MTU))
                .put("vip", Metadata.truth(vip, tree.at("vip")))
                .put("isControlPlane", Metadata.truth(controlPlane, tree.at("isControlPlane")))
                .put(
                        "subnets",
                        tree.at("subnets").items().stream()
                                .map(CompletedNetConfig::subnet)
                                .toList())
                .tree();
    }

    private static Tree subnet(Tree tree) {
        return Defaults.over(tree, Growing.from(tree).put("vlan", 0))
                .put("ipv4", family(tree, tree.at("ipv4")))
                .put("ipv6", family(tree, tree.at("ipv6")))
                .tree();
    }

    private static Tree family(Tree subnet, Tree given) {
        Growing defaults = Growing.from(subnet)
                .put("allocationEnd", "")
                .put("allocationStart", "")
                .put("cidr", "")
                .put("gateway", "")
                .put("routes", List.of());
        return Defaults.over(given, defaults).tree();
    }

    private static Tree reservation(Tree tree) {
        Growing defaults =
                Growing.from(tree).put("ipReservations", Growing.from(tree)).put("macReservations", Growing.from(tree));
        return Defaults.over(tree, defaults).tree();
    }

    private Growing status(HostAddresses addresses, Tree macAddress) {
        Tree cause = config.tree().at("spec");
        Growing hosts = Growing.from(cause);
        for (Host host : addresses.hosts().values()) {
            Growing ips = Growing.from(cause);
            host.bySubnet().forEach((subnet, assigned) -> ips.put(subnet, assigned.value()));
            Growing macs = Growing.from(cause);
            Map<String, Tree> known = macAddress
                    .at("status", "macReservations", host.name(), "reservations")
                    .fields();
            known.forEach(macs::put);
            if (!host.bySubnet().isEmpty()) {
                hosts.put(
                        host.name(), Growing.from(cause).put("ipaddresses", ips).put("ovnBridgeMacAdresses", macs));
            }
        }
        int attachments = config.attachments().size();
        int subnets = config.networks().stream()
                .mapToInt(network -> network.subnets().size())
                .sum();
        int physNetworks = config.physNetworks().size();
        return Growing.from(cause)
                .put("hosts", hosts)
                .put(
                        "provisioningStatus",
                        Growing.from(cause)
                                .put("attachDesiredCount", attachments)
                                .put("attachReadyCount", attachments)
                                .put("netDesiredCount", subnets)
                                .put("netReadyCount", subnets)
                                .put("physNetDesiredCount", physNetworks)
                                .put("physNetReadyCount", physNetworks)
                                .put("reason", "OpenStackNetConfig " + config.name() + " all resources configured")
                                .put("state", "Configured"));
    }
}
