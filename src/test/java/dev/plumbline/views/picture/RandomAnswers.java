package dev.plumbline.views.picture;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
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
import java.util.Random;

/** Answers of any shape, the same for the same seed: shared bridges, gaps, forks, strange orders, long names. */
final class RandomAnswers {

    private final Random random;

    private RandomAnswers(long seed) {
        random = new Random(seed);
    }

    static MapAnswer of(long seed) {
        return new RandomAnswers(seed).answer();
    }

    /** So many machines of one node. */
    static MapAnswer crowd(long seed, int count) {
        RandomAnswers answers = new RandomAnswers(seed);
        List<Machine> machines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Machine machine = answers.machine(i);
            machines.add(Samples.machine(
                    machine.name() + i,
                    Optional.of("node-0"),
                    Optional.of("pod-" + i),
                    Verdict.PROVEN,
                    machine.nics()));
        }
        return Samples.answer(machines, List.of(), List.of());
    }

    private MapAnswer answer() {
        List<Machine> machines = new ArrayList<>();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            machines.add(machine(i));
        }
        List<Topology.Other> others = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            others.add(new Topology.Other(
                    new DeviceId(Scope.node("node-0"), "veth" + i), "br-" + random.nextInt(3), Verdict.UNKNOWN, ""));
        }
        return Samples.answer(machines, others, List.of());
    }

    private Machine machine(int number) {
        boolean placed = random.nextInt(6) > 0;
        String node = "node-" + random.nextInt(2);
        Scope pod = Scope.pod("n", "pod-" + number);
        List<Nic> nics = new ArrayList<>();
        int count = random.nextInt(7);
        for (int i = 0; i < count; i++) {
            nics.add(nic(i, Scope.guest("n", "vm-" + number), pod, Scope.node(node)));
        }
        Machine machine = Samples.machine(
                name("vm-" + number),
                placed ? Optional.of(node) : Optional.empty(),
                random.nextBoolean() ? Optional.of(pod.name()) : Optional.empty(),
                verdict(),
                nics);
        return random.nextInt(6) > 0
                ? machine
                : new Machine("pod", "n", machine.name(), "running", machine.placements(), nics);
    }

    private Nic nic(int i, Scope guest, Scope pod, Scope node) {
        LaneOf lane = new LaneOf("nic" + i, random.nextInt(4) > 0 ? "10.0.0." + i + "/24" : "")
                .on(random.nextInt(5) > 0 ? "net" + random.nextInt(12) : "", verdict())
                .mac("02:00:00:00:00:0" + i);
        List<Runnable> hops = new ArrayList<>();
        if (random.nextInt(5) > 0) {
            if (random.nextInt(4) == 0) {
                hops.add(() -> lane.first(guest, "bond1", new Kind.Bond(List.of()), 9));
            }
            if (random.nextInt(6) == 0) {
                hops.add(() -> lane.hop(
                        guest,
                        "vlan" + i,
                        new Kind.Vlan(OptionalInt.of(i), Optional.empty()),
                        8,
                        Step.VLAN,
                        verdict()));
            }
            hops.add(() -> lane.first(guest, name("eth" + i), new Kind.Nic("x"), 2 + i));
        }
        if (random.nextInt(5) > 0) {
            hops.add(() -> lane.hop(pod, "tap" + i, new Kind.Tap(), 3, Step.VIRTIO, verdict()));
            hops.add(() -> lane.hop(pod, name("k6t-net" + i), new Kind.Bridge(), 4, Step.MEMBER, verdict()));
            hops.add(() -> lane.hop(
                    pod,
                    "net" + i,
                    new Kind.Veth(OptionalInt.of(8), OptionalInt.empty()),
                    5,
                    random.nextInt(4) == 0 ? Step.NAT : Step.MEMBER,
                    verdict()));
        }
        if (random.nextInt(6) == 0) {
            hops.add(() -> lane.hop(Scope.ofCluster(), "x", new Kind.ClusterNetwork(), 0, Step.ROUTE, verdict()));
        } else {
            node(i, lane, node, hops);
        }
        int mtu = List.of(0, 1400, 1500, 9000, 65535).get(random.nextInt(5));
        int kept = random.nextInt(4) > 0 ? hops.size() : random.nextInt(hops.size() + 1);
        for (int h = 0; h < kept; h++) {
            lane.mtu(mtu);
            hops.get(h).run();
        }
        if (kept < hops.size() && random.nextBoolean()) {
            lane.gap(random.nextBoolean() ? node : pod, Step.MEMBER, "not seen");
        }
        return lane.nic();
    }

    private void node(int i, LaneOf lane, Scope node, List<Runnable> hops) {
        if (random.nextInt(8) == 0) {
            hops.add(() -> lane.oneOf(
                    node,
                    new Kind.Veth(OptionalInt.empty(), OptionalInt.empty()),
                    Step.PEER,
                    random.nextBoolean() ? Verdict.AMBIGUOUS : Verdict.CONTRADICTED,
                    "veth1",
                    name("veth2"),
                    "veth3"));
            return;
        }
        hops.add(() -> lane.hop(
                node,
                name("veth" + i),
                new Kind.Veth(OptionalInt.of(4), OptionalInt.empty()),
                40 + i,
                Step.PEER,
                verdict()));
        int bridge = random.nextInt(3);
        hops.add(() -> lane.hop(node, "br-" + bridge, new Kind.Bridge(), 70, Step.MEMBER, verdict()));
        if (random.nextInt(6) == 0) {
            hops.add(() -> lane.hop(node, "br-int", new Kind.OvsBridge(), 71, Step.OVS, verdict()));
        }
        boolean bonded = bridge == 2;
        if (bridge > 0 && random.nextInt(3) > 0) {
            Kind vlan = new Kind.Vlan(OptionalInt.of(bridge), Optional.empty());
            hops.add(() -> lane.hop(node, "bond0." + bridge, vlan, 72, Step.VLAN, verdict()));
        }
        if (bonded) {
            hops.add(() -> lane.fork(node, "bond0", new Kind.Bond(List.of()), 73, Step.LOWER, "eno1", "eno2"));
        } else {
            String link = "eno" + (5 + random.nextInt(2));
            hops.add(() -> lane.hop(
                    node,
                    link,
                    random.nextBoolean() ? new Kind.Nic("x") : new Kind.Link(),
                    74,
                    Step.MEMBER,
                    verdict()));
        }
    }

    private Verdict verdict() {
        return random.nextInt(3) > 0 ? Verdict.PROVEN : Verdict.values()[random.nextInt(5)];
    }

    private String name(String plain) {
        return switch (random.nextInt(12)) {
            case 0 -> plain + "-of-which-the-name-is-longer-than-forty-characters";
            case 1 -> "網" + plain;
            case 2 -> "<" + plain + "&\">";
            default -> plain;
        };
    }
}
