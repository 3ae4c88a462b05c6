package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.facts.ForwardingEntry;
import dev.plumbline.facts.Mac;
import dev.plumbline.facts.OvsPort;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Follows judged steps from a guest's device down to where they end, and says what that end is. */
final class Walk {

    /** Longer than any real line; a loop of veths on a node must not hang the walk. */
    private static final int LONGEST = 24;

    private final Places places;
    private final Judgement judgement;

    Walk(Places places, Judgement judgement) {
        this.places = places;
        this.judgement = judgement;
    }

    /**
     * @param start the guest device that carries the address, or the first one seen
     * @param nic the guest's NIC where {@code start} is a bridge over it: the first step leads there
     * @param mac the guest's MAC, to look for in forwarding tables
     * @param state active, source, target or former
     */
    NicPath from(DeviceId start, Optional<DeviceId> nic, Optional<Mac> mac, String state) {
        List<Hop> hops = new ArrayList<>();
        hops.add(first(start, nic.isPresent()));
        Set<DeviceId> visited = new HashSet<>(Set.of(start));
        DeviceId at = start;
        boolean translated = false;
        String end = "";
        if (nic.isPresent() && !nic.get().equals(start)) {
            DeviceId wanted = nic.get();
            Judged step = judgement.from(at).stream()
                    .filter(one -> one.to().equals(wanted))
                    .findFirst()
                    .orElseThrow();
            hops.add(hop(step, List.of(), mac));
            visited.add(wanted);
            at = wanted;
        }
        while (end.isEmpty() && hops.size() < LONGEST) {
            DeviceId here = at;
            boolean routed = translated && at.scope().is(Scope.Kind.NODE) && lastStep(hops) != Step.PEER;
            List<Judged> next = judgement.from(at).stream()
                    .filter(step -> !visited.contains(step.to())
                            && downwards(here, step)
                            && (step.step() == Step.ROUTE) == routed)
                    .toList();
            if (next.isEmpty()) {
                end = finish(hops, at, translated);
            } else {
                Judged step = next.getFirst();
                hops.add(hop(step, next, mac));
                translated |= step.step() == Step.NAT || PodNetwork.isPrimary(places, step.to());
                at = step.to();
                visited.add(at);
            }
        }
        Verdict verdict = Verdict.weakest(hops.stream().map(Hop::verdict).toList());
        return new NicPath(state, List.copyOf(hops), verdict, end.isEmpty() ? "unknown" : end);
    }

    private static Step lastStep(List<Hop> hops) {
        return hops.getLast().step().orElse(Step.ROUTE);
    }

    /** From a guest's NIC the line goes to the tap, never back up into a bridge of the guest. */
    private static boolean downwards(DeviceId from, Judged step) {
        boolean inGuest = from.scope().is(Scope.Kind.GUEST) || from.scope().is(Scope.Kind.HOST);
        return !inGuest || step.step() == Step.VIRTIO || !step.to().scope().equals(from.scope());
    }

    private Hop first(DeviceId start, boolean overNic) {
        Optional<Sighting> seen = sighting(start);
        boolean guest = start.scope().is(Scope.Kind.GUEST) || start.scope().is(Scope.Kind.HOST);
        Kind kind = seen.map(Sighting::deviceKind).orElse(new Kind.Link());
        if (overNic) {
            kind = upperKind(start, kind);
        } else if (guest) {
            kind = new Kind.Nic("");
        } else if (isTap(start)) {
            kind = new Kind.Tap();
        }
        return hop(
                device(start, kind),
                Optional.empty(),
                Verdict.PROVEN,
                "seen",
                seen.map(Sighting::evidence).orElseGet(() -> named(start)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** A tap that only libvirt's listing names. */
    private List<Origin> named(DeviceId tap) {
        return places.site(tap.scope()).stream()
                .flatMap(site -> site.all(DomainNic.class).stream())
                .filter(nic -> nic.target().equals(tap.name()))
                .map(DomainNic::origin)
                .limit(1)
                .toList();
    }

    private Kind upperKind(DeviceId start, Kind kind) {
        boolean ovs = judgement.from(start).stream().anyMatch(step -> step.step() == Step.OVS);
        return ovs ? new Kind.OvsBridge() : kind;
    }

    private boolean isTap(DeviceId device) {
        return places.site(device.scope())
                .filter(site -> PodDevices.isTap(site, device.name()))
                .isPresent();
    }

    private Hop hop(Judged step, List<Judged> fork, Optional<Mac> mac) {
        Kind seen = sighting(step.to()).map(Sighting::deviceKind).orElse(new Kind.Link());
        List<Hop.Witness> also = new ArrayList<>(step.also());
        mac.flatMap(station -> learned(step.to(), station)).ifPresent(also::add);
        List<Hop.Member> members = fork.size() < 2
                ? List.of()
                : fork.stream()
                        .map(one -> new Hop.Member(
                                device(
                                        one.to(),
                                        kind(
                                                one,
                                                sighting(one.to())
                                                        .map(Sighting::deviceKind)
                                                        .orElse(new Kind.Link()))),
                                one.step(),
                                one.verdict(),
                                one.rule(),
                                one.evidence()))
                        .toList();
        return hop(
                device(step.to(), kind(step, seen)),
                Optional.of(step.step()),
                step.verdict(),
                step.rule(),
                step.evidence(),
                step.premises(),
                also,
                members,
                step.candidates());
    }

    private static Hop hop(
            Device device,
            Optional<Step> step,
            Verdict verdict,
            String rule,
            List<Origin> evidence,
            List<String> premises,
            List<Hop.Witness> also,
            List<Hop.Member> members,
            List<Hop.Candidate> candidates) {
        return new Hop(
                device.id().scope(),
                Optional.of(device.id().name()),
                device.kind(),
                device.index(),
                device.mac(),
                device.mtu(),
                device.state(),
                step,
                verdict,
                rule,
                evidence,
                premises,
                also,
                members,
                candidates,
                "");
    }

    /** What sort of device a step of this sort leads to, where no output shows its kind. */
    private Kind kind(Judged step, Kind seen) {
        boolean open = seen instanceof Kind.Link;
        return switch (step.step()) {
            case VIRTIO -> seen instanceof Kind.Other ? seen : new Kind.Tap();
            case PEER -> open ? new Kind.Veth(OptionalInt.empty(), OptionalInt.empty()) : seen;
            case OVS -> isOvsBridge(step.to()) ? new Kind.OvsBridge() : guestNic(step, seen);
            case MEMBER -> open && !step.fork() ? new Kind.Bridge() : guestNic(step, seen);
            case VLAN, BOND -> guestNic(step, seen);
            case NAT, ROUTE, LOWER, PASSTHROUGH -> seen;
        };
    }

    private boolean isOvsBridge(DeviceId device) {
        return places.site(device.scope()).stream()
                .flatMap(site -> site.all(OvsPort.class).stream())
                .anyMatch(port -> port.bridge().equals(device.name()));
    }

    private static Kind guestNic(Judged step, Kind seen) {
        boolean guest =
                step.to().scope().is(Scope.Kind.GUEST) || step.to().scope().is(Scope.Kind.HOST);
        return guest && seen instanceof Kind.Link ? new Kind.Nic("") : seen;
    }

    /** The guest's MAC, learned at the node's veth from traffic: an independent witness of pair and port. */
    private Optional<Hop.Witness> learned(DeviceId device, Mac mac) {
        if (!device.scope().is(Scope.Kind.NODE)) {
            return Optional.empty();
        }
        List<Origin> evidence = places.site(device.scope()).stream()
                .flatMap(site -> site.all(ForwardingEntry.class).stream())
                .filter(entry -> entry.learned()
                        && entry.device().equals(device.name())
                        && entry.mac().equals(mac))
                .map(ForwardingEntry::origin)
                .limit(1)
                .toList();
        return evidence.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hop.Witness(
                        "fdb-witness", "the guest's MAC " + mac + " was learned at this port", evidence));
    }

    private String finish(List<Hop> hops, DeviceId at, boolean translated) {
        if (translated || PodNetwork.isPrimary(places, at)) {
            hops.add(PodNetwork.beyond(places, at));
            return "cluster-network";
        }
        Kind kind = hops.getLast().kind();
        boolean onNode = at.scope().is(Scope.Kind.NODE);
        boolean below = hops.size() > 1 && onNode && lastStep(hops) != Step.PEER && !isBridgeEntry(hops);
        if (below) {
            return kind instanceof Kind.Nic ? "nic" : "link";
        }
        hops.add(Gaps.after(places, judgement, at, hops.getLast()));
        return "unknown";
    }

    /** Whether the last step led from a veth into a bridge, beyond which an uplink is to be expected. */
    private static boolean isBridgeEntry(List<Hop> hops) {
        return hops.size() > 1
                        && hops.get(hops.size() - 2)
                                .step()
                                .filter(step -> step == Step.PEER)
                                .isPresent()
                || hops.getLast().kind() instanceof Kind.Bridge
                || hops.getLast().kind() instanceof Kind.OvsBridge;
    }

    private Device device(DeviceId id, Kind kind) {
        return sighting(id)
                .map(seen -> seen.device(kind))
                .orElseGet(() -> new Device(
                        id,
                        kind,
                        OptionalInt.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of()));
    }

    private Optional<Sighting> sighting(DeviceId id) {
        return places.site(id.scope()).flatMap(site -> site.device(id.name()));
    }
}
