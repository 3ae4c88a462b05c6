package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.DirectorInputs.ControlPlane;
import dev.plumbline.systems.ospdirector.DirectorInputs.VmSet;
import dev.plumbline.systems.ospdirector.HostAddresses.Assigned;
import dev.plumbline.systems.ospdirector.HostAddresses.Host;
import dev.plumbline.systems.ospdirector.HostAddresses.Use;
import dev.plumbline.systems.ospdirector.NetConfig.Network;
import dev.plumbline.systems.ospdirector.NetConfig.Subnet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the OSP director Operator makes of its resources, read from its controllers at a3c03f8 (July 2026) and of 2023.
 * Where it comes to rest is told, not the way there; reservations and OpenStackNets that are there already are where it
 * starts from.
 */
public final class Director {

    private final DirectorInputs inputs;
    private final NetConfig config;
    private final List<DerivedObject> objects = new ArrayList<>();
    private final List<Obstacle> obstacles = new ArrayList<>();

    private Director(DirectorInputs inputs, NetConfig config) {
        this.inputs = inputs;
        this.config = config;
    }

    public static Derived derive(DirectorInputs inputs) {
        if (inputs.netConfigs().isEmpty()) {
            return new Derived(
                    List.of(), List.of(), new HostAddresses(new TreeMap<>()), List.of(), withoutNetConfig(inputs));
        }
        return new Director(inputs, inputs.netConfigs().getFirst()).derived();
    }

    /** Webhooks refuse whatever wants a network before there is an OpenStackNetConfig. */
    private static List<Obstacle> withoutNetConfig(DirectorInputs inputs) {
        List<Tree> asking = new ArrayList<>();
        inputs.controlPlanes().forEach(each -> asking.add(each.tree()));
        inputs.vmSets().forEach(each -> asking.add(each.tree()));
        inputs.baremetalSets().forEach(each -> asking.add(each.tree()));
        inputs.clients().forEach(each -> asking.add(each.tree()));
        return asking.stream()
                .map(each -> Obstacle.at(
                        each.at("metadata", "name"),
                        "net-config-missing",
                        each.at("metadata", "name").text()
                                + " wants networks, and there is no OpenStackNetConfig in namespace "
                                + inputs.namespace()))
                .sorted(Obstacle.ORDER)
                .toList();
    }

    private Derived derived() {
        inputs.netConfigs().stream()
                .skip(1)
                .forEach(each -> obstacles.add(Obstacle.at(
                        each.tree().at("metadata", "name"),
                        "net-config-twice",
                        "a second OpenStackNetConfig " + each.name() + " is not planned")));
        Hostnames hostnames = new Hostnames(inputs, obstacles);
        List<HostSet> sets = HostSets.of(inputs, config, obstacles).stream()
                .map(hostnames::fill)
                .toList();
        List<Allocation> allocations = new Ipam(config, inputs.held(), sets, obstacles).allocate();
        HostAddresses addresses = new HostAddresses(hosts(sets, allocations));
        networks(allocations);
        SetObjects setObjects = new SetObjects(config, addresses);
        sets.forEach(set -> objects.add(setObjects.ipSet(set)));
        machines(sets, setObjects, addresses);
        clients(sets, setObjects, addresses);
        DerivedObject macAddress = new MacAddresses(config, inputs.existing().macAddresses()).object(sets);
        objects.add(macAddress);
        return new Derived(
                objects.stream().sorted(DerivedObject.ORDER).toList(),
                completed(sets, setObjects, addresses, macAddress.tree()),
                addresses,
                hostnames.removed(),
                obstacles.stream().sorted(Obstacle.ORDER).distinct().toList());
    }

    private List<DerivedObject> completed(
            List<HostSet> sets, SetObjects setObjects, HostAddresses addresses, Tree macAddress) {
        List<DerivedObject> completed = new ArrayList<>();
        completed.add(new CompletedNetConfig(config).object(addresses, macAddress));
        inputs.controlPlanes()
                .forEach(plane -> completed.add(new CompletedControlPlane(plane, config).object(sets, setObjects)));
        return completed.stream().sorted(DerivedObject.ORDER).toList();
    }

    private static SortedMap<String, Host> hosts(List<HostSet> sets, List<Allocation> allocations) {
        SortedMap<String, Host> hosts = new TreeMap<>();
        Map<String, Allocation> bySubnetName = new HashMap<>();
        allocations.forEach(each -> bySubnetName.putIfAbsent(each.subnet().name(), each));
        for (HostSet set : sets) {
            for (String name : set.hosts()) {
                Map<String, Assigned> bySubnet = new LinkedHashMap<>();
                for (String subnet : set.networks()) {
                    Optional.ofNullable(bySubnetName.get(subnet))
                            .flatMap(each -> assigned(each, set, name))
                            .ifPresent(each -> bySubnet.put(subnet, each));
                }
                hosts.put(name, new Host(name, set.roleName(), set.owner(), set.use(), bySubnet));
            }
        }
        return hosts;
    }

    private static Optional<Assigned> assigned(Allocation allocation, HostSet set, String host) {
        return allocation.prefixLength().isEmpty()
                ? Optional.empty()
                : allocation
                        .of(set.roleKey(), host)
                        .map(each -> new Assigned(
                                Growing.text(
                                        each.ip() + "/"
                                                + allocation.prefixLength().getAsInt(),
                                        each.at()),
                                each.basis()));
    }

    private void networks(List<Allocation> allocations) {
        objects.addAll(new Attachments(config, obstacles).objects());
        OpenStackNets nets = new OpenStackNets(config);
        Definitions definitions = new Definitions(config, obstacles);
        for (Allocation allocation : allocations) {
            objects.add(nets.object(allocation));
            Network network = allocation.network();
            Subnet subnet = allocation.subnet();
            objects.addAll(definitions.objects(network, subnet));
        }
    }

    private void machines(List<HostSet> sets, SetObjects setObjects, HostAddresses addresses) {
        Machines machines = new Machines(config, inputs.existing().machines());
        Map<String, HostSet> byOwner = new LinkedHashMap<>();
        sets.stream().filter(set -> set.use() == Use.VM).forEach(set -> byOwner.putIfAbsent(set.owner(), set));
        for (ControlPlane plane : inputs.controlPlanes()) {
            for (Role role : plane.roles()) {
                Optional<HostSet> set = Optional.ofNullable(byOwner.remove(role.setName()));
                set.ifPresent(each -> {
                    objects.add(setObjects.vmSet(plane, role, each));
                    machines(machines, role, each, addresses);
                });
            }
        }
        for (VmSet vmSet : inputs.vmSets()) {
            Optional.ofNullable(byOwner.remove(vmSet.name()))
                    .ifPresent(each -> machines(machines, vmSet.role(), each, addresses));
        }
    }

    /** The operator makes no VM before it has all its addresses. */
    private void machines(Machines machines, Role role, HostSet set, HostAddresses addresses) {
        for (String host : set.hosts()) {
            if (set.networks().stream()
                    .allMatch(subnet -> addresses.of(host, subnet).isPresent())) {
                objects.add(machines.machine(role, set, host));
            }
        }
    }

    private void clients(List<HostSet> sets, SetObjects setObjects, HostAddresses addresses) {
        Clients clients = new Clients(config, addresses);
        for (HostSet set : sets) {
            if (set.use() == Use.CLIENT) {
                clients.pod(set).ifPresent(objects::add);
                inputs.controlPlanes().stream()
                        .filter(_ -> set.owner().equals(HostSets.CLIENT))
                        .findFirst()
                        .ifPresent(plane -> objects.add(clients.client(
                                plane,
                                set,
                                setObjects.statuses(set, plane.tree().at("spec"), "Provisioned"))));
            }
        }
    }
}
