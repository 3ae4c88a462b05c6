package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.DirectorInputs.BaremetalSet;
import dev.plumbline.systems.ospdirector.DirectorInputs.Client;
import dev.plumbline.systems.ospdirector.DirectorInputs.ControlPlane;
import dev.plumbline.systems.ospdirector.DirectorInputs.VmSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what asks for hosts: control planes, sets of VMs and of metal nodes, clients. */
final class SetsReader {

    /** The schema's default for a role. It names two subnets without their underscore, as old releases did. */
    static final List<String> ROLE_NETWORKS =
            List.of("ctlplane", "external", "internalapi", "tenant", "storage", "storagemgmt");

    static final List<String> CLIENT_NETWORKS = List.of("ctlplane", "external");
    static final String CTLPLANE_INTERFACE = "enp2s0";

    private final Given given;

    SetsReader(Given given) {
        this.given = given;
    }

    ControlPlane controlPlane(Tree tree, String namespace, boolean v1beta1) {
        Tree spec = tree.at("spec");
        List<Role> roles = new ArrayList<>();
        new TreeMap<>(spec.at("virtualMachineRoles").fields())
                .forEach((key, value) -> role(key, value, "roleCount").ifPresent(roles::add));
        String release = given.text(spec.at("openStackRelease"), "openStackRelease", "");
        return new ControlPlane(
                tree,
                namespace,
                tree.at("metadata", "name").text(),
                v1beta1,
                release,
                List.copyOf(roles),
                given.texts(spec.at("openStackClientNetworks"), "openStackClientNetworks", CLIENT_NETWORKS),
                serviceVips(spec.at("additionalServiceVIPs"), release));
    }

    /** Only releases from Wallaby (17.0) on have them. */
    private Map<String, String> serviceVips(Tree tree, String release) {
        Map<String, String> vips = new LinkedHashMap<>();
        if (ControlPlane.is17(release)) {
            new TreeMap<>(tree.fields()).forEach((service, network) -> {
                String name = given.text(network, service, "");
                if (!name.isEmpty()) {
                    vips.put(service, name);
                }
            });
            if (vips.isEmpty()) {
                vips.put("OVNDBs", "internal_api");
                vips.put("Redis", "internal_api");
            }
        }
        return vips;
    }

    private Optional<Role> role(String key, Tree tree, String count) {
        String roleName = given.needed(tree, "roleName");
        if (roleName.isEmpty()) {
            return Optional.empty();
        }
        Tree networks = tree.at("networks");
        return Optional.of(new Role(
                tree,
                key,
                roleName,
                given.number(tree.at(count), count, 0),
                given.texts(networks, "networks", ROLE_NETWORKS),
                Given.is(networks) ? networks : tree,
                given.text(tree.at("ctlplaneInterface"), "ctlplaneInterface", CTLPLANE_INTERFACE),
                given.truth(tree.at("isTripleoRole"), "isTripleoRole", true)));
    }

    Optional<VmSet> vmSet(Tree tree, String namespace) {
        String name = tree.at("metadata", "name").text();
        return role(name, tree.at("spec"), "vmCount").map(role -> new VmSet(tree, namespace, name, role));
    }

    Optional<BaremetalSet> baremetalSet(Tree tree, String namespace) {
        Tree spec = tree.at("spec");
        String roleName = given.needed(spec, "roleName");
        return roleName.isEmpty()
                ? Optional.empty()
                : Optional.of(new BaremetalSet(
                        tree,
                        namespace,
                        tree.at("metadata", "name").text(),
                        roleName,
                        given.number(spec.at("count"), "count", 0),
                        given.texts(spec.at("networks"), "networks", List.of("ctlplane")),
                        given.text(spec.at("ctlplaneInterface"), "ctlplaneInterface", "")));
    }

    Client client(Tree tree, String namespace) {
        return new Client(
                tree,
                namespace,
                tree.at("metadata", "name").text(),
                given.texts(tree.at("spec", "networks"), "networks", CLIENT_NETWORKS));
    }
}
