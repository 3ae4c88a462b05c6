package dev.plumbline.answers.reach;

import dev.plumbline.answers.Selection;
import dev.plumbline.answers.Target;
import dev.plumbline.answers.TargetException;
import dev.plumbline.answers.TargetParser;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Cidr;
import dev.plumbline.facts.Ip;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the words for the two ends of a ping name. */
final class Ends {

    /** Who pings. @param device that ping is bound to; empty where routes choose */
    record Sender(Scope scope, Optional<DeviceId> device) {}

    /** Who is pinged. @param ref the NIC; empty where an address was asked for */
    record Goal(Ip address, String ref) {}

    private final Topology topology;
    private final Optional<String> namespace;
    private final Stacks stacks;
    private final Map<String, List<Machine>> found = new HashMap<>();

    Ends(Topology topology, Optional<String> namespace, Stacks stacks) {
        this.topology = topology;
        this.namespace = namespace;
        this.stacks = stacks;
    }

    Sender sender(String text) throws TargetException {
        return switch (TargetParser.parse(text)) {
            case Target.OfDevice device -> place(device);
            case Target.OfAddress address -> holder(address);
            case Target.OfMachine machine -> machine(machine);
            case Target.OfMac mac -> sender(machines(mac), true, mac);
            case Target.OfNetwork network ->
                throw new TargetException("'" + network.text() + "' is no end: it has many", List.of());
        };
    }

    private Sender machine(Target.OfMachine target) throws TargetException {
        try {
            List<Machine> machines = machines(target);
            boolean nic = target.readings().stream()
                            .anyMatch(reading -> !reading.nic().isEmpty())
                    && machines.stream().mapToInt(one -> one.nics().size()).sum() == 1
                    && !whole(target, machines);
            return sender(machines, nic, target);
        } catch (TargetException none) {
            // A launcher's own namespace, or a pod that has the cluster's network only.
            return scopes().stream()
                    .filter(scope -> scope.is(Scope.Kind.POD)
                            && target.readings().stream()
                                    .anyMatch(reading -> reading.nic().isEmpty()
                                            && !reading.kind().equals("vm")
                                            && scope.name().equals(reading.name())))
                    .findFirst()
                    .map(scope -> new Sender(scope, Optional.empty()))
                    .orElseThrow(() -> none);
        }
    }

    /** Whether {@code a/b} was read as a machine b of namespace a. */
    private static boolean whole(Target.OfMachine target, List<Machine> machines) {
        return target.readings().stream()
                .anyMatch(reading -> reading.nic().isEmpty()
                        && machines.stream().anyMatch(one -> one.name().equals(reading.name())));
    }

    private static Sender sender(List<Machine> machines, boolean bound, Target target) throws TargetException {
        Machine machine = machines.getFirst();
        Nic nic = machine.nics().stream()
                .filter(one -> !one.path().hops().getFirst().gap())
                .findFirst()
                .orElseThrow(() -> new TargetException("of '" + target.text() + "' no device was seen", List.of()));
        Hop first = nic.path().hops().getFirst();
        boolean guest = !machine.kind().equals("vm") || first.scope().is(Scope.Kind.GUEST);
        return guest
                ? new Sender(first.scope(), bound ? Optional.of(device(nic)) : Optional.empty())
                // What of the line was seen is not who sends: the pod has addresses and routes of its own.
                : new Sender(
                        new Scope(
                                Scope.Kind.GUEST,
                                machine.namespace(),
                                machine.name(),
                                first.scope().cluster()),
                        Optional.empty());
    }

    /** The device that carries the NIC's address. */
    private static DeviceId device(Nic nic) {
        Hop first = nic.path().hops().getFirst();
        return new DeviceId(
                first.scope(),
                nic.addresses().stream().findFirst().map(Nic.NicAddress::device).orElse(first.label()));
    }

    private Sender place(Target.OfDevice target) throws TargetException {
        Scope scope = scopes().stream()
                .filter(one -> one.kind() == target.kind()
                        && one.name().equals(target.name())
                        && (target.namespace().isEmpty() || one.namespace().equals(target.namespace())))
                .findFirst()
                .orElseThrow(() -> new TargetException("'" + target.text() + "' is not in what was read", List.of()));
        Optional<DeviceId> device =
                Optional.of(target.device()).filter(name -> !name.isEmpty()).map(name -> new DeviceId(scope, name));
        return new Sender(scope, device);
    }

    private List<Scope> scopes() {
        return topology.devices().stream()
                .map(device -> device.id().scope())
                .distinct()
                .sorted()
                .toList();
    }

    private Sender holder(Target.OfAddress target) throws TargetException {
        List<Stack.Local> holders = Ip.parse(target.address().getHostAddress()).stream()
                .flatMap(ip -> stacks.holders(ip).stream())
                .toList();
        if (holders.stream().map(local -> local.device().scope()).distinct().count() != 1) {
            throw new TargetException(
                    holders.isEmpty()
                            ? "'" + target.text() + "' is no address of anyone that was seen"
                            : "'" + target.text() + "' is an address of several",
                    holders.stream()
                            .map(local -> local.device().toString())
                            .sorted()
                            .toList());
        }
        DeviceId device = holders.getFirst().device();
        return new Sender(device.scope(), Optional.of(device));
    }

    /** The addresses that an end has for this sender: those in subnets that both have, if there are any. */
    List<Goal> goals(String text, Sender from) throws TargetException {
        Target target = TargetParser.parse(text);
        if (target instanceof Target.OfAddress address) {
            return Ip.parse(address.address().getHostAddress()).stream()
                    .map(ip -> new Goal(ip, ""))
                    .toList();
        }
        if (target instanceof Target.OfDevice || target instanceof Target.OfNetwork) {
            return place(text, target, from);
        }
        List<Goal> all = new ArrayList<>();
        for (Machine machine : machines(target)) {
            for (Nic nic : machine.nics()) {
                nic.addresses().stream()
                        .sorted(Comparator.comparing(
                                (Nic.NicAddress address) -> !address.basis().equals("observed")))
                        .flatMap(address -> Cidr.parse(address.address()).stream())
                        .map(Cidr::address)
                        .filter(ip -> !ip.linkLocal())
                        .distinct()
                        .forEach(ip -> all.add(new Goal(ip, machine.name() + "/" + nic.ref())));
            }
        }
        return near(all, from);
    }

    private List<Goal> place(String text, Target target, Sender from) throws TargetException {
        if (target instanceof Target.OfDevice device) {
            Sender place = place(device);
            List<Goal> own = stacks.of(place.scope()).stream()
                    .flatMap(stack -> stack.locals().stream())
                    .filter(local ->
                            place.device().isEmpty() || place.device().get().equals(local.device()))
                    .filter(local -> !local.address().linkLocal()
                            && !local.device().name().equals("lo"))
                    .map(local -> new Goal(local.address(), local.device().toString()))
                    .toList();
            return near(own, from);
        }
        throw new TargetException("'" + text + "' is no end: it has many", List.of());
    }

    private List<Goal> near(List<Goal> all, Sender from) {
        List<Cidr> subnets = stacks.of(from.scope()).stream()
                .flatMap(stack -> stack.locals().stream())
                .filter(local -> from.device().isEmpty() || from.device().get().equals(local.device()))
                .map(Stack.Local::subnet)
                .toList();
        List<Goal> near = all.stream()
                .filter(goal -> subnets.stream().anyMatch(subnet -> subnet.contains(goal.address()))
                        && stacks.of(from.scope())
                                .filter(stack -> stack.holds(goal.address()))
                                .isEmpty())
                .toList();
        return near.isEmpty() ? all : near;
    }

    private List<Machine> machines(Target target) throws TargetException {
        List<Machine> known = found.get(target.text());
        if (known == null) {
            known = new Selection(namespace, false, List.of(target))
                    .of(topology)
                    .machines();
            if (known.isEmpty()) {
                throw new TargetException("'" + target.text() + "' is on no path that was seen", List.of());
            }
            found.put(target.text(), known);
        }
        return known;
    }
}
