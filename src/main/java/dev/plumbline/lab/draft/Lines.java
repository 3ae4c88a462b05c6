package dev.plumbline.lab.draft;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Cidr;
import dev.plumbline.facts.Mac;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.systems.kubevirt.PodNaming;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Settings;
import dev.plumbline.topology.Step;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The planned lines of machines: each guest's NIC by KubeVirt's plumbing to its pod's interface, and from there to the node. */
public final class Lines {

    private static final String SUFFIX = "-nic";

    /** What a pod's interface has where nothing says otherwise: an overlay's header off Ethernet's; bytes. */
    private static final int OVERLAY = 1400;

    private final Topology topology;
    private final Places places;
    private final Draft draft;
    private final PodNetwork podNetwork;
    private final List<LaterAddress> addresses = new ArrayList<>();

    public Lines(Topology topology, Places places, Draft draft, PodNetwork podNetwork) {
        this.topology = topology;
        this.places = places;
        this.draft = draft;
        this.podNetwork = podNetwork;
    }

    public void draw() {
        for (Machine machine : topology.machines()) {
            for (int i = 0; i < machine.nics().size(); i++) {
                draw(machine, machine.nics().get(i), i);
            }
        }
    }

    private void draw(Machine machine, Nic nic, int order) {
        List<Hop> hops = nic.path().hops();
        int tap = first(hops, Kind.Tap.class);
        int outside = peer(hops);
        if (outside > 0) {
            attach(machine, hops.get(outside - 1), hops.get(outside), nic);
        }
        if (!machine.kind().equals("vm")) {
            return;
        }
        if (tap < 0 || tap + 2 >= hops.size() || hops.get(tap + 2).gap()) {
            draft.remark(machine.path() + " " + nic.ref() + ": no lab can build this NIC"
                    + (nic.path().end().equals("unknown") ? ", for its line is not known" : ""));
            return;
        }
        plumb(machine, nic, order, hops, tap);
    }

    private static int first(List<Hop> hops, Class<? extends Kind> kind) {
        for (int i = 0; i < hops.size(); i++) {
            if (kind.isInstance(hops.get(i).kind()) && !hops.get(i).gap()) {
                return i;
            }
        }
        return -1;
    }

    /** The first hop on a node that a pair's other end leads to. */
    private static int peer(List<Hop> hops) {
        for (int i = 1; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            if (!hop.gap()
                    && hop.step().equals(Optional.of(Step.PEER))
                    && hop.scope().is(Scope.Kind.NODE)
                    && hops.get(i - 1).scope().is(Scope.Kind.POD)
                    && !hops.get(i - 1).gap()) {
                return i;
            }
        }
        return -1;
    }

    private static DeviceId id(Hop hop) {
        return new DeviceId(hop.scope(), hop.label());
    }

    /** The pod interface's name as Multus gives it: without what a later dummy makes of it. */
    private static String asked(String name) {
        if (!name.endsWith(SUFFIX)) {
            return name;
        }
        String bare = name.substring(0, name.length() - SUFFIX.length());
        String hashed = "pod" + bare;
        return PodNaming.isHashed(hashed) ? hashed : bare;
    }

    private void attach(Machine machine, Hop inside, Hop outside, Nic nic) {
        Optional<Netns> pod = places.of(inside.scope());
        Optional<Netns> node = places.of(outside.scope());
        Optional<String> device = Optional.of(asked(inside.label())).filter(LabBuild::isDevice);
        Optional<String> veth = Places.device(id(outside));
        if (pod.isEmpty() || node.isEmpty() || device.isEmpty() || veth.isEmpty()) {
            draft.remark(inside.scope() + " " + inside.label() + ": no lab can have this name");
            return;
        }
        int mtu = Draft.mtu(outside.mtu().isPresent() ? outside.mtu() : inside.mtu());
        Optional<Origin> cause = outside.evidence().stream().findFirst();
        LabBuild.End end =
                new LabBuild.End(pod.get(), device.get(), Draft.mtu(inside.mtu()), Optional.of(mac(nic, inside)));
        // A VM's addresses are its guest's, not its pod's.
        List<String> addresses = machine.kind().equals("vm")
                ? List.of()
                : nic.addresses().stream().map(Nic.NicAddress::address).toList();
        String network = nic.network().name().orElse("");
        if (!draft.attach(node.get(), pod.get(), machine.namespace(), network, end, addresses)) {
            draft.wire(end, new LabBuild.End(node.get(), veth.get(), mtu, Optional.empty()), cause);
        } else {
            draft.made(node.get(), veth.get(), pod.get(), inside.label());
        }
    }

    private static Mac mac(Nic nic, Hop seed) {
        return nic.mac().orElseGet(() -> Macs.local(id(seed).toString()));
    }

    private void plumb(Machine machine, Nic nic, int order, List<Hop> hops, int tap) {
        // A line may begin in the pod, where the guest's name of the NIC is not foreseen.
        Optional<Hop> inGuest = Optional.of(tap)
                .filter(at -> at > 0)
                .map(at -> hops.get(at - 1))
                .filter(hop -> !hop.gap());
        Hop inside = hops.get(tap + 2);
        boolean masquerade = inside.step().equals(Optional.of(Step.NAT));
        Optional<Netns> pod = places.of(inside.scope());
        Optional<Netns> guest = places.of(Scope.guest(machine.namespace(), machine.name())
                .inCluster(inside.scope().cluster()));
        String device = asked(inside.label());
        String name = inGuest.map(Hop::label).orElse("eth" + order);
        if (pod.isEmpty() || guest.isEmpty() || !LabBuild.isDevice(device) || !LabBuild.isDevice(name)) {
            draft.remark(machine.path() + " " + nic.ref() + ": no lab can have these names");
            return;
        }
        if (nic.mac().isEmpty()) {
            draft.remark(machine.path() + ": MACs that the plan does not know are the lab's own");
        }
        int fallback = masquerade ? OVERLAY : Draft.ETHERNET;
        int mtu =
                Draft.sane(inside.mtu()).orElse(Draft.sane(hops.get(tap).mtu()).orElse(fallback));
        Mac mac = mac(nic, inside);
        Optional<Origin> cause = hops.get(tap).evidence().stream().findFirst();
        if (!draft.has(pod.get(), device)) {
            Optional<Netns> node = node(machine).flatMap(places::of);
            if (node.isPresent() && (masquerade || device.equals(PodNaming.PRIMARY))) {
                podNetwork.attach(pod.get(), device, node.get(), mtu);
            } else {
                draft.remark(machine.path() + " " + nic.ref() + ": nothing is known beyond " + device);
                podNetwork.loose(pod.get(), device, mtu, mac);
            }
        }
        Optional<Cidr> subnet = masquerade ? subnet(hops.get(tap + 1)) : Optional.empty();
        draft.nic(new VmNic(
                pod.get(),
                guest.get(),
                masquerade ? VmNic.Binding.MASQUERADE : VmNic.Binding.BRIDGE,
                device.equals(PodNaming.PRIMARY) ? "" : nic.network().name().orElse(""),
                device,
                name,
                mac,
                mtu,
                Math.min(inGuest.map(hop -> Draft.sane(hop.mtu()).orElse(mtu)).orElse(mtu), mtu),
                inside.label().endsWith(SUFFIX),
                subnet,
                order,
                cause));
        nic.addresses().forEach(address -> addresses.add(new LaterAddress(guest.get(), address)));
    }

    /** The node that runs it; where the plan leaves that open, the one on which its lines go on. */
    public static Optional<Scope> node(Machine machine) {
        List<Scope> crossed = machine.nics().stream()
                .flatMap(nic -> nic.path().hops().stream())
                .map(Hop::scope)
                .toList();
        String cluster = crossed.stream().map(Scope::cluster).findFirst().orElse("");
        return machine.active()
                .flatMap(Machine.Placement::node)
                .map(name -> Scope.node(name).inCluster(cluster))
                .or(() -> crossed.stream()
                        .filter(scope -> scope.is(Scope.Kind.NODE))
                        .findFirst());
    }

    /** An address of a guest, whose device may be one that stands over the NIC. */
    private record LaterAddress(Netns guest, Nic.NicAddress address) {}

    /** Once all devices are known. */
    public void addresses() {
        for (LaterAddress later : addresses) {
            Nic.NicAddress address = later.address();
            draft.address(
                    later.guest(),
                    address.device(),
                    address.address(),
                    address.evidence().stream().findFirst());
        }
    }

    /** The bridge's own address is the guest's gateway. */
    private Optional<Cidr> subnet(Hop bridge) {
        return topology.settings().addresses().stream()
                .filter(held -> held.device().equals(id(bridge)))
                .map(Settings.HeldAddress::address)
                .flatMap(address -> Cidr.parse(address).stream())
                .filter(Cidr::isV4)
                .findFirst();
    }
}
