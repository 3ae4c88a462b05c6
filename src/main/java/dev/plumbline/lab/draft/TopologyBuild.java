package dev.plumbline.lab.draft;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Cidr;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.plan.KubevirtVersion;
import dev.plumbline.systems.kubevirt.PodNaming;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Settings;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes of a planned topology what is to be built, and says what cannot be. */
public final class TopologyBuild {

    /**
     * @param places what each place stands for; the fabric stands for nothing planned
     * @param machines VMs with a NIC
     * @param pods pods of their own on networks of the plan
     * @param wanted what of the kernel the plan asks for, had or not
     * @param remarks what is built otherwise than planned and is no attribute of one device, sorted
     * @param standIns what stands for one attribute of a device, sorted
     */
    public record Result(
            LabBuild build,
            Map<Netns, Scope> places,
            List<LabMachine> machines,
            List<LabMachine> pods,
            Set<Feature> wanted,
            List<String> remarks,
            List<StandIn> standIns) {}

    private final Topology topology;
    private final KubevirtVersion version;
    private final GuestKind guests;
    private final Places places = new Places();
    private final Draft draft;
    private final Fabric fabric;
    private final Map<Scope, NodeDraft> nodes = new TreeMap<>();

    private TopologyBuild(
            Topology topology,
            KubevirtVersion version,
            GuestKind guests,
            Kernel kernel,
            Kernel guestKernel,
            Map<String, Tree> definitions,
            boolean switched) {
        this.topology = topology;
        this.version = version;
        this.guests = guests;
        this.draft = new Draft(kernel, guestKernel, new MultusDraft(definitions), switched);
        this.fabric = new Fabric(draft);
    }

    /** @param definitions NetworkAttachmentDefinitions by {@code namespace/name} whose plugins are run; none else */
    public static Result of(
            Topology topology,
            KubevirtVersion version,
            GuestKind guests,
            Kernel kernel,
            Map<String, Tree> definitions) {
        return of(topology, version, guests, kernel, kernel, definitions, false);
    }

    /**
     * @param guestKernel what guests can do that are machines of their own
     * @param switched whether Open vSwitch is to keep VLANs apart where the kernel's bridges cannot
     */
    public static Result of(
            Topology topology,
            KubevirtVersion version,
            GuestKind guests,
            Kernel kernel,
            Kernel guestKernel,
            Map<String, Tree> definitions,
            boolean switched) {
        return new TopologyBuild(topology, version, guests, kernel, guestKernel, definitions, switched).result();
    }

    private Result result() {
        Map<Scope, List<Device>> byScope = topology.devices().stream()
                .collect(Collectors.groupingBy(device -> device.id().scope(), TreeMap::new, Collectors.toList()));
        byScope.forEach((scope, devices) -> {
            if (scope.is(Scope.Kind.NODE)) {
                node(scope, devices);
            }
        });
        PodNetwork podNetwork = new PodNetwork(draft);
        Lines lines = new Lines(topology, places, draft, podNetwork);
        // Devices that guests make stand on NICs: those come first, and their addresses last.
        lines.draw();
        byScope.forEach((scope, devices) -> {
            if (scope.is(Scope.Kind.GUEST)) {
                places.of(scope).ifPresent(place -> {
                    draft.place(place);
                    new GuestDraft(place, devices, topology.settings(), draft).draw();
                });
            }
        });
        settings();
        lines.addresses();
        podNetwork.defaultRoutes();
        services(draft.build(version, guests));
        gateways();
        LabBuild build = draft.build(version, guests);
        if (!draft.kernel.has(Feature.VLAN_FILTERING)) {
            draft.flat();
        }
        return new Result(
                build, places.known(), machines(build), pods(build), draft.wanted(), draft.remarks(), draft.standIns());
    }

    private List<LabMachine> machines(LabBuild build) {
        List<LabMachine> machines = new ArrayList<>();
        for (Machine machine : topology.machines()) {
            String cluster = machine.nics().stream()
                    .flatMap(nic -> nic.path().hops().stream())
                    .map(hop -> hop.scope().cluster())
                    .findFirst()
                    .orElse("");
            Optional<Netns> guest =
                    places.of(Scope.guest(machine.namespace(), machine.name()).inCluster(cluster));
            Map<String, String> taps = new TreeMap<>();
            List<VmNic> nics = build.nics().stream()
                    .filter(nic -> guest.filter(nic.guest()::equals).isPresent())
                    .toList();
            nics.forEach(
                    nic -> taps.put(PodNaming.tap(nic.podDevice()), nic.mac().text()));
            if (machine.kind().equals("vm") && !nics.isEmpty()) {
                String node =
                        Lines.node(machine).flatMap(places::of).map(Netns::name).orElse("");
                VmNic first = nics.getFirst();
                machines.add(new LabMachine(
                        machine.namespace(),
                        machine.name(),
                        first.guest().name(),
                        first.pod().name(),
                        node,
                        nics.stream().map(TopologyBuild::nic).toList(),
                        taps));
            }
        }
        return machines;
    }

    /** Pods of their own on the plan's networks, such as the operator's client. */
    private List<LabMachine> pods(LabBuild build) {
        List<LabMachine> pods = new ArrayList<>();
        for (Machine machine : topology.machines()) {
            Optional<Netns> pod = machine.nics().stream()
                    .flatMap(nic -> nic.path().hops().stream())
                    .map(Hop::scope)
                    .filter(scope -> scope.is(Scope.Kind.POD))
                    .findFirst()
                    .flatMap(places::of)
                    .filter(build.places()::contains);
            if (machine.kind().equals("pod") && pod.isPresent()) {
                pods.add(new LabMachine(
                        machine.namespace(),
                        machine.name(),
                        "",
                        pod.get().name(),
                        Lines.node(machine).flatMap(places::of).map(Netns::name).orElse(""),
                        machine.nics().stream().map(TopologyBuild::nic).toList(),
                        Map.of()));
            }
        }
        return pods;
    }

    private static LabNic nic(Nic nic) {
        String device =
                nic.path().hops().isEmpty() ? "" : nic.path().hops().getFirst().label();
        return new LabNic(nic.network().name().orElse(""), "", device, "", "", "");
    }

    private static LabNic nic(VmNic nic) {
        return new LabNic(
                nic.network(),
                nic.binding().name().toLowerCase(Locale.ROOT),
                nic.podDevice(),
                nic.guestDevice(),
                nic.mac().text(),
                "");
    }

    private void node(Scope scope, List<Device> devices) {
        Optional<Netns> place = places.of(scope);
        if (place.isEmpty()) {
            draft.remark(scope + ": no lab can have a place of this name");
            return;
        }
        if (scope.name().equals("*")) {
            draft.remark("no node is known: what would stand on any stands on one, " + place.get());
        }
        List<Settings.PortTag> tags = topology.settings().tags().stream()
                .filter(tag -> tag.port().scope().equals(scope))
                .toList();
        NodeDraft node = new NodeDraft(place.get(), devices, tags, draft, fabric);
        nodes.put(scope, node);
        node.draw();
    }

    private void settings() {
        for (Settings.HeldAddress held : topology.settings().addresses()) {
            Optional<Netns> place = places.of(held.device().scope());
            // KubeVirt's plumbing sets those of its own bridges.
            boolean own = held.device().scope().is(Scope.Kind.POD)
                    && held.device().name().startsWith("k6t-");
            if (place.isPresent() && !own) {
                Places.device(held.device())
                        .ifPresent(device -> draft.address(
                                place.get(),
                                device,
                                held.address(),
                                held.evidence().stream().findFirst()));
            }
        }
        for (Settings.HeldRoute route : topology.settings().routes()) {
            places.of(route.scope())
                    .ifPresent(place -> draft.route(
                            place,
                            isAll(route.destination()) ? "default" : route.destination(),
                            route.via(),
                            route.device(),
                            route.evidence().stream().findFirst()));
        }
    }

    /** Hosts that guests reach through their pod, such as the API's service address, answer in the fabric. */
    private void services(LabBuild build) {
        for (LabBuild.Route route : build.routes()) {
            Optional<Cidr> host = Cidr.parse(route.destination()).filter(Cidr::isHost);
            boolean byPod = build.nics().stream()
                    .filter(nic -> nic.binding() == VmNic.Binding.MASQUERADE
                            && nic.guest().equals(route.place()))
                    .map(nic -> nic.gateway().host())
                    .anyMatch(gateway -> route.via().equals(Optional.of(gateway)));
            host.filter(_ -> byPod).ifPresent(address -> draft.answering(address, route.cause()));
        }
    }

    private static boolean isAll(String destination) {
        return Cidr.parse(destination).filter(cidr -> cidr.prefix() == 0).isPresent();
    }

    private void gateways() {
        for (Machine machine : topology.machines()) {
            for (Nic nic : machine.nics()) {
                landing(nic).ifPresent(landing -> {
                    List<String> routers = routers(machine, nic);
                    nic.addresses().forEach(address -> uses(landing, address.address(), routers));
                });
            }
        }
        for (Settings.HeldAddress held : topology.settings().addresses()) {
            DeviceId device = held.device();
            Optional.ofNullable(nodes.get(device.scope()))
                    .flatMap(node -> node.landing(device.name(), 0))
                    .ifPresent(landing -> uses(
                            landing,
                            held.address(),
                            topology.settings().routes().stream()
                                    .filter(route -> route.scope().equals(device.scope()))
                                    .flatMap(route -> route.via().stream())
                                    .toList()));
        }
        fabric.addresses();
    }

    private void uses(NodeDraft.Landing landing, String address, List<String> routers) {
        Cidr.parse(address).ifPresent(cidr -> {
            fabric.uses(landing.key(), landing.vlan(), cidr);
            routers.forEach(router -> fabric.routes(landing.key(), landing.vlan(), cidr, router));
        });
    }

    private List<String> routers(Machine machine, Nic nic) {
        List<String> routers = new ArrayList<>();
        List<Scope> scopes =
                nic.path().hops().stream().map(Hop::scope).distinct().toList();
        for (Settings.HeldRoute route : topology.settings().routes()) {
            boolean own = scopes.contains(route.scope())
                    || route.scope().namespace().equals(machine.namespace())
                            && route.scope().name().equals(machine.name());
            if (own) {
                route.via().ifPresent(routers::add);
            }
        }
        return routers;
    }

    /** Where the line leaves its node: by the first of the node's devices that leads out, in the VLAN of its port. */
    private Optional<NodeDraft.Landing> landing(Nic nic) {
        for (Hop hop : nic.path().hops()) {
            NodeDraft node = nodes.get(hop.scope());
            if (node != null && !hop.gap()) {
                DeviceId id = new DeviceId(hop.scope(), hop.label());
                int vlan = draft.keepsVlansApart()
                        ? topology.settings().tags().stream()
                                .filter(tag -> tag.port().equals(id) && tag.pvid() && tag.vlan() != 1)
                                .mapToInt(Settings.PortTag::vlan)
                                .findFirst()
                                .orElse(0)
                        : 0;
                Optional<String> master = topology.device(id).flatMap(Device::master);
                if (master.isPresent()) {
                    return node.landing(master.get(), vlan);
                }
                return node.landing(hop.label(), vlan);
            }
        }
        return Optional.empty();
    }
}
