package dev.plumbline.lab.build;

import dev.plumbline.lab.cni.CniException;
import dev.plumbline.lab.cni.Multus;
import dev.plumbline.lab.cni.Pod;
import dev.plumbline.lab.draft.GuestKind;
import dev.plumbline.lab.draft.LabBuild;
import dev.plumbline.lab.draft.VmNic;
import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.Batch;
import dev.plumbline.lab.ground.Crew;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.Script;
import dev.plumbline.lab.tap.TapPair;
import dev.plumbline.lab.tap.TapPump;
import dev.plumbline.systems.kubevirt.PodNaming;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/** Builds into an anchor's namespaces, place by place in phases: what one place's wires need stands before them. */
public final class Builder {

    private final Anchor anchor;
    private final LabBuild build;
    private final Kernel kernel;
    private final Set<String> remarks = new ConcurrentSkipListSet<>();
    private final Map<Netns, String> statuses = new ConcurrentSkipListMap<>();

    public Builder(Anchor anchor, LabBuild build, Kernel kernel) {
        this.anchor = anchor;
        this.build = build;
        this.kernel = kernel;
    }

    /**
     * What came of it.
     *
     * @param remarks what was built otherwise than asked for, sorted
     * @param statuses network-status annotations of the pods that Multus attached
     */
    public record Built(List<String> remarks, Map<Netns, String> statuses) {}

    public Built run() throws LabException {
        Batch namespaces = new Batch();
        Set<Netns> guests = places(VmNic::guest);
        // Machines configure themselves.
        boolean machines = build.guests() == GuestKind.VM;
        List<Netns> spaces = build.places().stream()
                .filter(place -> !machines || !guests.contains(place))
                .toList();
        spaces.forEach(place -> namespaces.add("netns add " + place));
        namespaces.run(anchor);
        Set<Netns> pods = places(VmNic::pod);
        build.pods().forEach(pod -> pods.add(pod.pod()));
        Script settings = new Script();
        spaces.forEach(place -> settings.program(place, settings(guests.contains(place))));
        settings.run(anchor);
        Map<Netns, List<LabBuild.Wire>> wires = build.wires().stream()
                .collect(Collectors.groupingBy(wire -> wire.one().place(), TreeMap::new, Collectors.toList()));
        Script wiring = new Script();
        wires.forEach((place, each) -> wiring.batch(place, wires(each)));
        wiring.run(anchor);
        frames(build.places().stream()
                .filter(place -> !guests.contains(place) && !pods.contains(place))
                .toList());
        attach();
        if (build.guests() == GuestKind.TAP) {
            TapPump.start(anchor, build.nics().stream().map(Builder::taps).toList());
        }
        frames(pods);
        translate();
        if (!machines) {
            frames(guests);
        }
        return new Built(List.copyOf(remarks), Map.copyOf(statuses));
    }

    private static TapPair taps(VmNic nic) {
        return new TapPair(nic.pod(), PodNaming.tap(nic.podDevice()), nic.guest(), nic.guestDevice());
    }

    private Set<Netns> places(java.util.function.Function<VmNic, Netns> of) {
        return build.nics().stream().map(of).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Bridged frames go past the packet filter, which one switch for the whole machine would else see to. Guests answer
     * ARP only for the NIC's own addresses: networks may share one flat bridge. No waiting for duplicate addresses.
     */
    private static List<String> settings(boolean guest) {
        List<String> command = new ArrayList<>(List.of(
                "sysctl",
                "-q",
                "-e",
                "-w",
                "net.bridge.bridge-nf-call-iptables=0",
                "net.bridge.bridge-nf-call-ip6tables=0",
                "net.bridge.bridge-nf-call-arptables=0",
                "net.ipv6.conf.all.accept_dad=0",
                "net.ipv6.conf.default.accept_dad=0"));
        command.addAll(
                guest
                        ? List.of("net.ipv4.conf.all.arp_ignore=1", "net.ipv4.conf.all.arp_announce=2")
                        : List.of("net.ipv4.ip_forward=1"));
        return command;
    }

    private static Batch wires(List<LabBuild.Wire> wires) {
        Batch batch = new Batch();
        for (LabBuild.Wire wire : wires) {
            batch.add(
                    "link add " + end(wire.one()) + " type veth peer "
                            + end(wire.other()).replaceFirst("^dev ", "name ") + " netns "
                            + wire.other().place(),
                    wire.cause());
        }
        return batch;
    }

    private static String end(LabBuild.End end) {
        return "dev " + end.name() + " mtu " + end.mtu()
                + end.mac().map(mac -> " address " + mac).orElse("");
    }

    /** What stands in each of these places, KubeVirt's plumbing in pods too; switches last, for they take time. */
    private void frames(Collection<Netns> places) throws LabException {
        PodPlumbing plumbing = new PodPlumbing(build.kubevirt(), build.guests(), kernel);
        Script links = new Script();
        Script vlans = new Script();
        List<Frame> switched = new ArrayList<>();
        for (Netns place : places) {
            Frame frame = new Frame(build, kernel, place);
            Batch batch = frame.links();
            build.nics().stream()
                    .filter(nic -> nic.pod().equals(place))
                    .forEach(nic -> batch.addAll(plumbing.operations(nic).operations()));
            if (frame.switches().isEmpty()) {
                batch.addAll(frame.addresses().operations());
            } else {
                switched.add(frame);
            }
            links.batch(place, batch);
            vlans.batch(place, "bridge", frame.vlans());
            remarks.addAll(frame.remarks());
        }
        links.run(anchor);
        vlans.run(anchor);
        Crew.each(switched, this::switches);
    }

    private void switches(Frame frame) throws LabException {
        Netns place = frame.place();
        List<LabBuild.Switch> switches = frame.switches();
        offloadNothing(place, switches);
        new Switches(anchor, place, switches).start();
        Switches.up(switches).addAll(frame.addresses().operations()).run(anchor, place);
    }

    /** A packet socket hands on frames without their checksum, and the kernel drops them where they come out. */
    private void offloadNothing(Netns place, List<LabBuild.Switch> switches) throws LabException {
        if (!kernel.has(Feature.ETHTOOL)) {
            return;
        }
        Set<String> ports = switches.stream()
                .flatMap(one -> one.ports().stream())
                .flatMap(port -> port.members().isEmpty() ? List.of(port.name()).stream() : port.members().stream())
                .collect(Collectors.toSet());
        for (LabBuild.Wire wire : build.wires()) {
            if (wire.one().place().equals(place) && ports.contains(wire.one().name())) {
                offload(wire.other().place(), wire.other().name());
            }
            if (wire.other().place().equals(place)
                    && ports.contains(wire.other().name())) {
                offload(wire.one().place(), wire.one().name());
            }
        }
        for (VmNic nic : build.nics()) {
            if (nic.guest().equals(place) && ports.contains(nic.guestDevice())) {
                offload(place, nic.guestDevice());
                offload(nic.pod(), PodNaming.tap(nic.podDevice()));
            }
        }
    }

    private void offload(Netns place, String device) throws LabException {
        anchor.run(place, List.of("ethtool", "-K", device, "tx", "off", "tso", "off", "gso", "off", "gro", "off"), "");
    }

    private void attach() throws LabException {
        Map<Netns, List<LabBuild.PodNetworks>> byNode = build.pods().stream()
                .collect(Collectors.groupingBy(LabBuild.PodNetworks::node, TreeMap::new, Collectors.toList()));
        Crew.each(byNode.entrySet(), entry -> {
            AnchorHost host = new AnchorHost(anchor, entry.getKey(), kernel);
            Multus multus = new Multus(host, build.networks());
            try {
                for (LabBuild.PodNetworks pod : entry.getValue()) {
                    Pod known = new Pod(pod.namespace(), pod.name(), AnchorHost.path(pod.pod()));
                    statuses.put(pod.pod(), multus.add(known, pod.annotation()).status());
                }
            } catch (CniException e) {
                throw new LabException(e.says(), e);
            }
            remarks.addAll(host.remarks());
        });
    }

    private void translate() throws LabException {
        Script rules = new Script();
        if (kernel.has(Feature.NAT)) {
            build.nics().stream()
                    .filter(nic -> nic.binding() == VmNic.Binding.MASQUERADE)
                    .forEach(nic -> rules.rules(nic.pod(), PodPlumbing.translation(nic)));
        }
        rules.run(anchor);
    }
}
