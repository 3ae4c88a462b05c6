package dev.plumbline.views.picture;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Builds one NIC with its path, hop after hop. */
final class LaneOf {

    private final String ref;
    private final String address;
    private String network = "";
    private Verdict networkVerdict = Verdict.INFERRED;
    private List<String> networkCandidates = List.of();
    private String mac = "";
    private int mtu;
    private boolean alias = true;
    private final List<Hop> hops = new ArrayList<>();

    LaneOf(String ref, String address) {
        this.ref = ref;
        this.address = address;
    }

    LaneOf on(String name, Verdict verdict) {
        network = name;
        networkVerdict = verdict;
        return this;
    }

    LaneOf onOneOf(String... candidates) {
        network = "";
        networkVerdict = Verdict.AMBIGUOUS;
        networkCandidates = List.of(candidates);
        return this;
    }

    LaneOf mac(String text) {
        mac = text;
        return this;
    }

    LaneOf mtu(int bytes) {
        mtu = bytes;
        return this;
    }

    LaneOf nameless() {
        alias = false;
        return this;
    }

    LaneOf hop(Scope scope, String name, Kind kind, int index, Step step, Verdict verdict) {
        return add(scope, Optional.of(name), kind, index, Optional.of(step), verdict, List.of(), List.of(), "up", "");
    }

    LaneOf first(Scope scope, String name, Kind kind, int index) {
        return add(
                scope,
                Optional.of(name),
                kind,
                index,
                Optional.empty(),
                Verdict.PROVEN,
                List.of(),
                List.of(),
                "up",
                "");
    }

    LaneOf down(Scope scope, String name, Kind kind, int index, Step step) {
        return add(
                scope,
                Optional.of(name),
                kind,
                index,
                Optional.of(step),
                Verdict.PROVEN,
                List.of(),
                List.of(),
                "down",
                "");
    }

    LaneOf gap(Scope scope, Step step, String why) {
        return add(
                scope,
                Optional.empty(),
                new Kind.Link(),
                0,
                Optional.of(step),
                Verdict.UNKNOWN,
                List.of(),
                List.of(),
                "",
                why);
    }

    LaneOf oneOf(Scope scope, Kind kind, Step step, Verdict verdict, String... names) {
        List<Hop.Candidate> candidates = new ArrayList<>();
        for (String name : names) {
            candidates.add(new Hop.Candidate(
                    new DeviceId(scope, name), Verdict.AMBIGUOUS, "its interface 5 fits", origins(name)));
        }
        return add(
                scope,
                Optional.empty(),
                kind,
                0,
                Optional.of(step),
                verdict,
                List.of(),
                candidates,
                "",
                "which of them was not seen");
    }

    LaneOf fork(Scope scope, String name, Kind kind, int index, Step step, String... names) {
        List<Hop.Member> members = new ArrayList<>();
        for (String member : names) {
            Device device = new Device(
                    new DeviceId(scope, member),
                    new Kind.Nic("bus parent"),
                    OptionalInt.of(2),
                    Optional.empty(),
                    OptionalInt.of(9000),
                    Optional.of("up"),
                    List.of(),
                    Optional.of(name),
                    origins(member));
            members.add(new Hop.Member(device, Step.BOND, Verdict.PROVEN, "bond-member", origins(member)));
        }
        add(scope, Optional.of(name), kind, index, Optional.of(step), Verdict.PROVEN, List.of(), List.of(), "up", "");
        Device first = members.getFirst().device();
        return add(
                scope,
                Optional.of(first.id().name()),
                first.kind(),
                2,
                Optional.of(Step.BOND),
                Verdict.PROVEN,
                members,
                List.of(),
                "up",
                "");
    }

    private LaneOf add(
            Scope scope,
            Optional<String> name,
            Kind kind,
            int index,
            Optional<Step> step,
            Verdict verdict,
            List<Hop.Member> members,
            List<Hop.Candidate> candidates,
            String state,
            String why) {
        boolean cloud = kind instanceof Kind.ClusterNetwork;
        String rule = step.map(s -> "by-" + s.word()).orElse("seen");
        hops.add(new Hop(
                scope,
                name,
                kind,
                index > 0 ? OptionalInt.of(index) : OptionalInt.empty(),
                mac.isEmpty() ? Optional.empty() : Mac.parse(mac),
                mtu > 0 && !cloud && name.isPresent() ? OptionalInt.of(mtu) : OptionalInt.empty(),
                state.isEmpty() ? Optional.empty() : Optional.of(state),
                step,
                verdict,
                rule,
                name.map(LaneOf::origins).orElse(List.of()),
                verdict == Verdict.INFERRED ? List.of("the system's own rule, one side seen") : List.of(),
                List.of(),
                members,
                candidates,
                why));
        return this;
    }

    private static List<Origin> origins(String name) {
        String line = "7: " + name + ": <BROADCAST,UP> mtu 1500";
        return List.of(new Origin("notes.txt", "", 10 + name.length(), "", line));
    }

    Nic nic() {
        Verdict weakest = hops.isEmpty()
                ? Verdict.UNKNOWN
                : Verdict.weakest(hops.stream().map(Hop::verdict).toList());
        Optional<Nic.Alias> named = alias
                ? Optional.of(new Nic.Alias(ref, Verdict.PROVEN, "os-net-config-log", origins(ref)))
                : Optional.empty();
        boolean guest = hops.stream().anyMatch(h -> h.scope().is(Scope.Kind.GUEST));
        String device = hops.isEmpty() ? "?" : hops.getFirst().label();
        List<Nic.NicAddress> addresses = address.isEmpty()
                ? List.of()
                : List.of(new Nic.NicAddress(address, device, "configured", origins(address)));
        Nic.Network net = new Nic.Network(
                network.isEmpty() ? Optional.empty() : Optional.of(network),
                networkVerdict,
                "operator-order",
                networkCandidates,
                origins(ref));
        String end = hops.isEmpty() || hops.getLast().gap()
                ? "unknown"
                : hops.getLast().kind().word();
        return new Nic(
                ref,
                guest ? named : Optional.empty(),
                guest ? Optional.of(device) : Optional.empty(),
                mac.isEmpty() ? Optional.empty() : Mac.parse(mac),
                mtu > 0 ? OptionalInt.of(mtu) : OptionalInt.empty(),
                addresses,
                net,
                new NicPath("active", hops, weakest, end),
                List.of());
    }
}
