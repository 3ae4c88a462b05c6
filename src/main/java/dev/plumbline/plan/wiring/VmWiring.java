package dev.plumbline.plan.wiring;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.ConfiguredDevice;
import dev.plumbline.facts.Mac;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.facts.VmNic;
import dev.plumbline.plan.wiring.Manifests.Configuration;
import dev.plumbline.plan.wiring.Manifests.Vm;
import dev.plumbline.plan.wiring.Placing.Place;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Nic.NicAddress;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One VM and the lines of its NICs. */
final class VmWiring {

    private static final String POD_NETWORK = "pod network";
    private static final String VIRTIO = "virtio";
    private static final int ETHERNET_MTU = 1500;

    private final ClusterWiring all;
    private final Vm vm;
    private final MacPool macs;
    private final LauncherNames names;
    private final Drawing drawing;
    private final Place place;
    private final Scope guest;
    private final String pod;
    private final PodSide podSide;

    VmWiring(ClusterWiring all, Vm vm, LauncherNames names, MacPool macs) {
        this.all = all;
        this.vm = vm;
        this.macs = macs;
        this.names = names;
        this.drawing = all.drawing();
        this.place = all.placing().of(vm.node(), vm.nodeSelector());
        String cluster = all.cluster().cluster();
        this.guest = Scope.guest(vm.namespace(), vm.name()).inCluster(cluster);
        this.pod = "virt-launcher-" + vm.name() + "-*";
        this.podSide = new PodSide(Scope.pod(vm.namespace(), pod).inCluster(cluster), names, drawing);
    }

    Machine machine() {
        List<VmNic> wanted = vm.bare() ? List.of(given()) : vm.nics();
        List<Optional<String>> guestNames = GuestNames.of(wanted);
        GuestPlan plan =
                new GuestPlan(guest, all.manifests().guests().getOrDefault(guest, Configuration.NONE), guestNames);
        plan.draw(drawing);
        List<Nic> nics = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            nics.add(nic(wanted.get(i), guestNames.get(i), plan));
        }
        nics.sort(Comparator.comparingInt(VmWiring::number));
        return new Machine(
                "vm",
                vm.namespace(),
                vm.name(),
                "planned",
                List.of(place.placement(pod, vm.origin())),
                List.copyOf(nics));
    }

    /** KubeVirt gives a VM without interfaces one on the pod network; its binding is the cluster's setting. */
    private VmNic given() {
        return new VmNic(
                Vantage.of(all.cluster(), Standing.STATED),
                vm.origin(),
                vm.namespace(),
                vm.name(),
                "default",
                0,
                "",
                "pod",
                Optional.empty(),
                "",
                "",
                List.of(),
                Optional.of(new VmNic.Wish(vm.origin(), "", 0, VIRTIO, "", 0, "")));
    }

    private Nic nic(VmNic declared, Optional<String> guestName, GuestPlan plan) {
        VmNic.Wish wish = declared.wish().orElseThrow();
        Optional<Mac> mac = declared.mac()
                .or(() -> Optional.ofNullable(vm.reported().get(declared.network())))
                .or(macs::take);
        VmNic nic = declared.withMac(mac);
        Optional<NetworkDefinition> definition = wish.definition().isEmpty()
                ? Optional.empty()
                : all.manifests().definition(vm.namespace(), wish.definition());
        NicPath path = path(nic, wish, guestName, definition, plan);
        Optional<Nic.Alias> alias = guestName
                .flatMap(plan::alias)
                .map(name -> new Nic.Alias(name, Verdict.INFERRED, Rule.NIC_ORDER.id(), List.of(nic.origin())));
        return new Nic(
                alias.map(Nic.Alias::name).orElse(nic.network()),
                alias,
                guestName,
                mac,
                Line.lowestMtu(path),
                addresses(nic, wish, guestName, plan),
                network(nic, wish),
                path,
                List.of());
    }

    private NicPath path(
            VmNic nic,
            VmNic.Wish wish,
            Optional<String> guestName,
            Optional<NetworkDefinition> definition,
            GuestPlan plan) {
        Line line = new Line();
        OptionalInt mtu = definition.map(NodeSide::mtu).orElse(OptionalInt.empty());
        inGuest(line, nic, wish, guestName, mtu, plan);
        if (wish.definition().isEmpty() && !nic.attachment().equals("pod")) {
            line.gap(
                    podSide.scope(),
                    Step.VIRTIO,
                    "no network of the VM is called " + nic.network() + ", or several are",
                    List.of(nic.origin()));
            return line.end("unknown");
        }
        if (vm.bare()) {
            line.gap(
                    podSide.scope(),
                    Step.VIRTIO,
                    "the VM names no interface: how KubeVirt joins the one that it gives is a setting of the cluster",
                    List.of(nic.origin()));
            return line.end("unknown");
        }
        PodSide.Leaves leaves = podSide.through(line, nic, wish, definition, mtu, place.node());
        return line.end(
                switch (leaves) {
                    case NO_LAYER_2 -> "no-layer-2";
                    case UNKNOWN -> "unknown";
                    case BY_INTERFACE -> beyond(line, nic, wish, definition);
                });
    }

    private String beyond(Line line, VmNic nic, VmNic.Wish wish, Optional<NetworkDefinition> definition) {
        if (wish.definition().isEmpty()) {
            line.clusterNetwork(all.cluster(), "cluster network", Rule.POD_NETWORK, List.of(wish.networkAt()));
            return "cluster-network";
        }
        if (definition.isEmpty()) {
            line.gap(
                    place.node(), Step.PEER, all.missing(vm.namespace(), wish.definition()), List.of(wish.networkAt()));
            return "unknown";
        }
        String port = all.label("vm", vm.namespace(), vm.name()) + "." + names.asked(nic, wish);
        return all.nodeSide(place, vm.namespace(), definition.get())
                .follow(line, definition.get(), port, wish.networkAt());
    }

    /** A NIC whose name in the guest is not foreseen is left out: the line begins in the pod. */
    private void inGuest(
            Line line, VmNic nic, VmNic.Wish wish, Optional<String> guestName, OptionalInt mtu, GuestPlan plan) {
        if (guestName.isEmpty()) {
            return;
        }
        String name = guestName.get();
        Optional<ConfiguredDevice> asked = plan.device(name);
        // Only virtio hands the host's MTU to the guest.
        OptionalInt given = wish.model().equals(VIRTIO) ? mtu : OptionalInt.of(ETHERNET_MTU);
        List<Origin> evidence = new ArrayList<>(List.of(nic.origin()));
        asked.map(ConfiguredDevice::origin).ifPresent(evidence::add);
        Device device = drawing.add(Drawing.device(
                new DeviceId(guest, name),
                new Kind.Nic(""),
                nic.mac(),
                asked.map(ConfiguredDevice::mtu).filter(OptionalInt::isPresent).orElse(given),
                plan.master(name),
                evidence));
        Optional<ConfiguredDevice> above = Optional.empty();
        for (ConfiguredDevice upper : plan.over(name)) {
            Device drawn = drawing.add(Drawing.device(
                    new DeviceId(guest, plan.resolve(upper.name())),
                    plan.kind(upper),
                    upper.mtu(),
                    Optional.empty(),
                    upper.origin()));
            Step step = above.map(GuestPlan::step).orElse(Step.MEMBER);
            line.step(step, drawn, Rule.GUEST_CONFIG, List.of(upper.origin()));
            above = Optional.of(upper);
        }
        if (above.isPresent()) {
            evidence.add(above.get().origin());
            line.step(GuestPlan.step(above.get()), device, Rule.GUEST_CONFIG, evidence, GuestNames.PREMISE);
        } else {
            line.step(Step.MEMBER, device, Rule.VM_INTERFACE, List.of(nic.origin()), GuestNames.PREMISE);
        }
    }

    /** As the configuration says; a masqueraded NIC of which it says nothing asks KubeVirt's own DHCP server. */
    private List<NicAddress> addresses(VmNic nic, VmNic.Wish wish, Optional<String> guestName, GuestPlan plan) {
        List<NicAddress> configured = guestName.map(plan::addresses).orElse(List.of());
        boolean asks =
                guestName.flatMap(plan::device).map(ConfiguredDevice::dhcp).orElse(true);
        if (!configured.isEmpty() || guestName.isEmpty() || !nic.binding().equals("masquerade") || !asks) {
            return configured;
        }
        return Subnet.of(wish.subnet()).stream()
                .map(subnet -> {
                    String cidr = subnet.guest().toString();
                    drawing.address(new DeviceId(guest, guestName.get()), cidr, nic.origin());
                    drawing.route(guest, "default", subnet.gateway().host(), guestName.get(), nic.origin());
                    return new NicAddress(cidr, guestName.get(), "planned", List.of(nic.origin()));
                })
                .toList();
    }

    private Nic.Network network(VmNic nic, VmNic.Wish wish) {
        String qualified = Manifests.qualified(vm.namespace(), wish.definition());
        String own = vm.namespace() + "/";
        if (wish.definition().isEmpty() && !nic.attachment().equals("pod")) {
            return new Nic.Network(Optional.empty(), Verdict.UNKNOWN, "none", List.of(), List.of(nic.origin()));
        }
        String name = wish.definition().isEmpty()
                ? POD_NETWORK
                : qualified.startsWith(own) ? qualified.substring(own.length()) : qualified;
        return new Nic.Network(
                Optional.of(name), Verdict.INFERRED, Rule.VM_NETWORK.id(), List.of(), List.of(wish.networkAt()));
    }

    private static int number(Nic nic) {
        return nic.alias()
                .map(Nic.Alias::name)
                .map(name -> Integer.parseInt(name.substring(3)))
                .orElse(Integer.MAX_VALUE);
    }
}
