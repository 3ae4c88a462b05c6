package dev.plumbline.answers.reach;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Ip;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** One packet's way from machine to machine: routes, next hops, translation. */
final class Journey {

    /** Routers that a packet passes at most; more of them are a loop. */
    private static final int ROUTERS = 8;

    private final Terrain terrain;
    private final Stacks stacks;
    private final Segments segments;
    private final Owners owners;
    private final Answerers answerers;
    private final Blame blame;
    private final Log log;
    /** A pod that translates, and the guest whose address it took away. */
    private final Map<Scope, Ip> translated = new HashMap<>();

    Journey(Terrain terrain, Stacks stacks, Segments segments, Owners owners, Log log) {
        this.terrain = terrain;
        this.stacks = stacks;
        this.segments = segments;
        this.owners = owners;
        this.answerers = new Answerers(terrain, stacks);
        this.blame = new Blame(terrain, stacks, segments);
        this.log = log;
    }

    /**
     * @param bound the device that the sender's socket is bound to
     * @param from the source; empty where the route is to choose it
     * @param size bytes of IP
     * @param whole whether it may not be sent in fragments
     * @param asked the device that asked, which needs not be asked for: its question told its station
     */
    record Packet(
            Optional<DeviceId> bound, Optional<Ip> from, Ip to, int size, boolean whole, Optional<DeviceId> asked) {}

    Passage travel(Scope start, Packet packet) {
        Scope scope = start;
        Optional<DeviceId> came = Optional.empty();
        Optional<Ip> from = packet.from();
        Ip to = packet.to();
        int size = packet.size();
        for (int i = 0; i < ROUTERS; i++) {
            Optional<Stack> known = stacks.of(scope);
            if (known.isEmpty()) {
                return beyond(
                        scope, came, Cause.unseen(new DeviceId(scope, ""), "its addresses were not seen", "ip addr"));
            }
            Stack stack = known.get();
            Optional<Cause> refused = refused(stack, came, from);
            if (refused.isPresent()) {
                return new Passage.Ended(Outcome.DIES, refused.get());
            }
            if (stack.holds(to)) {
                Ip back = translated.get(scope);
                if (back == null || packet.asked().isEmpty()) {
                    DeviceId device = came.orElse(stack.holder(to));
                    return new Passage.Arrived(scope, device, from, size);
                }
                to = back;
            }
            if (i > 0 && !forwards(scope, came)) {
                return new Passage.Ended(
                        Outcome.DIES,
                        Cause.of(
                                Cause.Sort.NEXT_HOP,
                                came.orElseThrow(),
                                scope.path() + " has not " + to + " and forwards nothing"));
            }
            Optional<Stack.Choice> choice = stack.route(to, i == 0 ? packet.bound() : Optional.empty());
            if (choice.isEmpty()) {
                return noRoute(stack, scope, came, to);
            }
            if (!choice.get().sure()) {
                log.rests(Log.ALL_SHOWN);
            }
            if (terrain.setting(scope, "ip_rules").isPresent()) {
                log.rests("the rules of " + scope.path() + " (ip rule) choose no other table for " + to);
            }
            DeviceId device = choice.get().device();
            Optional<Edge> nat =
                    came.flatMap(terrain::nat).filter(edge -> edge.to().equals(device));
            if (nat.isPresent() && from.isEmpty()) {
                return new Passage.Ended(
                        Outcome.UNKNOWN,
                        Cause.unseen(
                                new DeviceId(start, ""), "the address that it is sent from was not seen", "ip addr"));
            }
            if (nat.isPresent()) {
                translated.put(scope, from.orElseThrow());
                from = stack.source(device, choice.get().next());
            } else if (i == 0 && from.isEmpty()) {
                from = stack.source(device, choice.get().next());
            }
            log.sends(device, nat);
            Optional<Passage> ill = sendable(device, size, packet.whole());
            if (ill.isPresent()) {
                return ill.get();
            }
            size = Math.min(size, mtu(device, size));
            Flood flood = segments.from(device);
            List<DeviceId> answers = answers(flood, choice.get(), packet, stack, scope);
            if (answers.isEmpty()) {
                return unanswered(device, flood, choice.get(), nat.isPresent() || came.isPresent());
            }
            Optional<Passage> wrong =
                    deliver(device, flood, answers, size, packet, choice.get().next());
            if (wrong.isPresent()) {
                return wrong.get();
            }
            came = Optional.of(answers.getFirst());
            scope = answers.getFirst().scope();
        }
        return new Passage.Ended(
                Outcome.DIES, Cause.of(Cause.Sort.NEXT_HOP, came.orElseThrow(), "routers send it in a circle"));
    }

    private Optional<Cause> refused(Stack stack, Optional<DeviceId> came, Optional<Ip> from) {
        return came.isPresent() && from.isPresent()
                ? new ReversePath(terrain, log).refuses(stack, came.get(), from.get())
                : Optional.empty();
    }

    /** Nodes and launchers forward; of another machine it must have been seen. */
    private boolean forwards(Scope scope, Optional<DeviceId> came) {
        Optional<String> said = terrain.setting(scope, "ip_forward");
        if (said.isPresent()) {
            return said.get().equals("1");
        }
        boolean made =
                scope.is(Scope.Kind.NODE) || came.flatMap(terrain::nat).isPresent() || translated.containsKey(scope);
        if (!made) {
            log.rests(scope.path() + " does not forward packets (ip_forward was not seen)");
        }
        return made;
    }

    private Passage noRoute(Stack stack, Scope scope, Optional<DeviceId> came, Ip to) {
        DeviceId at = came.orElseGet(() -> new DeviceId(scope, ""));
        return stack.routesKnown()
                ? new Passage.Ended(
                        Outcome.DIES, Cause.of(Cause.Sort.NO_ROUTE, at, scope.path() + " has no route to " + to))
                : beyond(scope, came, Cause.unseen(at, "its routes were not seen", "ip route"));
    }

    /** What a pod's own network does is the cluster's business; elsewhere evidence is missing. */
    private Passage beyond(Scope scope, Optional<DeviceId> came, Cause cause) {
        boolean cluster =
                came.flatMap(terrain::nat).isPresent() || translated.size() > 0 && !scope.is(Scope.Kind.GUEST);
        return cluster
                ? new Passage.Left(came.orElseThrow(), segments.from(came.orElseThrow()), -1, "the cluster network")
                : new Passage.Ended(Outcome.UNKNOWN, cause);
    }

    private Optional<Passage> sendable(DeviceId device, int size, boolean whole) {
        Device sender = terrain.device(device);
        Optional<Cause> down = Health.down(sender).or(() -> Health.mute(sender));
        if (down.isPresent()) {
            return Optional.of(new Passage.Ended(Outcome.DIES, down.get()));
        }
        OptionalInt mtu = sender.mtu();
        if (whole && mtu.isPresent() && size > mtu.getAsInt()) {
            return Optional.of(new Passage.Ended(
                    Outcome.DIES,
                    Cause.of(
                            Cause.Sort.MTU,
                            device,
                            device.name() + " sends packets of up to " + mtu.getAsInt() + " bytes, this one has "
                                    + size)));
        }
        return Optional.empty();
    }

    private int mtu(DeviceId device, int otherwise) {
        return terrain.device(device).mtu().orElse(otherwise);
    }

    private List<DeviceId> answers(Flood flood, Stack.Choice choice, Packet packet, Stack stack, Scope scope) {
        boolean told = packet.asked()
                .filter(asked -> flood.takes(asked)
                        && stacks.of(asked.scope())
                                .filter(other -> other.holds(choice.next()))
                                .isPresent())
                .isPresent();
        if (told) {
            return List.of(packet.asked().orElseThrow());
        }
        List<DeviceId> answers = answerers.of(flood, choice.next(), scope);
        if (answers.isEmpty() && stack.holds(choice.next())) {
            return List.of();
        }
        return answers;
    }

    private Passage unanswered(DeviceId device, Flood flood, Stack.Choice choice, boolean router) {
        Set<Scope> near = Blame.line(owners.of(device));
        Optional<Passage.Ended> why = blame.why(device, flood, choice.next(), near);
        if (why.isPresent() && !(router && why.get().outcome() == Outcome.UNKNOWN)) {
            Passage.Ended ended = why.get();
            alone(flood, ended);
            ended.cause().at().ifPresent(at -> until(flood, at));
            return ended;
        }
        if (why.isPresent()) {
            return new Passage.Left(device, flood, -1, "the cluster network");
        }
        int exit = flood.exits().getFirst();
        return new Passage.Left(device, flood, exit, "");
    }

    /** Beside several ways that were seen there may be one that was not; and one end's trouble is not another's. */
    private void alone(Flood flood, Passage.Ended ended) {
        boolean only = flood.straight()
                && flood.exits().isEmpty()
                && flood.ends().stream().map(Flood.End::cause).anyMatch(ended.cause()::equals);
        if (!only) {
            log.rests(Log.ALL_SHOWN);
        }
    }

    /** The way as far as the device where it ends, where that is on it. */
    private void until(Flood flood, DeviceId at) {
        for (int i = 0; i < flood.all().size(); i++) {
            if (flood.stop(i).device().equals(at)) {
                log.goes(new Trail(terrain, flood.trail(i)), Optional.empty());
                return;
            }
        }
        flood.ends().stream()
                .findFirst()
                .ifPresent(end -> log.goes(new Trail(terrain, flood.trail(end.stop())), Optional.empty()));
    }

    private Optional<Passage> deliver(
            DeviceId device, Flood flood, List<DeviceId> answers, int size, Packet packet, Ip next) {
        DeviceId station = answers.getFirst();
        Set<Scope> scopes = new HashSet<>();
        answers.forEach(answer -> scopes.add(answer.scope()));
        Trail trail = new Trail(terrain, flood.to(station));
        if (!flood.loops().isEmpty()) {
            log.goes(trail, Optional.of(device));
            log.rests("no spanning tree opens the ring");
            return Optional.of(
                    new Passage.Ended(Outcome.UNSTABLE, flood.loops().getFirst().cause()));
        }
        if (scopes.size() > 1) {
            log.goes(trail, Optional.of(device));
            return unstable(
                    Cause.Sort.ADDRESS_CLASH,
                    station,
                    next + " is claimed by " + station + " and " + answers.getLast());
        }
        answerers.premise(flood, station.scope()).ifPresent(log::rests);
        boolean asked = packet.asked().equals(Optional.of(station));
        List<DeviceId> claiming = answerers.claiming(flood, device, station);
        if (!claiming.isEmpty() && !asked) {
            if (claiming.contains(device) || !answerers.holds(flood, station, claiming)) {
                log.goes(trail, Optional.of(device));
                return unstable(
                        Cause.Sort.MAC_CLASH,
                        station,
                        terrain.device(station).mac().orElseThrow() + " is claimed by " + station + " and "
                                + claiming.getFirst());
            }
            log.rests("the bridge still sends frames for "
                    + terrain.device(station).mac().orElseThrow() + " to " + station + ", as its table shows");
        }
        Optional<Cause> lost = terrain.device(station)
                .mac()
                .flatMap(trail::astray)
                .or(() -> several(flood, answers, size).isEmpty() ? trail.tooBig(size) : Optional.empty());
        log.goes(trail, lost.flatMap(Cause::at));
        if (lost.isPresent()) {
            return Optional.of(new Passage.Ended(Outcome.DIES, lost.get()));
        }
        Optional<Passage> flux = several(flood, answers, size);
        if (flux.isPresent()) {
            return flux;
        }
        Flood back = segments.from(station);
        if (!back.takes(device) && !asked) {
            Optional<Passage.Ended> ended = blame.between(station, back, device);
            ended.ifPresent(one -> alone(back, one));
            return ended.map(Passage.class::cast);
        }
        return Optional.empty();
    }

    /** A machine that answers on several devices: which of them is sent to is chance. */
    private Optional<Passage> several(Flood flood, List<DeviceId> answers, int size) {
        if (answers.size() == 1) {
            return Optional.empty();
        }
        List<Boolean> lost = answers.stream()
                .map(answer -> new Trail(terrain, flood.to(answer)).tooBig(size).isPresent())
                .distinct()
                .toList();
        return lost.size() > 1
                ? unstable(
                        Cause.Sort.MTU,
                        answers.getFirst(),
                        answers.getFirst().scope().path() + " answers on " + answers.size()
                                + " devices, and not all take this size")
                : Optional.empty();
    }

    private static Optional<Passage> unstable(Cause.Sort sort, DeviceId at, String says) {
        return Optional.of(new Passage.Ended(Outcome.UNSTABLE, Cause.of(sort, at, says)));
    }
}
