package dev.plumbline.answers.reach;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Cidr;
import dev.plumbline.facts.Ip;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Foretells pings in one topology. */
final class Pinger {

    /** What ping writes before ICMP's payload. */
    private static final int HEADERS_4 = 28;

    private static final int HEADERS_6 = 48;

    private final Terrain terrain;
    private final Stacks stacks;
    private final Segments segments;
    private final Owners owners;
    private final Wires wires;

    Pinger(Topology topology) {
        this.terrain = new Terrain(topology);
        this.stacks = new Stacks(terrain);
        this.segments = new Segments(terrain);
        this.owners = new Owners(topology);
        this.wires = new Wires(terrain, owners);
    }

    Stacks stacks() {
        return stacks;
    }

    Owners owners() {
        return owners;
    }

    /** What became of a ping, and what it met. @param cause empty where it is answered */
    record Told(Outcome outcome, Optional<Cause> cause, Log log) {}

    /** @param bound the device that ping is bound to @param payload bytes of ICMP's payload */
    Told ping(Scope scope, Optional<DeviceId> bound, Ip to, int payload) {
        Told told = sent(scope, bound, to, payload);
        boolean absence = told.cause().filter(cause -> !cause.sort().shown()).isPresent() || perhapsOwn(scope, to);
        // That frames come to both of two, a VLAN or a filter that was not seen would deny.
        if (told.outcome() == Outcome.UNSTABLE || told.outcome() == Outcome.DIES && absence) {
            told.log().rests(Log.ALL_SHOWN);
        }
        return told;
    }

    /** Whether one output or line more might show that the sender has the address itself: then nothing is sent at all. */
    private boolean perhapsOwn(Scope scope, Ip to) {
        boolean addressesSeen =
                stacks.of(scope).filter(stack -> !stack.locals().isEmpty()).isPresent();
        return !addressesSeen || stacks.holders(to).isEmpty();
    }

    private Told sent(Scope scope, Optional<DeviceId> bound, Ip to, int payload) {
        Log log = new Log(terrain);
        Journey journey = new Journey(terrain, stacks, segments, owners, log);
        int size = payload + (to.six() ? HEADERS_6 : HEADERS_4);
        Passage out =
                journey.travel(scope, new Journey.Packet(bound, Optional.empty(), to, size, true, Optional.empty()));
        return switch (out) {
            case Passage.Ended ended -> new Told(ended.outcome(), Optional.of(ended.cause()), log);
            case Passage.Left left -> left(left, size, log);
            case Passage.Arrived arrived -> answer(scope, arrived, to, journey, log);
        };
    }

    /** The answer goes its own way, which may be another; the kernel sends it in fragments where it must. */
    private Told answer(Scope asker, Passage.Arrived arrived, Ip to, Journey journey, Log log) {
        if (arrived.scope().equals(asker)) {
            return new Told(Outcome.ARRIVES, Optional.empty(), log);
        }
        log.answered();
        DeviceId asked = firstSender(log, asker);
        if (arrived.from().isEmpty()) {
            Cause unseen = Cause.unseen(asked, "the address that it is sent from was not seen", "ip addr");
            return new Told(Outcome.UNKNOWN, Optional.of(unseen), log);
        }
        Ip from = arrived.from().get();
        Passage back = journey.travel(
                arrived.scope(),
                new Journey.Packet(Optional.empty(), Optional.of(to), from, arrived.size(), false, Optional.of(asked)));
        return switch (back) {
            case Passage.Arrived home
            when home.scope().equals(asker) -> {
                unfiltered(log);
                yield new Told(Outcome.ARRIVES, Optional.empty(), log);
            }
            case Passage.Arrived other ->
                new Told(
                        Outcome.UNSTABLE,
                        Optional.of(Cause.of(
                                Cause.Sort.ADDRESS_CLASH,
                                other.device(),
                                "the answer goes to " + other.scope().path() + ", which has " + from + " as well")),
                        log);
            case Passage.Ended ended ->
                new Told(
                        ended.outcome(),
                        Optional.of(new Cause(
                                ended.cause().sort(),
                                ended.cause().at(),
                                "the answer: " + ended.cause().says(),
                                ended.cause().need())),
                        log);
            case Passage.Left left ->
                new Told(
                        Outcome.LEAVES,
                        Optional.of(Cause.of(
                                Cause.Sort.NOT_SEEN, left.device(), "the answer goes out by " + left.device())),
                        log);
        };
    }

    /** That nothing on a node drops a frame no listing of rules can prove: a line of it may be lost. */
    private static void unfiltered(Log log) {
        SortedSet<String> nodes = new TreeSet<>();
        log.hops().stream()
                .map(Hop::scope)
                .filter(scope -> scope.is(Scope.Kind.NODE))
                .forEach(scope -> nodes.add(scope.name()));
        if (!nodes.isEmpty() && log.verdict() == Verdict.PROVEN) {
            log.rests("no packet filter of " + String.join(", ", nodes) + " drops these frames");
        }
    }

    private static DeviceId firstSender(Log log, Scope asker) {
        return log.hops().stream()
                .filter(hop -> hop.scope().equals(asker))
                .findFirst()
                .map(hop -> new DeviceId(asker, hop.label()))
                .orElse(new DeviceId(asker, "lo"));
    }

    private Told left(Passage.Left left, int size, Log log) {
        if (left.exit() < 0) {
            return cluster(left, size, log);
        }
        Trail trail = new Trail(terrain, left.flood().trail(left.exit()));
        Flood.Stop exit = left.flood().stop(left.exit());
        Optional<Cause> lost = trail.tooBig(size);
        log.goes(trail, lost.flatMap(Cause::at));
        if (lost.isPresent()) {
            // That the station is out there, and not on another way, is only that it was not seen.
            log.rests(Log.ALL_SHOWN);
            return new Told(Outcome.DIES, lost, log);
        }
        List<Cidr> subnets = stacks.of(left.device().scope()).stream()
                .flatMap(stack -> stack.locals().stream())
                .filter(local -> local.device().equals(left.device()))
                .map(Stack.Local::subnet)
                .toList();
        Optional<Cause> wrong = wires.wrong(trail, subnets, exit.device());
        if (wrong.isPresent()) {
            log.weaken(Verdict.INFERRED);
            return new Told(Outcome.DIES, wrong, log);
        }
        Optional<Cause> noWayBack = back(left.device(), exit, size);
        if (noWayBack.isPresent()) {
            log.rests(Log.ALL_SHOWN);
            return new Told(Outcome.DIES, noWayBack, log);
        }
        return new Told(
                Outcome.LEAVES,
                Optional.of(Cause.of(
                        Cause.Sort.NOT_SEEN,
                        exit.device(),
                        "beyond " + exit.device() + " nothing is seen"
                                + (exit.vlan() == 0 ? "" : "; frames bear the tag of VLAN " + exit.vlan()))),
                log);
    }

    /** Whether what may answer out there could come back to the sender. */
    private Optional<Cause> back(DeviceId sender, Flood.Stop exit, int size) {
        Flood in = segments.into(exit.device(), exit.vlan());
        if (!in.takes(sender)) {
            return in.ends().stream().findFirst().map(Flood.End::cause);
        }
        Trail way = new Trail(terrain, in.to(sender));
        return terrain.device(sender).mac().flatMap(way::astray).or(() -> way.tooBig(size));
    }

    /** Into the cluster's network by the path that the topology knows. */
    private Told cluster(Passage.Left left, int size, Log log) {
        List<Hop> rest = rest(log);
        log.follows(rest);
        Optional<Hop> narrow = rest.stream()
                .filter(hop -> hop.mtu().isPresent()
                        && size > hop.mtu().getAsInt()
                        && !hop.kind().word().equals("bridge"))
                .findFirst();
        if (narrow.isPresent()) {
            Hop hop = narrow.get();
            return new Told(
                    Outcome.DIES,
                    Optional.of(Cause.of(
                            Cause.Sort.MTU,
                            new DeviceId(hop.scope(), hop.label()),
                            hop.label() + " takes packets of up to " + hop.mtu().getAsInt() + " bytes, this one has "
                                    + size)),
                    log);
        }
        log.weaken(Verdict.INFERRED);
        return new Told(
                Outcome.LEAVES,
                Optional.of(Cause.of(Cause.Sort.NOT_SEEN, left.device(), "it goes into " + left.beyond())),
                log);
    }

    /** The hops of the sender's path behind the last one that the ping came to. */
    private List<Hop> rest(Log log) {
        if (log.hops().isEmpty()) {
            return List.of();
        }
        Hop first = log.hops().getFirst();
        Hop last = log.hops().getLast();
        List<Hop> path = owners.of(new DeviceId(first.scope(), first.label()))
                .map(owner -> owner.nic().path().hops())
                .orElse(List.of());
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).scope().equals(last.scope()) && path.get(i).label().equals(last.label())) {
                return path.subList(i + 1, path.size());
            }
        }
        return List.of();
    }
}
