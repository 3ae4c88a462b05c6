package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.DirectorInputs.ControlPlane;
import dev.plumbline.systems.ospdirector.HostAddresses.Assigned;
import dev.plumbline.systems.ospdirector.HostAddresses.Host;
import dev.plumbline.systems.ospdirector.HostAddresses.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** OpenStackIPSets, and the OpenStackVMSets that a control plane makes. */
final class SetObjects {

    private static final String SSH_SECRET = "osp-controlplane-ssh-keys";
    private static final List<String> ROLE_KEYS =
            List.of("cores", "memory", "ioThreadsPolicy", "nodeSelector", "growvolsArgs", "evictionStrategy");

    private final NetConfig config;
    private final Map<String, Host> hosts;

    SetObjects(NetConfig config, HostAddresses addresses) {
        this.config = config;
        this.hosts = addresses.hosts();
    }

    DerivedObject ipSet(HostSet set) {
        Tree cause = set.countAt();
        Growing labels = Metadata.subnets(
                Metadata.ownedBy(cause, set.owner(), config.namespace(), "osp-controlplane"),
                set.networks(),
                config.name());
        Growing status = Growing.from(cause)
                .put("hosts", hostStatuses(set, cause))
                .put("reserved", set.hosts().size())
                .put("networks", set.networks().size());
        return DerivedObject.of(Metadata.object(
                        cause,
                        InputsReader.GROUP + "/v1beta1",
                        "OpenStackIPSet",
                        Metadata.of(cause, set.name(), cause, config.namespace())
                                .put("labels", labels))
                .put(
                        "spec",
                        Growing.from(cause)
                                .put("hostCount", set.vip() || set.serviceVip() ? 1 : set.count())
                                .put("deletedHosts", List.of())
                                .put("networks", networks(set))
                                .put("roleName", set.roleName())
                                .put("vip", set.vip())
                                .put("serviceVIP", set.serviceVip())
                                .put("addToPredictableIPs", set.tripleo()))
                .put("status", status));
    }

    static List<Tree> networks(HostSet set) {
        List<Tree> networks = new ArrayList<>();
        set.networks().forEach(subnet -> networks.add(Growing.text(subnet, set.networkAt(subnet))));
        return networks;
    }

    private Growing hostStatuses(HostSet set, Tree cause) {
        Growing statuses = Growing.from(cause);
        set.hosts().forEach(host -> statuses.put(host, hostStatus(host, set, cause)));
        return statuses;
    }

    /** A metal node's hostRef is its machine, which no resource of ours names. */
    private Growing hostStatus(String host, HostSet set, Tree cause) {
        Growing status = Growing.from(cause).put("annotatedForDeletion", false).put("hostname", host);
        if (set.use() != Use.METAL) {
            status.put("hostRef", host);
        }
        return status.put("ipaddresses", addresses(host, cause));
    }

    /** Of all of a set's hosts, by hostname. */
    Growing statuses(HostSet set, Tree cause, String state) {
        Growing statuses = Growing.from(cause);
        set.hosts()
                .forEach(host -> statuses.put(host, hostStatus(host, set, cause).put("provisioningState", state)));
        return statuses;
    }

    Growing addresses(String host, Tree cause) {
        Growing addresses = Growing.from(cause);
        Map<String, Assigned> bySubnet =
                hosts.containsKey(host) ? hosts.get(host).bySubnet() : Map.of();
        bySubnet.forEach((subnet, assigned) -> addresses.put(subnet, assigned.value()));
        return addresses;
    }

    DerivedObject vmSet(ControlPlane plane, Role role, HostSet set) {
        Tree cause = role.tree();
        Growing metadata = Metadata.of(cause, set.name(), cause.at("roleName"), config.namespace())
                .texts("finalizers", List.of("openstackvmsets.osp-director.openstack.org/virtualmachine"))
                .put("labels", Metadata.subnets(Growing.from(cause), set.networks(), config.name()));
        Growing statuses = Growing.from(cause);
        set.hosts()
                .forEach(host -> statuses.put(
                        host,
                        hostStatus(host, set, cause)
                                .put("networkDataSecretName", set.name() + "-" + host + "-networkdata")
                                .put("provisioningState", "Provisioned")
                                .put("userDataSecretName", set.name() + "-cloudinit")));
        return DerivedObject.of(Metadata.object(cause, InputsReader.GROUP + "/v1beta2", "OpenStackVMSet", metadata)
                .put("spec", spec(plane, role, set))
                .put("status", Growing.from(cause).put("vmHosts", statuses)));
    }

    private Growing spec(ControlPlane plane, Role role, HostSet set) {
        Tree cause = role.tree();
        Growing spec = Growing.from(cause).put("vmCount", role.count(), cause.at("roleCount"));
        for (String key : ROLE_KEYS) {
            if (Given.is(cause.at(key))) {
                spec.put(key, cause.at(key));
            }
        }
        spec.put("deploymentSSHSecret", SSH_SECRET)
                .put("ctlplaneInterface", role.ctlplaneInterface(), cause.at("ctlplaneInterface"))
                .put("networks", networks(set))
                .put("roleName", role.roleName(), cause.at("roleName"))
                .put("isTripleoRole", Metadata.truth(role.tripleo(), cause.at("isTripleoRole")));
        Tree password = plane.tree().at("spec", "passwordSecret");
        if (Given.is(password)) {
            spec.put("passwordSecret", password);
        }
        dns(spec, "bootstrapDns", config.dnsServers(), config.tree().at("spec", "dnsServers"));
        dns(spec, "dnsSearchDomains", config.dnsSearchDomains(), config.tree().at("spec", "dnsSearchDomains"));
        Tree strategy = cause.at("runStrategy");
        spec.put("runStrategy", Given.is(strategy) ? strategy.text() : "Manual", strategy);
        spec.put("blockMultiQueue", Metadata.truth(cause.at("blockMultiQueue").isTrue(), cause.at("blockMultiQueue")));
        spec.put("rootDisk", Defaults.rootDisk(plane, cause));
        if (!cause.at("additionalDisks").items().isEmpty()) {
            spec.put("additionalDisks", Defaults.additionalDisks(cause.at("additionalDisks")));
        }
        return spec;
    }

    /** The webhook takes them from the OpenStackNetConfig. */
    private static void dns(Growing spec, String key, List<String> values, Tree at) {
        if (!values.isEmpty()) {
            spec.put(key, at.items());
        }
    }
}
