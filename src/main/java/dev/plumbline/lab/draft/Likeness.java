package dev.plumbline.lab.draft;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Settings;
import dev.plumbline.topology.Topology;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A plan with the names and MACs that a real environment drew at random: launchers' pods, host veths, NICs. So an incident is
 * rebuilt under the names of its evidence. What the plan itself says is kept, also where the evidence differs.
 */
public final class Likeness {

    private final Map<Scope, String> pods = new HashMap<>();
    private final Map<DeviceId, String> veths = new HashMap<>();
    private final Map<DeviceId, Mac> macs = new HashMap<>();
    private final Set<DeviceId> taken = new HashSet<>();

    private Likeness() {}

    /** @param seen what any evidence shows; machines that it lacks keep names of the lab's own */
    public static Topology of(Topology planned, Topology seen) {
        Likeness likeness = new Likeness();
        for (Machine machine : planned.machines()) {
            List<Machine> same = seen.machines().stream()
                    .filter(other -> other.kind().equals(machine.kind()) && isNamedAlike(machine, other))
                    .toList();
            if (same.size() == 1) {
                likeness.learn(machine, same.getFirst());
            }
        }
        return likeness.applied(planned);
    }

    private static boolean isNamedAlike(Machine machine, Machine other) {
        return machine.name().equals(other.name())
                && (machine.namespace().equals(other.namespace())
                        || other.namespace().isEmpty());
    }

    private void learn(Machine planned, Machine seen) {
        for (Nic nic : planned.nics()) {
            List<Nic> same =
                    seen.nics().stream().filter(other -> isSame(nic, other)).toList();
            if (same.size() == 1) {
                learn(nic, same.getFirst());
            }
        }
    }

    private static boolean isSame(Nic planned, Nic seen) {
        Optional<String> network = planned.network().name();
        return network.isPresent() && network.equals(seen.network().name());
    }

    private void learn(Nic planned, Nic seen) {
        for (Hop hop : planned.path().hops()) {
            List<Hop> same = seen.path().hops().stream()
                    .filter(other -> !other.gap()
                            && other.step().equals(hop.step())
                            && other.scope().kind() == hop.scope().kind()
                            && other.candidates().isEmpty())
                    .toList();
            if (same.size() == 1 && !hop.gap()) {
                learn(hop, same.getFirst());
            }
        }
        if (planned.mac().isEmpty() && !planned.path().hops().isEmpty()) {
            Hop first = planned.path().hops().stream()
                    .filter(hop -> planned.name().equals(hop.name()))
                    .findFirst()
                    .orElse(planned.path().hops().getFirst());
            seen.mac().ifPresent(mac -> macs.put(new DeviceId(first.scope(), first.label()), mac));
        }
    }

    private void learn(Hop planned, Hop seen) {
        if (planned.scope().is(Scope.Kind.POD) && planned.scope().name().endsWith("*")) {
            pods.putIfAbsent(planned.scope(), seen.scope().name());
        }
        DeviceId id = new DeviceId(planned.scope(), planned.label());
        boolean free = taken.add(new DeviceId(planned.scope(), seen.label()));
        if (planned.label().contains("*") && free) {
            veths.put(id, seen.label());
        }
    }

    private Topology applied(Topology planned) {
        return new Topology(
                planned.machines().stream().map(this::machine).toList(),
                planned.others(),
                planned.segments(),
                planned.devices().stream().map(this::device).toList(),
                settings(planned.settings()));
    }

    private Machine machine(Machine machine) {
        return new Machine(
                machine.kind(),
                machine.namespace(),
                machine.name(),
                machine.state(),
                machine.placements(),
                machine.nics().stream().map(this::nic).toList());
    }

    private Nic nic(Nic nic) {
        Optional<Mac> mac = nic.path().hops().stream()
                .map(hop -> Optional.ofNullable(macs.get(new DeviceId(hop.scope(), hop.label()))))
                .flatMap(Optional::stream)
                .findFirst();
        NicPath path = new NicPath(
                nic.path().state(),
                nic.path().hops().stream().map(this::hop).toList(),
                nic.path().verdict(),
                nic.path().end());
        return new Nic(
                nic.ref(),
                nic.alias(),
                nic.name(),
                nic.mac().or(() -> mac),
                nic.mtu(),
                nic.addresses(),
                nic.network(),
                path,
                nic.otherPaths());
    }

    private Hop hop(Hop hop) {
        DeviceId id = new DeviceId(hop.scope(), hop.label());
        return new Hop(
                scope(hop.scope()),
                hop.name().map(name -> veths.getOrDefault(id, name)),
                hop.kind(),
                hop.ifindex(),
                hop.mac().or(() -> Optional.ofNullable(macs.get(id))),
                hop.mtu(),
                hop.state(),
                hop.step(),
                hop.verdict(),
                hop.rule(),
                hop.evidence(),
                hop.premises(),
                hop.also(),
                hop.members(),
                hop.candidates(),
                hop.why());
    }

    private DeviceId id(DeviceId id) {
        return new DeviceId(scope(id.scope()), veths.getOrDefault(id, id.name()));
    }

    private Settings settings(Settings settings) {
        return new Settings(
                settings.addresses().stream()
                        .map(held -> new Settings.HeldAddress(
                                id(held.device()), held.address(), held.basis(), held.evidence()))
                        .toList(),
                settings.routes().stream()
                        .map(held -> new Settings.HeldRoute(
                                scope(held.scope()),
                                held.destination(),
                                held.via(),
                                held.device(),
                                held.basis(),
                                held.evidence()))
                        .toList(),
                settings.tags().stream()
                        .map(tag -> new Settings.PortTag(
                                id(tag.port()), tag.vlan(), tag.pvid(), tag.untagged(), tag.evidence()))
                        .toList());
    }

    private Device device(Device device) {
        DeviceId id = device.id();
        return new Device(
                id(id),
                device.kind(),
                device.index(),
                device.mac().or(() -> Optional.ofNullable(macs.get(id))),
                device.mtu(),
                device.state(),
                device.flags(),
                device.master(),
                device.evidence());
    }

    private Scope scope(Scope scope) {
        String name = pods.get(scope);
        return name == null ? scope : Scope.pod(scope.namespace(), name).inCluster(scope.cluster());
    }
}
