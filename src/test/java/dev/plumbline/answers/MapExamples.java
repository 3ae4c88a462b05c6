package dev.plumbline.answers;

import static dev.plumbline.topology.Step.BOND;
import static dev.plumbline.topology.Step.MEMBER;
import static dev.plumbline.topology.Step.NAT;
import static dev.plumbline.topology.Step.OVS;
import static dev.plumbline.topology.Step.PEER;
import static dev.plumbline.topology.Step.ROUTE;
import static dev.plumbline.topology.Step.VIRTIO;
import static dev.plumbline.topology.Step.VLAN;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Mac;
import dev.plumbline.sources.Gathered;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Answers as {@code map} would give them: a controller with seven NICs, and odd ones. */
public final class MapExamples {

    public static final Scope NODE = Scope.node("rack-2");
    private static final String POD_NAME = "virt-launcher-ctl-0-x7k2p";
    private static final Scope POD = Scope.pod("cloud", POD_NAME);
    private static final Scope GUEST = Scope.guest("cloud", "ctl-0");
    private static final String SOURCE = "session.txt";

    private MapExamples() {}

    public static Origin line(int number, String text) {
        return new Origin(SOURCE, "", number, "", text);
    }

    /** Seven NICs: one by NAT, two under guest bridges of Open vSwitch, four of them on one node bridge. */
    public static MapAnswer sevenNics() {
        List<Nic> nics = new ArrayList<>();
        nics.add(natted());
        nics.add(bridged(2, "", "ctl", "10.20.1.10/24", 1500, "br-ctl", "ens1"));
        nics.add(bridged(3, "br-ext", "ext", "10.20.2.10/24", 1500, "br-ext", "ens2"));
        nics.add(bridged(4, "", "api", "10.20.3.10/24", 1500, "br-data", "ens3"));
        nics.add(bridged(5, "", "stor", "10.20.4.10/24", 9000, "br-data", "ens3"));
        nics.add(bridged(6, "", "storm", "10.20.5.10/24", 1500, "br-data", "ens3"));
        nics.add(bridged(7, "br-ten", "ten", "10.20.6.10/24", 9000, "br-data", "ens3"));
        Topology topology = new Topology(
                List.of(new Machine("vm", "cloud", "ctl-0", "running", List.of(placement("active", "rack-2")), nics)),
                List.of(
                        other("vethaa01", "br-ctl", "not this VM's, owner unknown"),
                        other("vethaa02", "br-data", "not this VM's, owner unknown"),
                        other("vethaa03", "br-data", "its interface 5 pairs with 62")),
                List.of(
                        segment("br-ctl", "vethbb02", "ens1"),
                        segment("br-data", "vethbb04", "vethbb05", "vethbb06", "vethbb07", "ens3"),
                        segment("br-ext", "vethbb03", "ens2")),
                devices(nics));
        return new MapAnswer(
                List.of(new Gathered.Named(SOURCE, "transcript")),
                topology,
                List.of(
                        new Need(
                                "n1",
                                List.of("ctl-0/nic3", "ctl-0/nic7"),
                                "the guest's OVS ports",
                                "guest/cloud/ctl-0",
                                "ovs-vsctl show",
                                "ssh admin@10.20.1.10 sudo ovs-vsctl show",
                                "guest shell"),
                        new Need(
                                "n2",
                                List.of("node/rack-2:br-data", "networks-share-untagged-segment"),
                                "VLANs on br-data",
                                "node/rack-2",
                                "bridge -j vlan show",
                                "oc debug node/rack-2 -- chroot /host bridge -j vlan show",
                                "create pods/debug")),
                List.of(new Finding(
                        "f1",
                        "mtu-narrows",
                        Finding.Severity.WARNING,
                        "9000 in the guest, 1500 at vethbb05",
                        List.of("node/rack-2:vethbb05"),
                        List.of("ctl-0/nic5"),
                        "frames above 1500 bytes are dropped",
                        "set 9000 in the network's definition",
                        List.of(line(64, "65: vethbb05@if7: <UP> mtu 1500 master br-data")))),
                List.of(new Skipped(line(9, "$ uptime"), "uptime", "tells nothing of the network")),
                List.of());
    }

    /** What evidence leaves open: a gap, one of several, observations that disagree, a fork, a migration. */
    public static MapAnswer odd() {
        Scope pod = Scope.pod("lab", "virt-launcher-web-1-aaaaa");
        Scope guest = Scope.guest("lab", "web-1");
        Scope node = Scope.node("rack-3");
        Hop tap = HopExample.at(pod, "tap0", new Kind.Tap()).index(9).mtu(1500).hop();
        List<Nic> nics = List.of(
                nic(
                        "tap0",
                        "",
                        "",
                        "02:10:00:00:00:01",
                        List.of(),
                        unknownNetwork(),
                        path(
                                "active",
                                "unknown",
                                tap,
                                HopExample.gap(pod, "no bridge listing of the pod")
                                        .hop())),
                nic(
                        "eth1",
                        "",
                        "eth1",
                        "02:10:00:00:00:02",
                        List.of(
                                address("192.0.2.7/24", "eth1", "observed"),
                                address("2001:db8::7/64", "eth1", "configured"),
                                address("192.0.2.8/24", "eth1", "observed")),
                        network("", Verdict.AMBIGUOUS, "by-order", "blue", "green", "red"),
                        path(
                                "active",
                                "unknown",
                                HopExample.at(guest, "eth1", new Kind.Link())
                                        .index(3)
                                        .mtu(1500)
                                        .hop(),
                                HopExample.gap(pod, "two taps share the MAC")
                                        .by(VIRTIO, "domain-mac")
                                        .weak(Verdict.AMBIGUOUS, "two taps share the MAC")
                                        .candidate("tap1", "its MAC", line(31, "tap1 bridge 02:10:00:00:00:02"))
                                        .candidate("tap2", "its MAC", line(32, "tap2 bridge 02:10:00:00:00:02"))
                                        .hop())),
                nic(
                        "nic9",
                        "nic9",
                        "bond0",
                        "02:10:00:00:00:03",
                        List.of(address("198.51.100.9/24", "bond0", "observed")),
                        network("fabric", Verdict.PROVEN, "network-status"),
                        path(
                                "active",
                                "nic",
                                HopExample.at(guest, "bond0", new Kind.Bond(List.of("eth2")))
                                        .index(5)
                                        .mtu(9000)
                                        .hop(),
                                HopExample.at(pod, "tap3", new Kind.Tap())
                                        .index(12)
                                        .mtu(9000)
                                        .by(VIRTIO, "domain-mac")
                                        .seen(line(33, "tap3 bridge 02:10:00:00:00:03"))
                                        .hop(),
                                HopExample.at(pod, "k6t-net3", new Kind.Bridge())
                                        .index(14)
                                        .mtu(9000)
                                        .by(MEMBER, "kernel-master")
                                        .hop(),
                                HopExample.at(pod, "net3", new Kind.Veth(OptionalInt.of(40), OptionalInt.empty()))
                                        .index(6)
                                        .mtu(9000)
                                        .by(MEMBER, "kernel-master")
                                        .hop(),
                                HopExample.at(node, "veth03", new Kind.Veth(OptionalInt.of(6), OptionalInt.empty()))
                                        .index(40)
                                        .mtu(1500)
                                        .by(PEER, "index-pair")
                                        .premise("the pod has not been restarted in between")
                                        .seen(line(50, "40: veth03@if6"))
                                        .hop(),
                                HopExample.at(node, "br-a", new Kind.Bridge())
                                        .index(9)
                                        .by(MEMBER, "kernel-master")
                                        .hop(),
                                HopExample.at(node, "vlan20", new Kind.Vlan(OptionalInt.of(20), Optional.of("bond1")))
                                        .index(8)
                                        .by(MEMBER, "kernel-master")
                                        .hop(),
                                HopExample.at(node, "bond1", new Kind.Bond(List.of("ens1", "ens2")))
                                        .index(7)
                                        .by(VLAN, "vlan-base")
                                        .also(
                                                "bonding-file",
                                                "Slave Interface: ens1",
                                                line(80, "Slave Interface: ens1"))
                                        .hop(),
                                HopExample.at(node, "ens1", new Kind.Nic("bus parent"))
                                        .by(BOND, "kernel-master")
                                        .seen(line(52, "ens1 master bond1"))
                                        .member("ens1", BOND, line(52, "ens1 master bond1"))
                                        .member("ens2", BOND, line(53, "ens2 master bond1"))
                                        .hop()),
                        path(
                                "target",
                                "unknown",
                                HopExample.at(guest, "bond0", new Kind.Bond(List.of("eth2")))
                                        .index(5)
                                        .mtu(9000)
                                        .hop(),
                                HopExample.gap(Scope.pod("lab", "virt-launcher-web-1-bbbbb"), "target pod not seen")
                                        .hop())),
                nic(
                        "nic10",
                        "",
                        "eth5",
                        "02:10:00:00:00:05",
                        List.of(),
                        unknownNetwork(),
                        path(
                                "active",
                                "link",
                                HopExample.at(guest, "eth5", new Kind.Link()).hop(),
                                HopExample.at(pod, "tap5", new Kind.Tap())
                                        .by(VIRTIO, "domain-mac")
                                        .weak(Verdict.CONTRADICTED, "two listings disagree")
                                        .candidate("tap5", "first listing", line(70, "tap5"))
                                        .candidate("tap6", "second listing", line(90, "tap6"))
                                        .seen(line(70, "tap5"), line(90, "tap6"))
                                        .hop())));
        Machine web = new Machine(
                "vm",
                "lab",
                "web-1",
                "migrating",
                List.of(
                        new Machine.Placement(
                                "source",
                                Optional.of("rack-3"),
                                Optional.of("virt-launcher-web-1-aaaaa"),
                                Optional.empty(),
                                Verdict.INFERRED,
                                "vmi-row",
                                List.of("the row without a namespace is of lab, the only one named"),
                                List.of(line(3, "web-1 Running rack-3"))),
                        new Machine.Placement(
                                "target",
                                Optional.empty(),
                                Optional.of("virt-launcher-web-1-bbbbb"),
                                Optional.of("8d1c"),
                                Verdict.UNKNOWN,
                                "",
                                List.of(),
                                List.of())),
                nics);
        Machine bare = new Machine("vm", "", "db-1", "", List.of(), List.of());
        return new MapAnswer(
                List.of(new Gathered.Named("a.txt", "transcript"), new Gathered.Named("must gather.tar", "archive")),
                new Topology(List.of(bare, web), List.of(), List.of(), devices(nics)),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Problem(
                        new Origin("must gather.tar", "nodes/x/ip_link", 3, "", "{"), "end of text", "a value")));
    }

    /** Names that try to draw on the terminal, start new rows, or turn the text around. */
    public static MapAnswer hostile() {
        String evil = "\u001b[31mred\u001b[0m\nnic9 fake\u202egnp\u0007\u009b2J\u2028\ud800";
        Scope node = new Scope(Scope.Kind.NODE, "", evil, "");
        Nic nic = new Nic(
                evil,
                Optional.of(new Nic.Alias(evil, Verdict.INFERRED, evil, List.of())),
                Optional.of(evil),
                Optional.empty(),
                OptionalInt.of(-1),
                List.of(new Nic.NicAddress(evil, evil, evil, List.of())),
                new Nic.Network(Optional.of(evil), Verdict.INFERRED, evil, List.of(evil, "b"), List.of()),
                path(
                        "active",
                        "unknown",
                        HopExample.at(node, evil, new Kind.Other(evil))
                                .weak(Verdict.INFERRED, evil)
                                .premise(evil)
                                .also(evil, evil, line(1, evil))
                                .seen(new Origin(evil, evil, 4, "/a/\u001b", evil))
                                .hop()),
                List.of());
        Machine machine = new Machine(
                "vm",
                evil,
                evil,
                evil,
                List.of(new Machine.Placement(
                        "active",
                        Optional.of(evil),
                        Optional.of(evil),
                        Optional.of(evil),
                        Verdict.INFERRED,
                        evil,
                        List.of(evil),
                        List.of(line(2, evil)))),
                List.of(nic));
        return new MapAnswer(
                List.of(new Gathered.Named(evil, evil)),
                new Topology(
                        List.of(machine),
                        List.of(new Topology.Other(new DeviceId(node, evil), evil, Verdict.UNKNOWN, evil)),
                        List.of(new Topology.Segment(
                                new DeviceId(node, evil), OptionalInt.empty(), false, List.of(evil))),
                        List.of()),
                List.of(new Need(evil, List.of(evil + "/" + evil), evil, evil, evil, evil, evil)),
                List.of(new Finding(
                        evil,
                        evil,
                        Finding.Severity.ERROR,
                        evil,
                        List.of(evil),
                        List.of(evil + "/" + evil),
                        evil,
                        evil,
                        List.of(line(5, evil)))),
                List.of(new Skipped(line(6, evil), evil, evil)),
                List.of(new Problem(line(7, evil), evil, evil)));
    }

    /** Two VMs of one name in two namespaces. */
    public static Topology twins() {
        Machine one = sevenNics().topology().machines().getFirst();
        Machine other = new Machine(
                "vm", "test", "ctl-0", "running", List.of(), one.nics().subList(1, 2));
        return new Topology(List.of(one, other), List.of(), List.of(), devices(one.nics()));
    }

    private static Nic natted() {
        return nic(
                "nic1",
                "nic1",
                "ens3",
                "02:20:00:00:00:01",
                List.of(address("10.0.2.2/24", "ens3", "configured")),
                new Nic.Network(Optional.of("pod network"), Verdict.PROVEN, "masquerade", List.of(), List.of()),
                path(
                        "active",
                        "cluster-network",
                        HopExample.at(GUEST, "ens3", new Kind.Link())
                                .index(2)
                                .mac("02:20:00:00:00:01")
                                .mtu(1450)
                                .seen(line(150, "2: ens3: mtu 1450"))
                                .hop(),
                        HopExample.at(POD, "tap0", new Kind.Tap())
                                .index(9)
                                .mtu(1450)
                                .by(VIRTIO, "domain-mac")
                                .seen(line(99, "tap0 02:20:00:00:00:01"), line(151, "link/ether 02:20:00:00:00:01"))
                                .hop(),
                        HopExample.at(POD, "k6t-eth0", new Kind.Bridge())
                                .index(8)
                                .mtu(1450)
                                .by(MEMBER, "kernel-master")
                                .seen(line(134, "9: tap0: master k6t-eth0"))
                                .hop(),
                        HopExample.at(POD, "eth0", new Kind.Link())
                                .index(3)
                                .mtu(1450)
                                .by(NAT, "masquerade")
                                .weak(Verdict.INFERRED, "")
                                .seen(line(130, "3: eth0@if60"))
                                .hop(),
                        HopExample.at(Scope.ofCluster(), "cluster network", new Kind.ClusterNetwork())
                                .by(ROUTE, "masquerade")
                                .weak(Verdict.INFERRED, "the pod's default route")
                                .hop()));
    }

    private static Nic bridged(int n, String ovs, String network, String cidr, int mtu, String bridge, String uplink) {
        String mac = "02:20:00:00:00:0" + n;
        String ens = "ens" + (n + 2);
        String tap = "tap" + (n - 1);
        String k6t = "k6t-net" + (n - 1);
        String net = "net" + (n - 1);
        String veth = "vethbb0" + n;
        List<Hop> hops = new ArrayList<>();
        if (!ovs.isEmpty()) {
            hops.add(HopExample.at(GUEST, ovs, new Kind.OvsBridge())
                    .index(20 + n)
                    .mtu(mtu)
                    .seen(line(200 + n, ovs))
                    .hop());
        }
        HopExample guest = HopExample.at(GUEST, ens, new Kind.Link())
                .index(n + 1)
                .mac(mac)
                .mtu(mtu)
                .seen(line(300 + n, "nic" + n + " mapped to: " + ens));
        hops.add((ovs.isEmpty() ? guest : guest.by(OVS, "os-net-config").weak(Verdict.INFERRED, "guest OVS")).hop());
        hops.add(HopExample.at(POD, tap, new Kind.Tap())
                .index(10 + n)
                .mtu(mtu)
                .by(VIRTIO, "domain-mac")
                .seen(line(98 + n, tap + " bridge " + mac), line(150 + n, "link/ether " + mac))
                .hop());
        hops.add(HopExample.at(POD, k6t, new Kind.Bridge())
                .index(30 + n)
                .mtu(mtu)
                .by(MEMBER, "kernel-master")
                .seen(line(134 + n, tap + ": <UP> mtu " + mtu + " master " + k6t))
                .hop());
        hops.add(HopExample.at(POD, net, new Kind.Veth(OptionalInt.of(60 + n), OptionalInt.of(0)))
                .index(n + 2)
                .mtu(mtu)
                .by(MEMBER, "kernel-master")
                .seen(line(126 + n, net + "@if6" + n + ": master " + k6t))
                .hop());
        hops.add(HopExample.at(NODE, veth, new Kind.Veth(OptionalInt.of(n + 2), OptionalInt.of(5)))
                .index(60 + n)
                .mtu(mtu)
                .by(PEER, "index-pair")
                .seen(line(60 + n, veth + "@if" + (n + 2) + ": master " + bridge), line(126 + n, net + "@if6" + n))
                .hop());
        hops.add(HopExample.at(NODE, bridge, new Kind.Bridge())
                .index(11)
                .mtu(mtu)
                .by(MEMBER, "kernel-master")
                .seen(line(60 + n, veth + "@if" + (n + 2) + ": master " + bridge))
                .hop());
        Kind kind = uplink.equals("ens3") ? new Kind.Nic("bus parent 0000:03:00.0") : new Kind.Link();
        hops.add(HopExample.at(NODE, uplink, kind)
                .index(5)
                .mtu(9000)
                .by(MEMBER, "kernel-master")
                .seen(line(72, "5: " + uplink + ": master " + bridge))
                .hop());
        return nic(
                "nic" + n,
                "nic" + n,
                ens,
                mac,
                List.of(address(cidr, ovs.isEmpty() ? ens : ovs, "configured")),
                bridge.equals("br-data")
                        ? network(network, Verdict.INFERRED, "operator-order", "api", "stor", "storm", "ten")
                        : network(network, Verdict.INFERRED, "operator-order", network),
                path("active", kind.word(), hops.toArray(Hop[]::new)));
    }

    private static Nic nic(
            String ref,
            String alias,
            String name,
            String mac,
            List<Nic.NicAddress> addresses,
            Nic.Network network,
            NicPath path,
            NicPath... others) {
        OptionalInt mtu =
                path.hops().stream().flatMapToInt(hop -> hop.mtu().stream()).min();
        return new Nic(
                ref,
                alias.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Nic.Alias(
                                alias,
                                Verdict.PROVEN,
                                "os-net-config-log",
                                List.of(line(320, alias + " mapped to: " + name)))),
                name.isEmpty() ? Optional.empty() : Optional.of(name),
                Mac.parse(mac),
                mtu,
                addresses,
                network,
                path,
                List.of(others));
    }

    private static NicPath path(String state, String end, Hop... hops) {
        return new NicPath(
                state,
                List.of(hops),
                Verdict.weakest(List.of(hops).stream().map(Hop::verdict).toList()),
                end);
    }

    private static Nic.NicAddress address(String cidr, String device, String basis) {
        return new Nic.NicAddress(cidr, device, basis, List.of(line(400, "ip_netmask: " + cidr)));
    }

    private static Nic.Network network(String name, Verdict verdict, String rule, String... candidates) {
        return new Nic.Network(
                name.isEmpty() ? Optional.empty() : Optional.of(name),
                verdict,
                rule,
                List.of(candidates),
                List.of(line(41, "net-attach-def " + name)));
    }

    private static Nic.Network unknownNetwork() {
        return new Nic.Network(Optional.empty(), Verdict.UNKNOWN, "", List.of(), List.of());
    }

    private static Machine.Placement placement(String role, String node) {
        return new Machine.Placement(
                role,
                Optional.of(node),
                Optional.of(POD_NAME),
                Optional.of("4f0e"),
                Verdict.PROVEN,
                "vmi-domain",
                List.of(),
                List.of(line(12, "ctl-0 Running 10.0.2.2 rack-2"), line(91, "1 cloud_ctl-0 running")));
    }

    private static Topology.Other other(String device, String bridge, String why) {
        return new Topology.Other(new DeviceId(NODE, device), bridge, Verdict.UNKNOWN, why);
    }

    private static Topology.Segment segment(String bridge, String... devices) {
        return new Topology.Segment(new DeviceId(NODE, bridge), OptionalInt.empty(), false, List.of(devices));
    }

    private static List<Device> devices(List<Nic> nics) {
        TreeMap<DeviceId, Device> devices = new TreeMap<>();
        nics.forEach(nic -> nic.path()
                .hops()
                .forEach(hop -> hop.name()
                        .ifPresent(name -> devices.put(
                                new DeviceId(hop.scope(), name), HopExample.device(hop.scope(), name, hop.kind())))));
        DeviceId stranger = new DeviceId(NODE, "vethaa01");
        devices.put(stranger, HopExample.device(NODE, "vethaa01", new Kind.Link()));
        return List.copyOf(devices.values());
    }
}
