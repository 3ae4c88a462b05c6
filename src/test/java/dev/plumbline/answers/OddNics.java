package dev.plumbline.answers;

import static dev.plumbline.answers.MapParts.address;
import static dev.plumbline.answers.MapParts.devices;
import static dev.plumbline.answers.MapParts.line;
import static dev.plumbline.answers.MapParts.network;
import static dev.plumbline.answers.MapParts.nic;
import static dev.plumbline.answers.MapParts.path;
import static dev.plumbline.answers.MapParts.unknownNetwork;
import static dev.plumbline.topology.Step.BOND;
import static dev.plumbline.topology.Step.MEMBER;
import static dev.plumbline.topology.Step.PEER;
import static dev.plumbline.topology.Step.VIRTIO;
import static dev.plumbline.topology.Step.VLAN;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.sources.Gathered;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What evidence leaves open: a gap, one of several, observations that disagree, a fork, a migration. */
final class OddNics {

    private OddNics() {}

    static MapAnswer answer() {
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
}
