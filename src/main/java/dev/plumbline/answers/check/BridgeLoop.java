package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Link;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Both ends of a veth pair are ports of a node's bridges: of one, which is a loop, or of two, which joins their networks. */
final class BridgeLoop implements Check {

    @Override
    public String id() {
        return "bridge-loop";
    }

    @Override
    public Outcome judge(Scene scene) {
        List<Device> ports = scene.topology().devices().stream()
                .filter(device -> device.id().scope().is(Scope.Kind.NODE)
                        && device.kind() instanceof Kind.Veth
                        && device.master().isPresent())
                .toList();
        Map<DeviceId, DeviceId> ends = ends(scene);
        List<Trouble> troubles = new ArrayList<>();
        for (Device one : ports) {
            for (Device other : ports) {
                boolean pair = other.id().equals(ends.get(one.id())) && one.id().equals(ends.get(other.id()));
                if (pair && one.id().compareTo(other.id()) < 0) {
                    troubles.add(trouble(scene, one, other));
                }
            }
        }
        return ports.isEmpty()
                ? Outcome.open(troubles, "no veth in a node's bridge was seen", List.of())
                : Outcome.judged(troubles, ports.size() + " veths");
    }

    /** Veths whose other end is in the same namespace, with that. */
    private static Map<DeviceId, DeviceId> ends(Scene scene) {
        Map<DeviceId, DeviceId> ends = new HashMap<>();
        for (Scope node : scene.scopes()) {
            if (node.is(Scope.Kind.NODE)) {
                scene.facts(node, Link.class).stream()
                        .filter(link -> link.kind().filter("veth"::equals).isPresent()
                                && link.netnsid().isEmpty()
                                && link.netnsName().isEmpty())
                        .forEach(link -> link.base()
                                .ifPresent(
                                        peer -> ends.put(new DeviceId(node, link.name()), new DeviceId(node, peer))));
            }
        }
        return ends;
    }

    private static Trouble trouble(Scene scene, Device one, Device other) {
        String bridge = one.master().orElseThrow();
        boolean loop = one.master().equals(other.master());
        List<Origin> evidence = Stream.of(one, other)
                .flatMap(device -> device.evidence().stream().limit(1))
                .toList();
        return new Trouble(
                loop ? Severity.ERROR : Severity.WARNING,
                one.id().name() + " and " + other.id().name() + " are a pair, "
                        + (loop
                                ? "both in " + bridge + ": a loop"
                                : "and join " + bridge + " to " + other.master().orElseThrow()),
                List.of(one.id().toString(), other.id().toString()),
                scene.nics()
                        .filter(nic -> nic.hops().stream()
                                .anyMatch(hop -> hop.scope().equals(one.id().scope())
                                        && (hop.label().equals(bridge)
                                                || other.master()
                                                        .filter(hop.label()::equals)
                                                        .isPresent())))
                        .map(Scene.Owned::ref)
                        .distinct()
                        .toList(),
                loop
                        ? "every broadcast goes round for ever, and MACs are learned where they are not"
                        : "two networks are one: broadcasts, DHCP and duplicate MACs of each reach the other",
                "ip link del " + one.id().name() + ", once it is known what made it",
                evidence);
    }
}
