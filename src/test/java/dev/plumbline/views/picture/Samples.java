package dev.plumbline.views.picture;

import static dev.plumbline.evidence.Verdict.AMBIGUOUS;
import static dev.plumbline.evidence.Verdict.CONTRADICTED;
import static dev.plumbline.evidence.Verdict.INFERRED;
import static dev.plumbline.evidence.Verdict.PROVEN;
import static dev.plumbline.evidence.Verdict.UNKNOWN;

import dev.plumbline.answers.Finding;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.Need;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.sources.Gathered;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Step;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Answers to draw: a controller with seven NICs, several on two nodes, and whatever may go wrong. */
final class Samples {

    private static final List<String> VETHS =
            List.of("", "vethdf55ad06", "veth2bc8b822", "veth6da88e10", "vethf037a556", "veth84e51668", "vethd2a7bafb");
    private static final List<String> NETWORKS =
            List.of("pod network", "ctlplane", "external", "internalapi", "storage", "storagemgmt", "tenant");
    private static final List<String> BRIDGES =
            List.of("", "br-ctlplane", "br-ex", "br-osp", "br-osp", "br-osp", "br-osp");
    private static final List<String> LINKS = List.of("", "enp1s0", "enp6s0", "enp7s0", "enp7s0", "enp7s0", "enp7s0");
    private static final List<String> ADDRESSES = List.of(
            "10.0.2.2/24",
            "172.22.0.12%d/24",
            "10.0.0.2%d/24",
            "172.17.0.2%d/24",
            "172.18.0.2%d/24",
            "172.19.0.2%d/24",
            "172.20.0.2%d/24");

    private Samples() {}

    /** One controller: masquerade, two OVS bridges in the guest, four networks over one NIC. */
    static MapAnswer seven() {
        Scope node = Scope.node("ostest-worker-1");
        return answer(
                List.of(controller(0, "ostest-worker-1", PROVEN)),
                List.of(
                        other(node, "vethab0fe004", "br-ctlplane"), other(node, "veth27141d1f", "br-ex"),
                        other(node, "veth3e93b5bb", "br-osp"), other(node, "veth3e93b5bc", "br-osp")),
                List.of());
    }

    static MapAnswer sevenWithFindings() {
        MapAnswer plain = seven();
        return new MapAnswer(plain.sources(), plain.topology(), needs(), findings(), List.of(), List.of());
    }

    /** Three controllers on two nodes. */
    static MapAnswer three() {
        Scope node = Scope.node("ostest-worker-1");
        return answer(
                List.of(
                        controller(0, "ostest-worker-1", PROVEN),
                        controller(1, "ostest-worker-2", PROVEN),
                        controller(2, "ostest-worker-1", INFERRED)),
                List.of(other(node, "vethab0fe004", "br-osp")),
                findings());
    }

    /** So many controllers, three a node. */
    static MapAnswer many(int machines) {
        List<Machine> all = new ArrayList<>();
        for (int i = 0; i < machines; i++) {
            all.add(controller(i, "worker-%03d".formatted(i / 3), PROVEN));
        }
        return answer(all, List.of(), List.of());
    }

    static Machine controller(int n, String nodeName, Verdict placed) {
        Scope guest = Scope.guest("openstack", "controller-" + n);
        Scope pod = Scope.pod("openstack", "virt-launcher-controller-" + n + "-hp6w8");
        Scope node = Scope.node(nodeName);
        List<Nic> nics = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            int mtu = i == 0 ? 1450 : i == 4 || i == 6 ? 9000 : 1500;
            LaneOf lane = new LaneOf("nic" + (i + 1), ADDRESSES.get(i).formatted(n))
                    .on(NETWORKS.get(i), i == 0 ? PROVEN : INFERRED)
                    .mac("02:7e:90:00:%02x:%02x".formatted(n, 0x4d + i))
                    .mtu(mtu);
            if (i == 2 || i == 6) {
                lane.first(guest, i == 2 ? "br-ex" : "br-tenant", new Kind.OvsBridge(), 10);
                lane.hop(guest, "enp" + (i + 1) + "s0", new Kind.Nic("bus parent"), i + 2, Step.OVS, INFERRED);
            } else {
                lane.first(guest, "enp" + (i + 1) + "s0", new Kind.Nic("bus parent"), i + 2);
            }
            lane.hop(pod, "tap" + i, new Kind.Tap(), 11 + 2 * i, Step.VIRTIO, PROVEN);
            if (i == 0) {
                lane.hop(pod, "k6t-eth0", new Kind.Bridge(), 10, Step.MEMBER, PROVEN);
                lane.hop(pod, "eth0", new Kind.Veth(OptionalInt.empty(), OptionalInt.empty()), 3, Step.NAT, INFERRED);
                lane.hop(Scope.ofCluster(), "cluster network", new Kind.ClusterNetwork(), 0, Step.ROUTE, INFERRED);
            } else {
                int outer = 60 + i + 20 * n;
                lane.hop(pod, "k6t-net" + i, new Kind.Bridge(), 10 + 2 * i, Step.MEMBER, PROVEN);
                lane.hop(pod, "net" + i, veth(outer), 3 + i, Step.MEMBER, PROVEN);
                String name = n == 0 ? VETHS.get(i) : "veth%08x".formatted(0x72c068a7 + 31 * i + 977 * n);
                lane.hop(node, name, veth(3 + i), outer, Step.PEER, PROVEN);
                int wide = i < 3 ? 1500 : 9000;
                lane.mtu(wide);
                lane.hop(node, BRIDGES.get(i), new Kind.Bridge(), i == 1 ? 12 : i == 2 ? 38 : 11, Step.MEMBER, PROVEN);
                int uplink = i == 1 ? 2 : i == 2 ? 4 : 5;
                lane.hop(node, LINKS.get(i), new Kind.Nic("bus parent"), uplink, Step.MEMBER, PROVEN);
                lane.mtu(mtu);
            }
            nics.add(lane.nic());
        }
        Machine.Placement placement = new Machine.Placement(
                "active",
                Optional.of(nodeName),
                Optional.of(pod.name()),
                Optional.empty(),
                placed,
                "vmi-domain",
                List.of(),
                List.of(new Origin("notes.txt", "", 12, "", "controller-" + n + "  Running  " + nodeName)));
        return new Machine("vm", "openstack", "controller-" + n, "running", List.of(placement), nics);
    }

    /** Everything that evidence may leave open, one NIC each. */
    static MapAnswer broken() {
        Scope guest = Scope.guest("openstack", "odd-0");
        Scope pod = Scope.pod("openstack", "virt-launcher-odd-0-x7k2p");
        Scope node = Scope.node("worker-a");
        Kind.Nic nic = new Kind.Nic("bus parent");
        List<Nic> nics = List.of(
                inPod(
                                new LaneOf("nic1", "10.8.0.4/24")
                                        .on("blue", PROVEN)
                                        .mac("02:00:5e:10:00:01")
                                        .mtu(1500)
                                        .first(guest, "eth0", nic, 2),
                                pod,
                                0)
                        .hop(node, "veth01ab", veth(4), 31, Step.PEER, PROVEN)
                        .gap(node, Step.MEMBER, "its master was not seen")
                        .nic(),
                inPod(
                                new LaneOf("nic2", "10.8.1.4/24")
                                        .on("green", INFERRED)
                                        .mac("02:00:5e:10:00:02")
                                        .mtu(1500)
                                        .first(guest, "eth1", nic, 3),
                                pod,
                                1)
                        .oneOf(node, veth(5), Step.PEER, AMBIGUOUS, "vethdf55ad06", "vethf037a556")
                        .nic(),
                inPod(
                                new LaneOf("nic3", "10.8.2.4/24")
                                        .onOneOf("red", "yellow")
                                        .mac("02:00:5e:10:00:03")
                                        .mtu(1400)
                                        .first(guest, "eth2", nic, 4),
                                pod,
                                2)
                        .oneOf(node, veth(6), Step.PEER, CONTRADICTED, "vethaaaa0001", "vethbbbb0002")
                        .nic(),
                inPod(new LaneOf("tap3", "").on("storage", UNKNOWN).mac("02:00:5e:10:00:04"), pod, 3)
                        .hop(node, "veth04ab", veth(7), 34, Step.PEER, PROVEN)
                        .hop(node, "br-mgmt", new Kind.Bridge(), 9, Step.MEMBER, PROVEN)
                        .hop(node, "eno3", new Kind.Link(), 3, Step.MEMBER, PROVEN)
                        .nic(),
                inPod(
                                new LaneOf("nic5", "10.8.4.4/24")
                                        .on("tenant", PROVEN)
                                        .mac("02:00:5e:10:00:05")
                                        .mtu(9000)
                                        .first(guest, "eth4", nic, 6),
                                pod,
                                4)
                        .hop(node, "veth05ab", veth(8), 35, Step.PEER, PROVEN)
                        .hop(node, "br-tenant", new Kind.Bridge(), 10, Step.MEMBER, PROVEN)
                        .hop(
                                node,
                                "bond0.120",
                                new Kind.Vlan(OptionalInt.of(120), Optional.of("bond0")),
                                11,
                                Step.MEMBER,
                                PROVEN)
                        .fork(node, "bond0", new Kind.Bond(List.of("eno1", "eno2")), 8, Step.LOWER, "eno1", "eno2")
                        .nic(),
                inPod(
                                new LaneOf("nic6", "10.8.5.4/24")
                                        .on("dark", PROVEN)
                                        .mac("02:00:5e:10:00:06")
                                        .mtu(2000)
                                        .first(guest, "eth5", nic, 7),
                                pod,
                                5)
                        .down(node, "veth06ab", veth(9), 36, Step.PEER)
                        .hop(node, "br-dark", new Kind.Bridge(), 12, Step.MEMBER, PROVEN)
                        .nic(),
                new LaneOf("nic7", "")
                        .on("", UNKNOWN)
                        .mac("02:00:5e:10:00:07")
                        .mtu(1500)
                        .first(guest, "eth6", nic, 8)
                        .gap(pod, Step.VIRTIO, "no domain was seen")
                        .nic());
        Machine odd = machine("odd-0", Optional.of("worker-a"), Optional.of(pod.name()), INFERRED, nics);
        Machine lost = machine(
                "lost-1",
                Optional.empty(),
                Optional.empty(),
                UNKNOWN,
                List.of(
                        new LaneOf("nic1", "10.9.0.4/24")
                                .on("blue", INFERRED)
                                .mac("02:00:5e:20:00:01")
                                .mtu(1500)
                                .first(Scope.guest("openstack", "lost-1"), "eth0", nic, 2)
                                .gap(Scope.pod("openstack", "?"), Step.VIRTIO, "no pod was seen")
                                .nic(),
                        new LaneOf("nic2", "").on("", UNKNOWN).nic()));
        return answer(List.of(lost, odd), List.of(), List.of());
    }

    /** Names that would be markup, script, or too long. */
    static MapAnswer hostile() {
        String script = "<script>alert(1)</script>";
        String quotes = "\" onload=\"alert(2)' x='&amp;]]>";
        Scope guest = Scope.guest("open</text>stack", script);
        Scope pod = Scope.pod("n", quotes);
        Scope node = Scope.node("node\u0000\u001b[31m\u202Eexe.gpj");
        List<Nic> nics = List.of(
                inPod(
                                new LaneOf(quotes, script)
                                        .on(script, INFERRED)
                                        .mac("02:00:5e:30:00:01")
                                        .mtu(65000)
                                        .first(
                                                guest,
                                                "a-name-of-exactly-forty-characters-xxxx",
                                                new Kind.OvsBridge(),
                                                2)
                                        .hop(guest, quotes, new Kind.Other(script), 3, Step.OVS, INFERRED),
                                pod,
                                0)
                        .hop(node, "</svg><img src=x onerror=alert(3)>", veth(4), 31, Step.PEER, PROVEN)
                        .hop(node, "javascript:alert(4)", new Kind.Bridge(), 9, Step.MEMBER, PROVEN)
                        .hop(node, "日本語のインターフェース名前", new Kind.Nic("x"), 3, Step.MEMBER, PROVEN)
                        .nic(),
                inPod(
                                new LaneOf("nic2", "x".repeat(200))
                                        .on("n".repeat(90), PROVEN)
                                        .mtu(1500)
                                        .first(guest, "\ud800broken\uffff", new Kind.Nic("x"), 2),
                                pod,
                                1)
                        .oneOf(node, veth(4), Step.PEER, AMBIGUOUS, "a".repeat(40), "b".repeat(40), script)
                        .nic());
        Machine machine = machine(script, Optional.of(node.name()), Optional.of(quotes), PROVEN, nics);
        Finding finding = new Finding(
                "f1",
                script,
                Finding.Severity.ERROR,
                script + quotes,
                List.of(),
                List.of(),
                script,
                quotes,
                List.of(new Origin(script, quotes, 1, "", "</script><script>alert(5)</script><!--")));
        MapAnswer plain = answer(List.of(machine), List.of(), List.of());
        return new MapAnswer(
                List.of(new Gathered.Named(script, quotes)),
                plain.topology(),
                needs(),
                List.of(finding),
                List.of(),
                List.of());
    }

    static MapAnswer nothing() {
        return answer(List.of(), List.of(), List.of());
    }

    private static LaneOf inPod(LaneOf lane, Scope pod, int i) {
        return lane.hop(pod, "tap" + i, new Kind.Tap(), 21 + i, Step.VIRTIO, PROVEN)
                .hop(pod, "k6t-net" + i, new Kind.Bridge(), 11 + i, Step.MEMBER, PROVEN)
                .hop(pod, "net" + i, veth(31 + i), 4 + i, Step.MEMBER, PROVEN);
    }

    private static Kind.Veth veth(int peer) {
        return new Kind.Veth(OptionalInt.of(peer), OptionalInt.empty());
    }

    static Machine machine(String name, Optional<String> node, Optional<String> pod, Verdict verdict, List<Nic> nics) {
        return new Machine(
                "vm",
                "openstack",
                name,
                "running",
                List.of(new Machine.Placement(
                        "active", node, pod, Optional.empty(), verdict, "vmi-row", List.of(), List.of())),
                nics);
    }

    private static Topology.Other other(Scope node, String name, String on) {
        return new Topology.Other(new DeviceId(node, name), on, UNKNOWN, "not this pod's");
    }

    static MapAnswer answer(List<Machine> machines, List<Topology.Other> others, List<Finding> findings) {
        return new MapAnswer(
                List.of(new Gathered.Named("notes.txt", "transcript")),
                new Topology(machines, others, List.of(), List.of()),
                needs(),
                findings,
                List.of(),
                List.of());
    }

    private static List<Need> needs() {
        return List.of(new Need(
                "n1",
                List.of("controller-0/nic3"),
                "is enp3s0 a port of br-ex?",
                "guest/openstack/controller-0",
                "ovs-vsctl show",
                "virtctl ssh controller-0 -- sudo ovs-vsctl show",
                "guest shell"));
    }

    private static List<Finding> findings() {
        List<Origin> seen = List.of(new Origin("notes.txt", "", 76, "", "mtu 9000 master br-osp"));
        return List.of(
                new Finding(
                        "f1",
                        "mtu-narrows",
                        Finding.Severity.ERROR,
                        "nic4 sends 1500 into a bridge of 9000",
                        List.of("node/ostest-worker-1:br-osp"),
                        List.of("controller-0/nic4"),
                        "large frames die",
                        "raise the MTU",
                        seen),
                new Finding(
                        "f2",
                        "duplicate-address",
                        Finding.Severity.WARNING,
                        "172.18.0.20 is configured twice",
                        List.of(),
                        List.of("controller-0/nic5"),
                        "replies go astray",
                        "change one",
                        seen));
    }
}
