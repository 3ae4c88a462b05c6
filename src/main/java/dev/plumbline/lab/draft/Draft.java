package dev.plumbline.lab.draft;

import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.Cidr;
import dev.plumbline.facts.Mac;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.plan.KubevirtVersion;
import dev.plumbline.systems.kubevirt.PodNaming;
import dev.plumbline.topology.Device;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** What is to be built, in the making. Knows which devices there will be: nothing is set on one that will not. */
public final class Draft {

    /** Ethernet's own, where nothing says otherwise; bytes. */
    public static final int ETHERNET = 1500;

    /** IPv4's least and Linux's most; bytes. */
    private static final int LEAST_MTU = 69;

    private static final int MOST_MTU = 65535;

    private record Spot(Netns place, String device) {}

    public final Kernel kernel;

    /** What guests can do: the same, where they share this machine's kernel. */
    public final Kernel guests;

    private final boolean switched;
    private final MultusDraft multus;
    private final Set<Netns> places = new LinkedHashSet<>(List.of(Netns.FABRIC));
    private final List<LabBuild.Wire> wires = new ArrayList<>();
    private final List<LabBuild.Bridge> bridges = new ArrayList<>();
    private final List<LabBuild.Upper> uppers = new ArrayList<>();
    private final Set<LabBuild.Port> ports = new LinkedHashSet<>();
    private final Set<LabBuild.Tag> tags = new LinkedHashSet<>();
    private final List<VmNic> nics = new ArrayList<>();
    private final List<LabBuild.Switch> switches = new ArrayList<>();
    private final Set<LabBuild.Address> addresses = new LinkedHashSet<>();
    private final Set<LabBuild.Route> routes = new LinkedHashSet<>();
    private final Set<String> remarks = new TreeSet<>();
    private final Map<Spot, Spot> pluginPorts = new HashMap<>();
    private final Set<StandIn> standIns = new TreeSet<>();
    private final Set<Spot> devices = new LinkedHashSet<>();
    private final Set<Feature> wanted = EnumSet.of(Feature.VETH, Feature.BRIDGE);
    private int fabricPorts;

    public Draft(Kernel kernel, Kernel guests, MultusDraft multus) {
        this(kernel, guests, multus, false);
    }

    /** @param switched whether Open vSwitch is to keep VLANs apart where the kernel's bridges cannot */
    public Draft(Kernel kernel, Kernel guests, MultusDraft multus, boolean switched) {
        this.kernel = kernel;
        this.guests = guests;
        this.switched = switched && !kernel.has(Feature.VLAN_FILTERING);
        this.multus = multus;
    }

    /** Whether Open vSwitch stands in the place of bridges that keep VLANs apart. */
    public boolean switched() {
        return switched;
    }

    /** Whether VLANs of bridges' ports are kept apart, by whatever. */
    public boolean keepsVlansApart() {
        return switched || kernel.has(Feature.VLAN_FILTERING);
    }

    /** Takes back the ports of a bridge of the fabric that is none of the kernel's; their names, in order. */
    public List<String> release(String fabricBridge) {
        List<LabBuild.Port> released = ports.stream()
                .filter(port ->
                        port.place().equals(Netns.FABRIC) && port.bridge().equals(fabricBridge))
                .toList();
        released.forEach(ports::remove);
        return released.stream().map(LabBuild.Port::device).toList();
    }

    /** Notes the port of a node that a plugin will make, under a name of its own, for a pod's interface. */
    public void made(Netns node, String veth, Netns pod, String device) {
        pluginPorts.put(new Spot(node, veth), new Spot(pod, device));
    }

    /** Notes VLANs that no bridge keeps apart. A port that a plugin makes is told by the pod's interface behind it. */
    public void flat() {
        String why = kernel.words(Feature.VLAN_FILTERING);
        for (LabBuild.Tag tag : tags) {
            Spot port = new Spot(tag.place(), tag.port());
            Spot told = devices.contains(port) ? port : pluginPorts.get(port);
            if (told != null) {
                instead(StandIn.flat(
                        new LabBuild.Tag(told.place(), told.device(), tag.vlan(), tag.pvid(), tag.untagged()), why));
            }
        }
    }

    public void place(Netns place) {
        places.add(place);
    }

    public boolean has(Netns place, String device) {
        return devices.contains(new Spot(place, device));
    }

    /** @return whether it is new there: of two of one name the first is built */
    private boolean isNew(Netns place, String device) {
        place(place);
        boolean added = devices.add(new Spot(place, device));
        if (!added) {
            remark("in " + place + ": " + device + " is asked for twice and built once");
        }
        return added;
    }

    public void wire(LabBuild.End one, LabBuild.End other, Optional<Origin> cause) {
        if (!has(one.place(), one.name()) && !has(other.place(), other.name())) {
            isNew(one.place(), one.name());
            isNew(other.place(), other.name());
            wires.add(new LabBuild.Wire(one, other, cause));
        }
    }

    /** An interface of a pod that Multus makes, where it can. */
    public boolean attach(
            Netns node, Netns pod, String namespace, String network, LabBuild.End inside, List<String> addresses) {
        if (has(pod, inside.name())
                || !multus.attach(node, pod, namespace, network, inside.name(), inside.mac(), addresses)) {
            multus.unable(namespace, network).ifPresent(this::remark);
            return false;
        }
        place(node);
        for (Feature feature :
                List.of(Feature.CNI_BRIDGE, Feature.CNI_TUNING, Feature.CNI_STATIC, Feature.CNI_HOST_LOCAL)) {
            want(feature);
        }
        return isNew(pod, inside.name());
    }

    /** A wire from a place into a bridge of the fabric. */
    public void uplink(LabBuild.End end, String fabricBridge, Optional<Origin> cause) {
        String port = "port" + ++fabricPorts;
        wire(end, new LabBuild.End(Netns.FABRIC, port, end.mtu(), Optional.empty()), cause);
        port(new LabBuild.Port(Netns.FABRIC, port, fabricBridge, cause));
    }

    public void bridge(LabBuild.Bridge bridge) {
        if (isNew(bridge.place(), bridge.name())) {
            bridges.add(bridge);
        }
    }

    public void upper(LabBuild.Upper upper) {
        if (isNew(upper.place(), upper.name())) {
            uppers.add(upper);
        }
    }

    public void port(LabBuild.Port port) {
        ports.add(port);
    }

    public void tag(LabBuild.Tag tag) {
        if (isVlan(tag.vlan())) {
            want(Feature.VLAN_FILTERING);
            tags.add(tag);
        }
    }

    public void nic(VmNic nic) {
        if (nic.binding() == VmNic.Binding.MASQUERADE) {
            want(Feature.NAT);
            if (!kernel.has(Feature.NAT)) {
                String bridge = PodNaming.bridge(nic.podDevice());
                instead(new StandIn(nic.pod(), bridge, "nat", "masquerade", "", kernel.words(Feature.NAT)));
            }
        }
        if (nic.renamed()) {
            want(Feature.DUMMY);
            if (!kernel.has(Feature.DUMMY)) {
                instead(StandIn.kind(nic.pod(), nic.podDevice(), "dummy", "bridge", kernel.words(Feature.DUMMY)));
            }
        }
        place(nic.pod());
        if (isNew(nic.guest(), nic.guestDevice())) {
            nics.add(nic);
        }
    }

    /** A guest's NIC's address. */
    public Optional<Mac> mac(Netns guest, String device) {
        return nics.stream()
                .filter(nic -> nic.guest().equals(guest) && nic.guestDevice().equals(device))
                .map(VmNic::mac)
                .findFirst();
    }

    public void ovs(LabBuild.Switch one) {
        if (isNew(one.place(), one.name())) {
            switches.add(one);
            one.ports().stream().filter(LabBuild.SwitchPort::internal).forEach(port -> isNew(one.place(), port.name()));
        }
    }

    public void address(Netns place, String device, String cidr, Optional<Origin> cause) {
        if (!has(place, device)) {
            remark("in " + place + ": the address " + cidr + " is not set, for there is no " + device);
        } else if (Cidr.parse(cidr).isPresent() && LabBuild.isNet(cidr)) {
            boolean known = addresses.stream()
                    .anyMatch(one -> one.place().equals(place)
                            && one.device().equals(device)
                            && one.address().equals(cidr));
            if (!known) {
                addresses.add(new LabBuild.Address(place, device, cidr, cause));
            }
        } else {
            remark("in " + place + ": " + cidr + " is no address with a prefix length, and not set");
        }
    }

    /** An address at which the fabric itself answers. */
    public void answering(Cidr address, Optional<Origin> cause) {
        devices.add(new Spot(Netns.FABRIC, "lo"));
        address(Netns.FABRIC, "lo", address.toString(), cause);
    }

    public void route(
            Netns place, String destination, Optional<String> via, Optional<String> device, Optional<Origin> cause) {
        boolean sound =
                (destination.equals("default") || Cidr.parse(destination).isPresent() && LabBuild.isNet(destination))
                        && via.map(LabBuild::isHost).orElse(true);
        if (!sound || device.filter(name -> !has(place, name)).isPresent()) {
            remark("in " + place + ": the route to " + destination + " is not set");
            return;
        }
        boolean known = routes.stream()
                .anyMatch(one -> one.place().equals(place) && one.destination().equals(destination));
        if (!known) {
            routes.add(new LabBuild.Route(place, destination, via, device, cause));
        }
    }

    public void remark(String sentence) {
        remarks.add(sentence);
    }

    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Notes what stands for something planned. */
    public void instead(StandIn standIn) {
        standIns.add(standIn);
    }

    /** Sorted. */
    public List<StandIn> standIns() {
        return List.copyOf(standIns);
    }

    public static Optional<Origin> cause(Device device) {
        return device.evidence().stream().findFirst();
    }

    public static int mtu(OptionalInt mtu) {
        return sane(mtu).orElse(ETHERNET);
    }

    /** What no device takes is as if not said: a plan says so itself. */
    public static OptionalInt sane(OptionalInt mtu) {
        return mtu.isPresent() && mtu.getAsInt() >= LEAST_MTU && mtu.getAsInt() <= MOST_MTU ? mtu : OptionalInt.empty();
    }

    public static boolean isVlan(int id) {
        return id >= 1 && id <= 4094;
    }

    /** What of the kernel the plan asks for, had or not. */
    public Set<Feature> wanted() {
        return EnumSet.copyOf(wanted);
    }

    public void want(Feature feature) {
        wanted.add(feature);
    }

    /** What is asked for in a guest. */
    public void wantInGuest(Feature feature) {
        if (guests.equals(kernel)) {
            want(feature);
        } else {
            guests.words(Set.of(feature)).forEach(words -> remark("in guests: " + words));
        }
    }

    public LabBuild build(KubevirtVersion version, GuestKind guests) {
        return new LabBuild(
                version,
                guests,
                List.copyOf(places),
                wires,
                bridges,
                uppers,
                ports.stream()
                        .filter(port -> has(port.place(), port.device()) && has(port.place(), port.bridge()))
                        .toList(),
                tags.stream().filter(tag -> has(tag.place(), tag.port())).toList(),
                multus.definitions(),
                multus.pods(),
                nics,
                switches,
                List.copyOf(addresses),
                List.copyOf(routes),
                List.of());
    }
}
