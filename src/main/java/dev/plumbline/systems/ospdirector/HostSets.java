package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.DirectorInputs.BaremetalSet;
import dev.plumbline.systems.ospdirector.DirectorInputs.Client;
import dev.plumbline.systems.ospdirector.DirectorInputs.ControlPlane;
import dev.plumbline.systems.ospdirector.DirectorInputs.VmSet;
import dev.plumbline.systems.ospdirector.HostAddresses.Use;
import dev.plumbline.systems.ospdirector.NetConfig.Network;
import dev.plumbline.systems.ospdirector.NetConfig.Subnet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sets of hosts that the resources ask for, in the order in which the operator comes to create them: a control
 * plane's VIPs, for which it waits, those of its services, the client, VMs, metal nodes; each sort by name.
 */
final class HostSets {

    /** The client that a control plane makes. */
    static final String CLIENT = "openstackclient";

    static final String CONTROL_PLANE_ROLE = "ControlPlane";

    private final DirectorInputs inputs;
    private final Map<String, Boolean> vipBySubnet = new LinkedHashMap<>();
    private final List<HostSet> sets = new ArrayList<>();
    /** Where the sets are named, in their order. */
    private final List<Tree> names = new ArrayList<>();

    private final List<Obstacle> obstacles;

    private HostSets(DirectorInputs inputs, NetConfig config, List<Obstacle> obstacles) {
        this.inputs = inputs;
        this.obstacles = obstacles;
        for (Network network : config.networks()) {
            for (Subnet subnet : network.subnets()) {
                vipBySubnet.putIfAbsent(subnet.name(), network.vip());
            }
        }
    }

    /** Without their hosts yet. */
    static List<HostSet> of(DirectorInputs inputs, NetConfig config, List<Obstacle> obstacles) {
        HostSets all = new HostSets(inputs, config, obstacles);
        all.collect();
        return all.distinct();
    }

    private void collect() {
        // The webhook refuses a second control plane.
        List<ControlPlane> planes = inputs.controlPlanes().stream().limit(1).toList();
        for (ControlPlane plane : planes) {
            vips(plane);
            plane.serviceVips()
                    .forEach((service, network) -> add(
                            service,
                            plane.name(),
                            "osp-controlplane",
                            Use.SERVICE_VIP,
                            List.of(network),
                            plane.tree().at("spec", "additionalServiceVIPs", service),
                            1,
                            plane.tree(),
                            plane.tree().at("spec", "additionalServiceVIPs", service),
                            true));
        }
        for (ControlPlane plane : planes) {
            Tree networks = plane.tree().at("spec", "openStackClientNetworks");
            client(CLIENT, plane.clientNetworks(), networks, plane.tree());
        }
        for (Client client : inputs.clients()) {
            client(client.name(), client.networks(), client.tree().at("spec", "networks"), client.tree());
        }
        planes.stream()
                .flatMap(plane -> plane.roles().stream())
                .sorted(Comparator.comparing(Role::setName))
                .forEach(role -> machines(role, role.setName(), "roleCount"));
        for (VmSet set : inputs.vmSets()) {
            machines(set.role(), set.name(), "vmCount");
        }
        for (BaremetalSet set : inputs.baremetalSets()) {
            Tree spec = set.tree().at("spec");
            add(
                    set.roleName(),
                    set.name(),
                    "osp-baremetalset",
                    Use.METAL,
                    set.networks(),
                    Given.is(spec.at("networks")) ? spec.at("networks") : spec,
                    set.count(),
                    spec.at("count"),
                    spec.at("roleName"),
                    true);
        }
    }

    /** Each subnet once on which a VM role stands and whose network wants a VIP; ctlplane where there is none. */
    private void vips(ControlPlane plane) {
        Map<String, Tree> networks = new LinkedHashMap<>();
        for (Role role : plane.roles()) {
            HostSet.subnets(role.networks(), role.networksAt()).forEach((subnet, at) -> {
                if (vipBySubnet.getOrDefault(subnet, false)) {
                    networks.putIfAbsent(subnet, at);
                }
            });
        }
        if (networks.isEmpty()) {
            networks.put("ctlplane", plane.tree());
        }
        Tree at = new Tree.Sequence(List.copyOf(networks.values()), plane.tree().spot());
        add(
                CONTROL_PLANE_ROLE,
                plane.name(),
                "osp-controlplane",
                Use.VIP,
                List.copyOf(networks.keySet()),
                at,
                1,
                plane.tree(),
                plane.tree().at("metadata", "name"),
                true);
    }

    private void client(String name, List<String> networks, Tree networksAt, Tree cause) {
        Tree at = Given.is(networksAt) ? networksAt : cause.at("spec");
        add(name, name, "osp-openstackclient", Use.CLIENT, networks, at, 1, cause, cause.at("metadata", "name"), false);
    }

    private void machines(Role role, String owner, String countKey) {
        add(
                role.roleName(),
                owner,
                "osp-vmset",
                Use.VM,
                role.networks(),
                role.networksAt(),
                role.count(),
                role.tree().at(countKey),
                role.tree().at("roleName"),
                role.tripleo());
    }

    private void add(
            String roleName,
            String owner,
            String controller,
            Use use,
            List<String> networks,
            Tree networksAt,
            int count,
            Tree countAt,
            Tree nameAt,
            boolean tripleo) {
        names.add(nameAt);
        sets.add(new HostSet(
                roleName,
                owner,
                controller,
                use,
                HostSet.subnets(networks, networksAt),
                networksAt,
                count,
                countAt,
                List.of(),
                tripleo));
    }

    /** The IPSet's name is all that tells sets apart: of two roles of one name only one gets hosts. */
    private List<HostSet> distinct() {
        Map<String, Tree> seen = new HashMap<>();
        List<HostSet> kept = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            HostSet set = sets.get(i);
            Tree first = seen.putIfAbsent(set.name(), names.get(i));
            if (first == null) {
                kept.add(set);
            } else {
                obstacles.add(new Obstacle(
                        "role-name-twice",
                        "a second set of hosts is named " + set.name(),
                        names.get(i),
                        List.of(first)));
            }
            for (String subnet : set.networks()) {
                if (!vipBySubnet.containsKey(subnet)) {
                    obstacles.add(Obstacle.at(
                            set.networkAt(subnet),
                            "subnet-unknown",
                            set.roleName() + " wants subnet " + subnet + ", which no network has"));
                }
            }
        }
        return kept;
    }
}
