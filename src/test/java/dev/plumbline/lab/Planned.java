package dev.plumbline.lab;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Settings;
import dev.plumbline.topology.Step;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A planned topology in the making, as wiring leaves it: two VMs on nodes that no one knows. */
public final class Planned {

    public static final Scope NODE = Scope.node("*");
    private static final OptionalInt UNKNOWN = OptionalInt.empty();

    private final TreeMap<DeviceId, Device> devices = new TreeMap<>();
    private final List<Machine> machines = new ArrayList<>();
    private final List<Settings.HeldAddress> addresses = new ArrayList<>();
    private final List<Settings.HeldRoute> routes = new ArrayList<>();
    private final List<Settings.PortTag> tags = new ArrayList<>();

    public static Origin line(int number) {
        return new Origin("plan.yaml", "", number, "", "");
    }

    public Device device(Scope scope, String name, Kind kind, Optional<Mac> mac, OptionalInt mtu, String master) {
        Device device = new Device(
                new DeviceId(scope, name),
                kind,
                OptionalInt.empty(),
                mac,
                mtu,
                Optional.empty(),
                List.of(),
                Optional.of(master).filter(text -> !text.isEmpty()),
                List.of(line(7)));
        devices.put(device.id(), device);
        return device;
    }

    public void nodeBridge(String name, String uplink, int mtu) {
        device(NODE, name, new Kind.Bridge(), Optional.empty(), OptionalInt.of(mtu), "");
        device(
                NODE,
                uplink,
                new Kind.Nic("a policy asks for type ethernet"),
                Optional.empty(),
                OptionalInt.of(mtu),
                name);
    }

    public void route(Scope scope, String destination, String via) {
        routes.add(new Settings.HeldRoute(
                scope, destination, Optional.of(via), Optional.empty(), "planned", List.of(line(9))));
    }

    public void tag(String port, int vlan) {
        tags.add(new Settings.PortTag(new DeviceId(NODE, port), vlan, true, true, List.of(line(8))));
    }

    private static Hop hop(Device device, Optional<Step> step) {
        return new Hop(
                device.id().scope(),
                Optional.of(device.id().name()),
                device.kind(),
                OptionalInt.empty(),
                device.mac(),
                device.mtu(),
                Optional.empty(),
                step,
                Verdict.INFERRED,
                "planned",
                device.evidence(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    /** A VM's NICs, a line each: network, node bridge (empty for the pod network), address, Open vSwitch bridge or none. */
    public void vm(String name, int lastMac, String... lines) {
        Scope guest = Scope.guest("shop", name);
        Scope pod = Scope.pod("shop", "virt-launcher-" + name + "-*");
        List<Nic> nics = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            String[] words = lines[i].split(" ", -1);
            nics.add(nic(guest, pod, name, i, new Mac("02:7e:90:00:00:" + (lastMac + i)), words));
        }
        Machine.Placement placement = new Machine.Placement(
                "active",
                Optional.of(NODE.name()),
                Optional.of(pod.name()),
                Optional.empty(),
                Verdict.INFERRED,
                "node-open",
                List.of(),
                List.of());
        machines.add(new Machine("vm", "shop", name, "planned", List.of(placement), nics));
    }

    private Nic nic(Scope guest, Scope pod, String vm, int i, Mac mac, String[] words) {
        boolean masquerade = words[1].isEmpty();
        String over = words.length > 3 ? words[3] : "";
        String inPod = masquerade ? "eth0" : "net" + i;
        String bridge = "k6t-" + inPod;
        OptionalInt mtu =
                masquerade ? UNKNOWN : devices.get(new DeviceId(NODE, words[1])).mtu();
        String nic = "enp" + (i + 1) + "s0";
        List<Hop> hops = new ArrayList<>();
        if (!over.isEmpty()) {
            hops.add(hop(device(guest, over, new Kind.OvsBridge(), Optional.empty(), mtu, ""), Optional.empty()));
        }
        hops.add(hop(
                device(guest, nic, new Kind.Nic(""), Optional.of(mac), mtu, over),
                over.isEmpty() ? Optional.empty() : Optional.of(Step.OVS)));
        hops.add(hop(device(pod, "tap" + i, new Kind.Tap(), Optional.empty(), mtu, bridge), Optional.of(Step.VIRTIO)));
        hops.add(hop(device(pod, bridge, new Kind.Bridge(), Optional.empty(), mtu, ""), Optional.of(Step.MEMBER)));
        Kind veth = new Kind.Veth(OptionalInt.empty(), OptionalInt.empty());
        hops.add(hop(
                device(pod, inPod, veth, Optional.empty(), mtu, masquerade ? "" : bridge),
                Optional.of(masquerade ? Step.NAT : Step.MEMBER)));
        if (masquerade) {
            addresses.add(
                    new Settings.HeldAddress(new DeviceId(pod, bridge), "10.0.2.1/24", "planned", List.of(line(3))));
        } else {
            String name = "veth*" + vm + "." + inPod;
            hops.add(hop(device(NODE, name, veth, Optional.empty(), mtu, words[1]), Optional.of(Step.PEER)));
            hops.add(hop(devices.get(new DeviceId(NODE, words[1])), Optional.of(Step.MEMBER)));
        }
        String holder = over.isEmpty() ? nic : over;
        return new Nic(
                words[0],
                Optional.empty(),
                Optional.of(nic),
                Optional.of(mac),
                mtu,
                List.of(new Nic.NicAddress(words[2], holder, "planned", List.of(line(5)))),
                new Nic.Network(Optional.of(words[0]), Verdict.INFERRED, "planned", List.of(), List.of()),
                new NicPath("planned", hops, Verdict.INFERRED, masquerade ? "cluster-network" : "nic"),
                List.of());
    }

    public Topology topology() {
        return new Topology(
                machines, List.of(), List.of(), List.copyOf(devices.values()), new Settings(addresses, routes, tags));
    }
}
