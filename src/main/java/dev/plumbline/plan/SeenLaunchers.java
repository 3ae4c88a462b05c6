package dev.plumbline.plan;

import dev.plumbline.evidence.Scope;
import dev.plumbline.systems.kubevirt.PodNaming;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which KubeVirt version names devices like the launchers that were seen. */
public final class SeenLaunchers {

    private static final KubevirtVersion HASHED = new KubevirtVersion(1, 0);

    /** From here on every veth gives its name to a dummy. */
    private static final KubevirtVersion RENAMED = new KubevirtVersion(1, 1);

    private SeenLaunchers() {}

    /**
     * The version to plan with, so that names can be held against each other: the first with hashed names where pods
     * show those and no ordinal one. Empty where they show ordinal ones, both, or none.
     */
    public static Optional<KubevirtVersion> version(Topology seen) {
        List<String> names = devices(seen).toList();
        boolean hashed = names.stream().anyMatch(SeenLaunchers::isHashed);
        boolean ordinal = names.stream().anyMatch(SeenLaunchers::isOrdinal);
        return hashed && !ordinal
                ? Optional.of(names.stream().anyMatch(PodNaming::isRenamed) ? RENAMED : HASHED)
                : Optional.empty();
    }

    private static Stream<String> devices(Topology seen) {
        List<Hop> hops = seen.machines().stream()
                .filter(machine -> machine.kind().equals("vm"))
                .map(Machine::nics)
                .flatMap(List::stream)
                .flatMap(nic -> nic.path().hops().stream())
                .filter(hop -> hop.scope().is(Scope.Kind.POD))
                .toList();
        Set<Scope> pods = hops.stream().map(Hop::scope).collect(Collectors.toSet());
        return Stream.concat(
                hops.stream().flatMap(hop -> hop.name().stream()),
                seen.devices().stream()
                        .filter(device -> pods.contains(device.id().scope()))
                        .map(device -> device.id().name()));
    }

    private static boolean isHashed(String device) {
        return PodNaming.isHashed(device) || PodNaming.isTap(device) && device.length() == "tap".length() + 11;
    }

    private static boolean isOrdinal(String device) {
        return PodNaming.isOrdinal(device)
                || PodNaming.isTap(device)
                        && device.length() < "tap".length() + 10
                        && !device.equals(PodNaming.PRIMARY_TAP);
    }
}
