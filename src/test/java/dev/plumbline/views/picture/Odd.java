package dev.plumbline.views.picture;

import static dev.plumbline.evidence.Verdict.INFERRED;
import static dev.plumbline.evidence.Verdict.PROVEN;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.evidence.Scope;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Answers with uncommon devices. */
final class Odd {

    private Odd() {}

    /** A bond in the guest, VLANs over a bond in the node, a NIC handed through, a pod of its own. */
    static MapAnswer bonded() {
        Scope guest = Scope.guest("lab", "db-0");
        Scope pod = Scope.pod("lab", "virt-launcher-db-0-q1w2e");
        Scope node = Scope.node("worker-b");
        Kind.Nic nic = new Kind.Nic("bus parent");
        List<Nic> nics = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            LaneOf lane = new LaneOf("nic" + (i + 1), "10.4." + i + ".9/24")
                    .on(List.of("front", "front", "back", "backup").get(i), i == 3 ? INFERRED : PROVEN)
                    .mac("02:00:5e:40:00:0" + i)
                    .mtu(i < 2 ? 1500 : 9000);
            if (i < 2) {
                lane.first(guest, "bond1", new Kind.Bond(List.of("eth0", "eth1")), 9);
                lane.hop(guest, "eth" + i, nic, 2 + i, Step.BOND, PROVEN);
            } else {
                lane.first(guest, "eth" + i, nic, 2 + i);
            }
            lane.hop(pod, "tap" + i, new Kind.Tap(), 20 + i, Step.VIRTIO, PROVEN)
                    .hop(pod, "k6t-net" + i, new Kind.Bridge(), 10 + i, Step.MEMBER, PROVEN)
                    .hop(
                            pod,
                            "net" + i,
                            new Kind.Veth(OptionalInt.of(40 + i), OptionalInt.empty()),
                            4 + i,
                            Step.MEMBER,
                            PROVEN)
                    .hop(
                            node,
                            "veth40a" + i,
                            new Kind.Veth(OptionalInt.of(4 + i), OptionalInt.empty()),
                            40 + i,
                            Step.PEER,
                            PROVEN);
            int vlan = i < 2 ? 10 : i == 2 ? 20 : 30;
            Kind.Vlan tagged = new Kind.Vlan(OptionalInt.of(vlan), Optional.of("bond0"));
            lane.mtu(9000)
                    .hop(node, "br-" + vlan, new Kind.Bridge(), 50, Step.MEMBER, PROVEN)
                    .hop(node, "bond0." + vlan, tagged, 51, Step.MEMBER, PROVEN)
                    .fork(node, "bond0", new Kind.Bond(List.of("eno1", "eno2")), 8, Step.LOWER, "eno1", "eno2");
            nics.add(lane.nic());
        }
        nics.add(new LaneOf("nic5", "10.4.7.9/24")
                .on("fast", PROVEN)
                .mac("02:00:5e:40:00:07")
                .mtu(9000)
                .first(guest, "eth7", nic, 9)
                .hop(node, "ens3f0v2", nic, 17, Step.PASSTHROUGH, PROVEN)
                .nic());
        Machine vm = Samples.machine("db-0", Optional.of("worker-b"), Optional.of(pod.name()), PROVEN, nics);
        Scope plain = Scope.pod("lab", "collector-7d9f");
        Nic attached = new LaneOf("net1", "")
                .on("back", PROVEN)
                .mac("02:00:5e:41:00:01")
                .mtu(9000)
                .first(plain, "net1", new Kind.Veth(OptionalInt.of(61), OptionalInt.empty()), 3)
                .hop(node, "veth61ff", new Kind.Veth(OptionalInt.of(3), OptionalInt.empty()), 61, Step.PEER, PROVEN)
                .hop(node, "br-20", new Kind.Bridge(), 50, Step.MEMBER, PROVEN)
                .hop(node, "bond0.20", new Kind.Vlan(OptionalInt.of(20), Optional.of("bond0")), 51, Step.MEMBER, PROVEN)
                .fork(node, "bond0", new Kind.Bond(List.of("eno1", "eno2")), 8, Step.LOWER, "eno1", "eno2")
                .nic();
        Machine podMachine = new Machine("pod", "lab", "collector-7d9f", "running", vm.placements(), List.of(attached));
        return Samples.answer(List.of(vm, podMachine), List.of(), List.of());
    }
}
