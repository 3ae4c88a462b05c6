package dev.plumbline.answers.proofread;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One NIC with every name on its active path. @param stops attributes first, then hops in order */
record NicLine(Machine machine, Nic nic, List<Stop> stops) {

    static NicLine of(Machine machine, Nic nic) {
        List<Hop> hops = nic.path().hops();
        List<Stop> devices = new ArrayList<>();
        for (int i = 0; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            Sort sort = sort(hop, nic);
            int at = i;
            hop.name()
                    .ifPresent(name -> devices.add(new Stop(
                            sort, name, Optional.of(new DeviceId(hop.scope(), name)), at, Verdict.PROVEN, List.of())));
            hop.members().stream()
                    .filter(member -> !member.device().id().name().equals(hop.label()))
                    .forEach(member -> devices.add(new Stop(
                            sort,
                            member.device().id().name(),
                            Optional.of(member.device().id()),
                            at,
                            member.verdict(),
                            member.evidence())));
        }
        List<Stop> stops = new ArrayList<>(attributes(machine, nic, devices));
        stops.addAll(devices);
        return new NicLine(machine, nic, List.copyOf(stops));
    }

    private static List<Stop> attributes(Machine machine, Nic nic, List<Stop> devices) {
        int guest = hop(devices, Sort.GUEST_NIC).orElse(0);
        int tap = hop(devices, Sort.TAP).orElse(guest);
        int inPod = hop(devices, Sort.POD_LINK).orElse(tap);
        List<Stop> stops = new ArrayList<>();
        stops.add(new Stop(Sort.MACHINE, machine.name(), Optional.empty(), 0, Verdict.PROVEN, List.of()));
        machine.active().ifPresent(placed -> {
            placed.node()
                    .ifPresent(node -> stops.add(
                            new Stop(Sort.NODE, node, Optional.empty(), inPod, placed.verdict(), placed.evidence())));
            placed.pod()
                    .ifPresent(pod -> stops.add(
                            new Stop(Sort.POD, pod, Optional.empty(), tap, placed.verdict(), placed.evidence())));
        });
        nic.alias()
                .ifPresent(alias -> stops.add(new Stop(
                        Sort.ALIAS, alias.name(), Optional.empty(), guest, alias.verdict(), alias.evidence())));
        nic.mac()
                .ifPresent(mac ->
                        stops.add(new Stop(Sort.MAC, mac.text(), Optional.empty(), tap, Verdict.PROVEN, List.of())));
        nic.addresses()
                .forEach(address -> stops.add(new Stop(
                        Sort.ADDRESS,
                        bare(address.address()),
                        Optional.empty(),
                        0,
                        address.basis().equals("observed") ? Verdict.PROVEN : Verdict.INFERRED,
                        address.evidence())));
        Nic.Network network = nic.network();
        network.name()
                .ifPresent(name -> stops.add(
                        new Stop(Sort.NETWORK, name, Optional.empty(), inPod, network.verdict(), network.evidence())));
        network.candidates().stream()
                .filter(name -> !network.name().equals(Optional.of(name)))
                .forEach(name -> stops.add(
                        new Stop(Sort.NETWORK, name, Optional.empty(), inPod, Verdict.AMBIGUOUS, network.evidence())));
        return stops;
    }

    private static Optional<Integer> hop(List<Stop> devices, Sort sort) {
        return devices.stream()
                .filter(stop -> stop.sort() == sort)
                .map(Stop::hop)
                .findFirst();
    }

    private static Sort sort(Hop hop, Nic nic) {
        boolean bridge = hop.kind() instanceof Kind.Bridge || hop.kind() instanceof Kind.OvsBridge;
        return switch (hop.scope().kind()) {
            case GUEST, HOST -> hop.name().equals(nic.name()) ? Sort.GUEST_NIC : Sort.GUEST_UPPER;
            case NODE -> bridge ? Sort.NODE_BRIDGE : hop.kind() instanceof Kind.Veth ? Sort.VETH : Sort.NODE_LINK;
            case CLUSTER -> Sort.NETWORK;
            case NETNS, POD, DOMAIN, PLACE ->
                bridge ? Sort.POD_BRIDGE : hop.kind() instanceof Kind.Tap ? Sort.TAP : Sort.POD_LINK;
        };
    }

    /** An address without its prefix length. */
    static String bare(String address) {
        int slash = address.indexOf('/');
        return slash < 0 ? address : address.substring(0, slash);
    }

    List<Stop> of(Sort sort) {
        return stops.stream().filter(stop -> stop.sort() == sort).toList();
    }

    /** How well it is known that two names lie on this line: their ties to it and every step between. */
    Verdict between(Stop one, Stop other) {
        Verdict verdict = one.verdict().and(other.verdict());
        for (Hop hop : steps(one, other)) {
            verdict = verdict.and(hop.verdict());
        }
        return verdict;
    }

    /** The first of the weakest steps between two names. */
    Optional<Hop> weakest(Stop one, Stop other) {
        Verdict verdict = between(one, other);
        return steps(one, other).stream()
                .filter(hop -> hop.verdict() == verdict)
                .findFirst();
    }

    private List<Hop> steps(Stop one, Stop other) {
        int from = Math.min(one.hop(), other.hop());
        int to = Math.max(one.hop(), other.hop());
        return nic.path().hops().subList(from + 1, to + 1);
    }

    /** Sorted, each once; for two names at one hop what shows that hop. */
    List<Origin> evidence(Stop one, Stop other) {
        Stream<Origin> ties = Stream.concat(one.evidence().stream(), other.evidence().stream());
        List<Hop> steps = steps(one, other);
        Stream<Origin> shown =
                steps.isEmpty() && one.evidence().isEmpty() && other.evidence().isEmpty()
                        ? nic.path().hops().get(one.hop()).evidence().stream()
                        : steps.stream().flatMap(hop -> hop.evidence().stream());
        return List.copyOf(new TreeSet<>(Stream.concat(ties, shown).toList()));
    }

    /** The only step between two neighbours. */
    Optional<Hop> onlyStep(Stop one, Stop other) {
        List<Hop> steps = steps(one, other);
        return steps.size() == 1 ? Optional.of(steps.getFirst()) : Optional.empty();
    }

    boolean inGuest(Stop stop) {
        return stop.device()
                .filter(id -> id.scope().is(Scope.Kind.GUEST) || id.scope().is(Scope.Kind.HOST))
                .isPresent();
    }

    /** {@code controller-0/nic5}. */
    String ref() {
        return machine.name() + "/" + nic.ref();
    }
}
