package dev.plumbline.answers;

import static dev.plumbline.answers.MapParts.NODE;
import static dev.plumbline.answers.MapParts.SOURCE;
import static dev.plumbline.answers.MapParts.address;
import static dev.plumbline.answers.MapParts.devices;
import static dev.plumbline.answers.MapParts.line;
import static dev.plumbline.answers.MapParts.network;
import static dev.plumbline.answers.MapParts.nic;
import static dev.plumbline.answers.MapParts.path;
import static dev.plumbline.topology.Step.MEMBER;
import static dev.plumbline.topology.Step.NAT;
import static dev.plumbline.topology.Step.OVS;
import static dev.plumbline.topology.Step.PEER;
import static dev.plumbline.topology.Step.ROUTE;
import static dev.plumbline.topology.Step.VIRTIO;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.sources.Gathered;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A controller with seven NICs: one by NAT, two under guest bridges of Open vSwitch, four of them on one node bridge. */
final class SevenNics {

    private static final String POD_NAME = "virt-launcher-ctl-0-x7k2p";
    private static final Scope POD = Scope.pod("cloud", POD_NAME);
    private static final Scope GUEST = Scope.guest("cloud", "ctl-0");

    private SevenNics() {}

    static MapAnswer answer() {
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
}
