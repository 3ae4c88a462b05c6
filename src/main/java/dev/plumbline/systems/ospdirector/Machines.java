package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.NetConfig.AttachConfiguration;
import dev.plumbline.systems.ospdirector.NetConfig.Network;
import dev.plumbline.systems.ospdirector.NetConfig.Subnet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * VirtualMachines, without their disks (vmCreateInstance in controllers/openstackvmset_controller.go): the pod's network
 * first, then those of the role in the byte order of their subnets' names. A VM that is there already keeps its NICs, and
 * gets new ones behind them, whatever their names (pkg/vmset/virtualmachine.go).
 */
final class Machines {

    private static final String POD_NETWORK = "default";

    private final NetConfig config;
    private final Map<String, Subnet> subnets = new HashMap<>();
    private final Map<String, Tree> existing = new HashMap<>();

    Machines(NetConfig config, List<Tree> machines) {
        this.config = config;
        for (Network network : config.networks()) {
            network.subnets().forEach(subnet -> subnets.putIfAbsent(subnet.name(), subnet));
        }
        machines.forEach(each -> existing.put(each.at("metadata", "name").text(), each));
    }

    /** @param role the role's value, or the OpenStackVMSet's spec */
    DerivedObject machine(Role role, HostSet set, String host) {
        Tree cause = role.tree();
        Growing labels = Metadata.ownedBy(cause, set.owner(), config.namespace(), "osp-vmset");
        Growing inner = Metadata.ownedBy(cause, set.owner(), config.namespace(), "osp-vmset")
                .put("osp-director.openstack.org/osphostname", host)
                .put("kubevirt.io/vm", host);
        Growing metadata =
                Metadata.of(cause, host, set.countAt(), config.namespace()).put("labels", labels);
        Growing template = Growing.from(cause)
                .put("metadata", Growing.from(cause).put("labels", inner))
                .put("spec", instance(role, set, host));
        Tree made = Metadata.object(cause, "kubevirt.io/v1", "VirtualMachine", metadata)
                .put(
                        "spec",
                        Growing.from(cause)
                                .put("runStrategy", runStrategy(cause))
                                .put("template", template))
                .tree();
        return DerivedObject.of(Defaults.merged(existing.getOrDefault(host, made), made));
    }

    private static Tree runStrategy(Tree role) {
        Tree given = role.at("runStrategy");
        return Given.is(given) ? given : Growing.text("Manual", role);
    }

    private Growing instance(Role role, HostSet set, String host) {
        Tree cause = role.tree();
        Growing spec = Growing.from(cause)
                .put("hostname", host, set.countAt())
                .put("terminationGracePeriodSeconds", 0)
                .put("evictionStrategy", evictionStrategy(cause));
        if (Given.is(cause.at("nodeSelector"))) {
            spec.put("nodeSelector", cause.at("nodeSelector"));
        }
        List<Tree> servers = dns(cause, "bootstrapDns", "dnsServers");
        if (!servers.isEmpty()) {
            Growing dns = Growing.from(cause).put("nameservers", servers);
            List<Tree> searches = dns(cause, "dnsSearchDomains", "dnsSearchDomains");
            if (!searches.isEmpty()) {
                dns.put("searches", searches);
            }
            spec.put("dnsPolicy", "None").put("dnsConfig", dns);
        }
        Growing devices =
                Growing.from(cause).put("networkInterfaceMultiqueue", true).put("rng", Growing.from(cause));
        List<Tree> interfaces = new ArrayList<>();
        List<Tree> networks = new ArrayList<>();
        nics(role, set, host, interfaces, networks);
        devices.put("interfaces", interfaces);
        Growing domain = Growing.from(cause);
        if (Given.is(cause.at("cores"))) {
            domain.put("cpu", Growing.from(cause).put("cores", cause.at("cores")));
        }
        if (Given.is(cause.at("memory"))) {
            Tree memory = cause.at("memory");
            domain.put(
                    "resources",
                    Growing.from(cause).put("requests", Growing.from(memory).put("memory", memory.text() + "Gi")));
        }
        return spec.put("domain", domain.put("devices", devices)).put("networks", networks);
    }

    /** A VM with a disk that only one node can have at a time cannot move. */
    private static Tree evictionStrategy(Tree role) {
        List<Tree> modes = new ArrayList<>();
        modes.add(role.at("storageAccessMode"));
        modes.add(role.at("rootDisk", "storageAccessMode"));
        role.at("additionalDisks").items().forEach(disk -> modes.add(disk.at("storageAccessMode")));
        Optional<Tree> once = modes.stream()
                .filter(mode -> mode.text().equals("ReadWriteOnce"))
                .findFirst();
        Tree given = role.at("evictionStrategy");
        if (Given.is(given)) {
            return given;
        }
        return once.map(mode -> Growing.text("None", mode)).orElse(Growing.text("LiveMigrate", role));
    }

    private List<Tree> dns(Tree role, String own, String netConfigs) {
        List<Tree> given = role.at(own).items();
        return given.isEmpty() ? config.tree().at("spec", netConfigs).items() : given;
    }

    private void nics(Role role, HostSet set, String host, List<Tree> interfaces, List<Tree> networks) {
        Tree before = existing.getOrDefault(host, new Tree.Missing(role.tree().spot()))
                .at("spec", "template", "spec");
        interfaces.addAll(before.at("domain", "devices", "interfaces").items());
        networks.addAll(before.at("networks").items());
        Set<String> have = names(interfaces);
        Set<String> known = names(networks);
        Tree cause = role.tree();
        if (have.add(POD_NETWORK)) {
            interfaces.addFirst(Growing.from(cause)
                    .put("name", POD_NETWORK)
                    .put("masquerade", Growing.from(cause))
                    .put("model", "virtio")
                    .tree());
        }
        if (known.add(POD_NETWORK)) {
            networks.addFirst(Growing.from(cause)
                    .put("name", POD_NETWORK)
                    .put("pod", Growing.from(cause))
                    .tree());
        }
        for (String name : set.networks().stream().sorted().toList()) {
            Subnet subnet = subnets.get(name);
            if (subnet == null) {
                continue;
            }
            Tree at = set.networkAt(name);
            boolean sriov = isSriov(subnet);
            if (have.add(subnet.objectName())) {
                interfaces.add(nic(at, subnet.objectName(), sriov));
            }
            if (known.add(subnet.objectName())) {
                String definition = subnet.objectName() + (sriov ? "-sriov-network" : "");
                networks.add(Growing.from(at)
                        .put("name", subnet.objectName())
                        .put("multus", Growing.from(at).put("networkName", definition))
                        .tree());
            }
        }
    }

    /** No MAC: kubemacpool gives it when the VM is made. */
    private static Tree nic(Tree at, String name, boolean sriov) {
        return Growing.from(at)
                .put("name", name)
                .put(sriov ? "sriov" : "bridge", Growing.from(at))
                .put("model", sriov ? "" : "virtio")
                .tree();
    }

    private boolean isSriov(Subnet subnet) {
        AttachConfiguration attachment = config.attachments().get(subnet.attachConfiguration());
        return attachment != null && attachment.sriovPort().isPresent();
    }

    private static Set<String> names(List<Tree> items) {
        Set<String> names = new HashSet<>();
        items.forEach(item -> names.add(item.at("name").text()));
        return names;
    }
}
