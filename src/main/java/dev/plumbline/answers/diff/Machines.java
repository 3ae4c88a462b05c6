package dev.plumbline.answers.diff;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Covered;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares VMs, and pods on secondary networks, by namespace and name. */
final class Machines {

    private static final String THERE = "there";

    private final Holdings a;
    private final Holdings b;
    private final Ledger ledger;

    Machines(Holdings a, Holdings b, Ledger ledger) {
        this.a = a;
        this.b = b;
        this.ledger = ledger;
    }

    void compare() {
        SortedMap<String, List<Machine>> left = byStem(a);
        SortedMap<String, List<Machine>> right = byStem(b);
        SortedSet<String> stems = new TreeSet<>(left.keySet());
        stems.addAll(right.keySet());
        for (String stem : stems) {
            Pairing<Machine> pairing = Pairing.of(
                    left.getOrDefault(stem, List.of()), right.getOrDefault(stem, List.of()), Machines::likeness);
            pairing.pairs().forEach(pair -> compare(pair.a(), pair.b()));
            pairing.onlyA()
                    .forEach(machine ->
                            ledger.compare(whole(machine), there(machine), missing(machine, b, pairing.onlyB())));
            pairing.onlyB()
                    .forEach(machine ->
                            ledger.compare(whole(machine), missing(machine, a, pairing.onlyA()), there(machine)));
        }
    }

    private static SortedMap<String, List<Machine>> byStem(Holdings side) {
        SortedMap<String, List<Machine>> machines = new TreeMap<>();
        side.side()
                .topology()
                .machines()
                .forEach(machine -> machines.computeIfAbsent(
                                machine.kind() + " " + stem(machine), _ -> new ArrayList<>())
                        .add(machine));
        return machines;
    }

    /** A pod's name without what the API server appended at random (generateName: five characters, no vowels). */
    private static String stem(Machine machine) {
        return machine.kind().equals("pod")
                ? machine.name().replaceFirst("(-[0-9a-f]{8,10})?-[bcdfghjklmnpqrstvwxz2-9*]{1,5}$", "")
                : machine.name();
    }

    private static int likeness(Machine a, Machine b) {
        if (!a.namespace().isEmpty()
                && !b.namespace().isEmpty()
                && !a.namespace().equals(b.namespace())) {
            return 0;
        }
        return (a.namespace().equals(b.namespace()) ? 2 : 0) + (a.name().equals(b.name()) ? 1 : 0) + 1;
    }

    static String object(Machine a, Machine b) {
        Machine named = a.namespace().isEmpty() ? b : a;
        return named.kind() + "/" + (named.namespace().isEmpty() ? "" : named.namespace() + "/") + a.name();
    }

    private static Thing whole(Machine machine) {
        return Thing.of(object(machine, machine), machine.kind());
    }

    private static Said there(Machine machine) {
        List<Origin> evidence =
                machine.active().map(Machine.Placement::evidence).orElse(List.of());
        if (evidence.isEmpty()) {
            evidence = machine.nics().stream()
                    .flatMap(nic -> nic.path().hops().stream())
                    .findFirst()
                    .map(Hop::evidence)
                    .orElse(List.of());
        }
        return new Said.Is(THERE, evidence);
    }

    /** @param strangers the other side's machines of this name that may be this one, had their namespaces been known */
    private static Said missing(Machine machine, Holdings side, List<Machine> strangers) {
        boolean vm = machine.kind().equals("vm");
        boolean doubtful = machine.namespace().isEmpty()
                || strangers.stream().anyMatch(stranger -> stranger.namespace().isEmpty());
        boolean covered = !doubtful
                && side.sight().sawObjects(vm ? Covered.Subject.VMS : Covered.Subject.PODS, machine.namespace());
        return Said.absent(
                covered,
                "not listed",
                doubtful
                        ? "oc get " + (vm ? "vmi" : "pods") + " -A"
                        : "oc get " + (vm ? "vmi" : "pods") + " -n " + machine.namespace());
    }

    private void compare(Machine one, Machine other) {
        String object = object(one, other);
        Optional<Machine.Placement> left = one.active();
        Optional<Machine.Placement> right = other.active();
        if (one.kind().equals("vm") && !sameHost(left, right)) {
            ledger.compare(Thing.of(object, "node"), node(left), node(right));
        }
        List<Line> linesA = one.nics().stream().map(nic -> Line.of(nic, a)).toList();
        List<Line> linesB = other.nics().stream().map(nic -> Line.of(nic, b)).toList();
        Pairing<Line> nics = Pairing.of(linesA, linesB, Line::likeness);
        NicNames names = new NicNames(object, one, other, nics);
        Order order = new Order(object, names, nics.pairs(), ledger);
        order.compare();
        nics.pairs().forEach(pair -> new Wire(one.kind().equals("vm"), names, a, b, ledger, order).compare(pair));
        nics.onlyA()
                .forEach(line -> ledger.compare(
                        names.thing(line, "nic"), nic(line), gone(line, one, a, other, b, nics.onlyB())));
        nics.onlyB()
                .forEach(line -> ledger.compare(
                        names.thing(line, "nic"), gone(line, other, b, one, a, nics.onlyA()), nic(line)));
        if (one.kind().equals("vm")) {
            a.guest(one)
                    .ifPresent(place -> b.guest(other).ifPresent(twin -> {
                        new Devices(object, place, twin, Machines::isUpper, a, b, ledger).compare();
                        new Configured(object, place, twin, a, b, ledger).compare();
                    }));
        }
        new Held(object, names, one, other, a, b, ledger).compare();
        new Declared(object, names, one, other, a, b, ledger).compare();
    }

    /** A guest's NICs are compared by themselves. */
    private static boolean isUpper(Device device) {
        return device.kind() instanceof Kind.Bridge
                || device.kind() instanceof Kind.OvsBridge
                || device.kind() instanceof Kind.Vlan
                || device.kind() instanceof Kind.Bond;
    }

    /** A prompt shows a node's first label where the API shows its whole name. */
    private static boolean sameHost(Optional<Machine.Placement> left, Optional<Machine.Placement> right) {
        String one = left.flatMap(Machine.Placement::node).orElse("");
        String other = right.flatMap(Machine.Placement::node).orElse("");
        return one.startsWith(other + ".") || other.startsWith(one + ".");
    }

    private static Said node(Optional<Machine.Placement> placement) {
        Optional<String> node =
                placement.flatMap(Machine.Placement::node).filter(name -> !name.equals(Holdings.ANY_NODE));
        return Said.of(
                node,
                placement.map(Machine.Placement::evidence).orElse(List.of()),
                new Said.NotShown(
                        placement
                                        .filter(each -> each.verdict() == Verdict.CONTRADICTED)
                                        .isPresent()
                                ? "its node is contradicted: outputs name several"
                                : "no output names its node",
                        "oc get vmi -A -o wide"));
    }

    private static Said nic(Line line) {
        return new Said.Is(
                THERE,
                line.nic().path().hops().stream().findFirst().map(Hop::evidence).orElse(List.of()));
    }

    /**
     * A NIC is missing where the other side lists all of the machine's NICs with their MACs, and no device of the machine
     * bears this one's: without its MAC it may be one of them, seen from another side. Where each that it lists is
     * another NIC of this side, it is missing by number.
     *
     * @param strangers the other side's NICs without a partner: one of them may be this one with another MAC
     */
    private static Said gone(
            Line line, Machine owner, Holdings own, Machine machine, Holdings side, List<Line> strangers) {
        boolean others = strangers.stream().allMatch(stranger -> Pairing.conflict(line.network(), stranger.network()));
        boolean known = strangers.isEmpty() && (own.side().planned() || distinct(owner))
                || line.mac().isPresent()
                        && distinct(machine)
                        && !side.hasMac(machine, line.mac().get());
        return Said.absent(
                others && known && side.sight().sawNicsOf(machine),
                others ? "its NICs are not listed in full" : "may be one of the NICs that have no partner here",
                "virsh domiflist");
    }

    /** No NIC is there twice, seen from two sides. */
    private static boolean distinct(Machine machine) {
        return machine.nics().stream()
                        .flatMap(nic -> nic.mac().stream())
                        .distinct()
                        .count()
                == machine.nics().size();
    }
}
