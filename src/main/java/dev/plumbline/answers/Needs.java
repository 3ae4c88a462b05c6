package dev.plumbline.answers;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is not known, and the fewest commands that would settle it. One command in one place settles everything that it would
 * show; each is read-only and of the least right that does.
 */
public final class Needs {

    private static final String LINKS = "ip -j -d link";
    private static final String OVS = "ovs-vsctl show";
    private static final String NAT = "nft list table ip nat";

    private final TreeMap<String, Open> open = new TreeMap<>();

    /** Devices that are ports of Open vSwitch's datapath, of which only ovsdb tells the bridge. */
    private final Set<DeviceId> inOvs;

    /** Devices whose own addresses were seen. */
    private final Set<DeviceId> held;

    /** Places of which any device was seen, by their paths. */
    private final Set<String> seen;

    private Needs(Topology topology) {
        this.inOvs = topology.devices().stream()
                .filter(device -> device.master().filter("ovs-system"::equals).isPresent())
                .map(Device::id)
                .collect(Collectors.toSet());
        this.seen = topology.devices().stream()
                .map(device -> device.id().scope().path())
                .collect(Collectors.toSet());
        this.held = topology.settings().addresses().stream()
                .map(Settings.HeldAddress::device)
                .collect(Collectors.toSet());
    }

    /** An open question on the way to a need. */
    private record Open(Scope scope, String command, SortedSet<String> settles, SortedSet<String> questions) {}

    /** Needs of the machines and of the rules that were not judged; those that settle most come first. */
    public static List<Need> of(Topology topology, CheckAnswer checked) {
        Needs needs = new Needs(topology);
        topology.machines().forEach(needs::ask);
        checked.open()
                .forEach(rule -> rule.wanted()
                        .forEach(wanted -> needs.ask(wanted.scope(), wanted.command(), rule.rule(), rule.why())));
        List<Open> sorted = needs.open.values().stream()
                .sorted(Comparator.comparing((Open one) -> -one.settles().size())
                        .thenComparing(Open::scope)
                        .thenComparing(Open::command))
                .toList();
        List<Need> numbered = new ArrayList<>();
        for (Open one : sorted) {
            Access.Way way = Access.to(one.scope(), one.command());
            numbered.add(new Need(
                    "n" + (numbered.size() + 1),
                    List.copyOf(one.settles()),
                    String.join("; ", one.questions()),
                    one.scope().path(),
                    one.command(),
                    way.line(),
                    way.right()));
        }
        return numbered;
    }

    private void ask(Machine machine) {
        if (machine.kind().equals("pod")) {
            machine.nics().forEach(nic -> ofPod(machine, nic));
            return;
        }
        if (machine.placements().isEmpty()) {
            ask(Scope.ofCluster(), objects(machine), machine.name(), "where the VM runs");
        }
        if (machine.nics().isEmpty() && !seen.contains(guest(machine).path())) {
            ask(guest(machine), LINKS, machine.name(), "which NICs the VM has");
        }
        for (Nic nic : machine.nics()) {
            String ref = machine.name() + "/" + nic.ref();
            path(machine, ref, nic.path());
            nic.otherPaths().forEach(path -> path(machine, ref, path));
            if (nic.network().verdict() != Verdict.PROVEN) {
                ask(Scope.ofCluster(), objects(machine), ref, "its network");
            }
            boolean configuredOnly = !nic.addresses().isEmpty()
                    && nic.addresses().stream()
                            .allMatch(address -> address.basis().equals("configured"));
            if (configuredOnly) {
                ask(guest(machine), "ip addr", ref, "its addresses as they are");
            }
            Hop first = nic.path().hops().getFirst();
            if (inOvs.contains(new DeviceId(first.scope(), first.label()))) {
                ask(first.scope(), OVS, ref, "which bridge " + first.label() + " is a port of");
            }
            if (nic.name().isEmpty()) {
                ask(guest(machine), LINKS, ref, "the guest's device");
            }
        }
    }

    private void ofPod(Machine pod, Nic nic) {
        String ref = pod.name() + "/" + nic.ref();
        path(pod, ref, nic.path());
        if (nic.network().verdict() != Verdict.PROVEN) {
            ask(Scope.ofCluster(), pod(pod), ref, "its network");
        }
    }

    private static String pod(Machine pod) {
        return "oc get" + namespace(pod) + " pod/" + Access.word(pod.name()) + " -o yaml";
    }

    private void path(Machine machine, String ref, NicPath path) {
        Optional<Hop> before = Optional.empty();
        for (Hop hop : path.hops()) {
            if (hop.verdict() != Verdict.PROVEN && !(hop.kind() instanceof Kind.ClusterNetwork)) {
                hop(machine, ref, hop, before);
            }
            before = Optional.of(hop);
        }
        if (path.end().equals("link")) {
            ask(
                    path.hops().getLast().scope(),
                    LINKS,
                    ref,
                    "whether " + path.hops().getLast().label() + " is hardware");
        }
    }

    private void hop(Machine machine, String ref, Hop hop, Optional<Hop> before) {
        Step step = hop.step().orElse(Step.VIRTIO);
        String from = before.map(Hop::label).orElse("the guest");
        switch (step) {
            case OVS -> ask(hop.scope(), OVS, ref, "what " + from + " has as ports");
            case NAT -> nat(machine, ref, hop, before);
            case VIRTIO -> virtio(machine, ref, hop, before);
            case PEER -> {
                if (hop.scope().name().equals("?") || hop.verdict() != Verdict.UNKNOWN) {
                    ask(Scope.ofCluster(), objects(machine), ref, "which node runs the pod");
                }
                if (hop.gap() || hop.rule().equals("veth-one-side") || hop.verdict() == Verdict.CONTRADICTED) {
                    before.ifPresent(one -> ask(one.scope(), LINKS, ref, "the peer of " + one.label()));
                    if (!hop.scope().name().equals("?")) {
                        ask(hop.scope(), LINKS, ref, "the peer of " + from);
                    }
                }
            }
            case MEMBER, VLAN, BOND, LOWER, PASSTHROUGH, ROUTE -> {
                boolean seenToEnd = hop.gap() && !hop.evidence().isEmpty();
                if (!seenToEnd) {
                    ask(
                            hop.scope(),
                            LINKS,
                            ref,
                            hop.why().isEmpty() ? "the step from " + from + " to " + hop.label() : hop.why());
                }
            }
        }
    }

    /** Rules in both directions prove it, with the bridge's own address between them: KubeVirt tells of none of these. */
    private void nat(Machine machine, String ref, Hop hop, Optional<Hop> before) {
        String from = before.map(Hop::label).orElse("the guest");
        if (!hop.scope().is(Scope.Kind.POD) || hop.scope().name().equals("?")) {
            ask(Scope.ofCluster(), objects(machine), ref, "how " + from + " is bound");
            return;
        }
        ask(hop.scope(), NAT, ref, "how " + from + " is bound");
        DeviceId bridge = new DeviceId(hop.scope(), from);
        if (held.stream().noneMatch(bridge::equals)) {
            ask(hop.scope(), "ip addr", ref, "the gateway on " + from);
        }
    }

    private void virtio(Machine machine, String ref, Hop hop, Optional<Hop> before) {
        Optional<String> pod = machine.active().flatMap(Machine.Placement::pod);
        if (pod.isPresent()) {
            String domain =
                    machine.namespace().isEmpty() ? "" : " " + Access.word(machine.namespace() + "_" + machine.name());
            Scope launcher = Scope.pod(machine.namespace(), pod.get());
            ask(
                    launcher,
                    domain.isEmpty() ? "virsh list" : "virsh domiflist" + domain,
                    ref,
                    "the tap of " + before.map(Hop::label).orElse("the NIC"));
            beyond(machine, ref, launcher);
        } else {
            ask(Scope.ofCluster(), objects(machine), ref, "where the VM runs");
            // The VMI does not name its pod.
            ask(Scope.ofCluster(), launchers(machine), ref, "the launcher pod");
        }
        if (!hop.gap()) {
            ask(guest(machine), LINKS, ref, "the guest's NICs");
        }
    }

    /** What lies behind the tap is asked for at once where nothing of it was seen: the line goes on there in any case. */
    private void beyond(Machine machine, String ref, Scope launcher) {
        Stream.concat(Stream.of(launcher), machine.active().flatMap(Machine.Placement::node).map(Scope::node).stream())
                .filter(scope -> !seen.contains(scope.path()))
                .forEach(scope -> ask(scope, LINKS, ref, "the line behind the tap"));
    }

    private void ask(Scope scope, String command, String settles, String question) {
        Open one = open.computeIfAbsent(
                scope.path() + "\0" + command, _ -> new Open(scope, command, new TreeSet<>(), new TreeSet<>()));
        one.settles().add(settles);
        one.questions().add(question);
    }

    /** The VMI and its launcher in one call: MACs, networks, binding, node. */
    private static String objects(Machine machine) {
        if (machine.kind().equals("pod")) {
            return pod(machine);
        }
        String pod = machine.active()
                .flatMap(Machine.Placement::pod)
                .map(name -> " pod/" + Access.word(name))
                .orElse("");
        return "oc get" + namespace(machine) + " vmi/" + Access.word(machine.name()) + pod + " -o yaml";
    }

    /** Every launcher of the VM's namespace: no label that all versions set holds the VM's name. */
    private static String launchers(Machine machine) {
        return "oc get" + namespace(machine) + " pods -l kubevirt.io=virt-launcher -o yaml";
    }

    private static String namespace(Machine machine) {
        return machine.namespace().isEmpty() ? "" : " -n " + Access.word(machine.namespace());
    }

    private static Scope guest(Machine machine) {
        return Scope.guest(machine.namespace(), machine.name());
    }
}
