package dev.plumbline.plan.wiring;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One NIC's planned line in the making. */
final class Line {

    private final List<Hop> hops = new ArrayList<>();

    void step(Step step, Device device, Rule rule, Collection<Origin> evidence, String... premises) {
        step(step, device, rule, evidence, List.of(premises));
    }

    /** A step into a device; the first device of a line has none. */
    void step(Step step, Device device, Rule rule, Collection<Origin> evidence, List<String> premises) {
        Optional<Step> into = hops.isEmpty() ? Optional.empty() : Optional.of(step);
        hops.add(hop(device, into, rule, evidence, premises, List.of()));
    }

    /** Where several devices lead on; the line goes on with the first. */
    void fork(Step step, List<Device> devices, Rule rule) {
        List<Hop.Member> members = devices.stream()
                .map(device -> new Hop.Member(device, step, Verdict.INFERRED, rule.id(), device.evidence()))
                .toList();
        Device device = devices.getFirst();
        hops.add(hop(device, Optional.of(step), rule, device.evidence(), List.of(), members));
    }

    /** Where it is one of several devices, because policies ask for different things. */
    void open(Step step, List<Device> devices, Rule rule, String why) {
        Device device = devices.getFirst();
        List<Hop.Candidate> candidates = devices.stream()
                .map(each -> new Hop.Candidate(each.id(), Verdict.INFERRED, "a policy asks for it", each.evidence()))
                .toList();
        hops.add(new Hop(
                device.id().scope(),
                Optional.of(device.id().name()),
                device.kind(),
                OptionalInt.empty(),
                device.mac(),
                device.mtu(),
                Optional.empty(),
                Optional.of(step),
                Verdict.AMBIGUOUS,
                rule.id(),
                device.evidence(),
                List.of(),
                List.of(),
                List.of(),
                candidates,
                why));
    }

    void gap(Scope scope, Step step, String why, Collection<Origin> evidence) {
        hops.add(Hop.gap(scope, step, Rule.GAP.id(), sorted(evidence), why));
    }

    /** The cluster's own network, of which no layer 2 is followed. */
    void clusterNetwork(Scope cluster, String name, Rule rule, Collection<Origin> evidence) {
        hops.add(new Hop(
                cluster,
                Optional.of(name),
                new Kind.ClusterNetwork(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(Step.ROUTE),
                Verdict.INFERRED,
                rule.id(),
                sorted(evidence),
                List.of(rule.says()),
                List.of(),
                List.of(),
                List.of(),
                ""));
    }

    private static Hop hop(
            Device device,
            Optional<Step> step,
            Rule rule,
            Collection<Origin> evidence,
            List<String> premises,
            List<Hop.Member> members) {
        return new Hop(
                device.id().scope(),
                Optional.of(device.id().name()),
                device.kind(),
                OptionalInt.empty(),
                device.mac(),
                device.mtu(),
                Optional.empty(),
                step,
                Verdict.INFERRED,
                rule.id(),
                sorted(evidence),
                premises,
                List.of(),
                members,
                List.of(),
                "");
    }

    private static List<Origin> sorted(Collection<Origin> evidence) {
        return evidence.stream().distinct().sorted().toList();
    }

    Hop last() {
        return hops.getLast();
    }

    /** @param end nic, link, cluster-network, no-layer-2 or unknown */
    NicPath end(String end) {
        Verdict verdict = Verdict.weakest(hops.stream().map(Hop::verdict).toList());
        return new NicPath("planned", List.copyOf(hops), verdict, end);
    }

    /** A bridge forwards whatever its ports take, so its own MTU is left out. */
    static OptionalInt lowestMtu(NicPath path) {
        return path.hops().stream()
                .filter(hop -> !(hop.kind() instanceof Kind.Bridge) && !(hop.kind() instanceof Kind.OvsBridge))
                .map(Hop::mtu)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .min();
    }
}
