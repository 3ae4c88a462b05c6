package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.HostAddresses.Use;
import dev.plumbline.systems.ospdirector.NetConfig.PhysNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The OpenStackMACAddress: MACs of OVN's bridges in hosts of TripleO, nothing to do with those of VMs' NICs. One that is
 * neither reserved nor given out already is three random bytes behind the prefix; it is left out, for no one knows it,
 * and only counted.
 */
final class MacAddresses {

    private final NetConfig config;
    private final Tree held;

    MacAddresses(NetConfig config, List<Tree> existing) {
        this.config = config;
        this.held = existing.stream()
                .filter(each -> each.at("metadata", "name").text().equals(config.name()))
                .findFirst()
                .orElse(new Tree.Missing(config.tree().spot()));
    }

    private record Node(boolean deleted, Map<String, Tree> macs, Tree at) {}

    DerivedObject object(List<HostSet> sets) {
        Tree mappings = config.tree().at("spec", "ovnBridgeMacMappings");
        List<Tree> networks = new ArrayList<>();
        for (PhysNetwork each : config.physNetworks()) {
            networks.add(Growing.from(mappings)
                    .put("name", each.name())
                    .put("macPrefix", each.macPrefix())
                    .tree());
        }
        Growing roles = Growing.from(mappings);
        Map<String, Tree> flat = new TreeMap<>();
        int count = 0;
        for (Map.Entry<String, Map<String, Node>> role : roles(sets).entrySet()) {
            Growing nodes = Growing.from(mappings);
            for (Map.Entry<String, Node> node : role.getValue().entrySet()) {
                Tree tree = tree(node.getValue());
                nodes.put(node.getKey(), tree);
                flat.put(node.getKey(), tree);
                count += node.getValue().deleted()
                        ? node.getValue().macs().size()
                        : config.physNetworks().size();
            }
            roles.put(role.getKey(), Growing.from(mappings).put("reservations", nodes));
        }
        Growing all = Growing.from(mappings);
        flat.forEach(all::put);
        Growing metadata = Metadata.of(
                        mappings,
                        config.name().toLowerCase(Locale.ROOT),
                        config.tree().at("metadata", "name"),
                        config.namespace())
                .texts("finalizers", List.of("openstackmacaddress.osp-director.openstack.org"));
        return DerivedObject.of(Metadata.object(
                        mappings, InputsReader.GROUP + "/v1beta1", "OpenStackMACAddress", metadata)
                .put(
                        "spec",
                        Growing.from(mappings).put("physNetworks", networks).put("roleReservations", roles))
                .put(
                        "status",
                        Growing.from(mappings)
                                .put("currentState", "Created")
                                .put("macReservations", all)
                                .put("reservedMACCount", count)));
    }

    private static Tree tree(Node node) {
        Growing macs = Growing.from(node.at());
        node.macs().forEach(macs::put);
        return Growing.from(node.at())
                .put("deleted", node.deleted())
                .put("reservations", macs)
                .tree();
    }

    private Map<String, Map<String, Node>> roles(List<HostSet> sets) {
        Map<String, Map<String, Node>> roles = new TreeMap<>();
        for (HostSet set : sets) {
            boolean machine = set.use() == Use.VM || set.use() == Use.METAL;
            if (machine && set.tripleo()) {
                Map<String, Node> nodes = new TreeMap<>();
                set.hosts().forEach(host -> nodes.put(host, node(set, host)));
                if (config.preserveReservations()) {
                    before(set)
                            .fields()
                            .forEach((host, old) -> nodes.putIfAbsent(host, new Node(true, macs(old), old)));
                }
                roles.put(set.roleName(), nodes);
            }
        }
        return roles;
    }

    private Tree before(HostSet set) {
        return held.at("spec", "roleReservations", set.roleName(), "reservations");
    }

    private static Map<String, Tree> macs(Tree node) {
        return new LinkedHashMap<>(node.at("reservations").fields());
    }

    private Node node(HostSet set, String host) {
        Map<String, Tree> macs = new LinkedHashMap<>();
        Tree old = before(set).at(host, "reservations");
        for (PhysNetwork network : config.physNetworks()) {
            Optional<Tree> fixed = Optional.ofNullable(config.reservations().get(host))
                    .map(each -> each.macs().get(network.name()));
            Tree mac = fixed.orElse(old.at(network.name()));
            if (!mac.text().isEmpty()) {
                macs.put(network.name(), mac);
            }
        }
        return new Node(false, macs, set.countAt());
    }
}
