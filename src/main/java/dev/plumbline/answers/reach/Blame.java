package dev.plumbline.answers.reach;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Ip;
import dev.plumbline.topology.DeviceId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Why no one answers for an address in a segment. */
record Blame(Terrain terrain, Stacks stacks, Segments segments) {

    /** Nothing that was seen keeps the frame from one who may be out there. */
    static final Optional<Passage.Ended> NONE = Optional.empty();

    /**
     * @param device the sender's
     * @param next the address that is asked for
     * @param near scopes of the sender's own line, whose holder of the address is meant where several have it
     */
    Optional<Passage.Ended> why(DeviceId device, Flood flood, Ip next, Set<Scope> near) {
        boolean closed = flood.exits().isEmpty();
        if (closed && !flood.gaps().isEmpty()) {
            return unknown(flood.gaps().getLast().cause());
        }
        List<DeviceId> holders = stacks.holders(next).stream()
                .filter(local -> !local.device().scope().equals(device.scope()))
                .filter(local -> !local.device().scope().is(Scope.Kind.NODE) || neighbours(device, local))
                .map(Stack.Local::device)
                .toList();
        List<DeviceId> meant =
                holders.stream().filter(holder -> near.contains(holder.scope())).toList();
        for (DeviceId holder : meant.isEmpty() ? holders : meant) {
            Optional<Passage.Ended> why = between(device, flood, holder);
            if (why.isPresent()) {
                return why;
            }
        }
        if (!closed) {
            return NONE;
        }
        return dies(
                flood.ends().isEmpty()
                        ? Cause.of(
                                Cause.Sort.NOBODY_ANSWERS,
                                device,
                                "nobody in the segment of " + device.name() + " has " + next)
                        : flood.ends().getLast().cause());
    }

    /** Whether a node's device is in the sender's subnet: its container bridges may have the same addresses as a network. */
    private boolean neighbours(DeviceId device, Stack.Local other) {
        return stacks.of(device.scope()).stream()
                .flatMap(stack -> stack.locals().stream())
                .anyMatch(local -> local.device().equals(device)
                        && local.subnet().network().equals(other.subnet().network()));
    }

    /** Why a frame does not come to a device that has the address. */
    Optional<Passage.Ended> between(DeviceId device, Flood flood, DeviceId holder) {
        if (alone(flood, device)) {
            return dies(lastOf(flood, device));
        }
        Optional<Cause> mute = Health.mute(terrain.device(holder));
        if (mute.isPresent()) {
            return dies(mute.get());
        }
        Flood back = segments.from(holder);
        if (alone(back, holder)) {
            return back.gaps().isEmpty()
                    ? dies(lastOf(back, holder))
                    : unknown(back.gaps().getLast().cause());
        }
        Set<DeviceId> theirs = new HashSet<>();
        back.all().forEach(stop -> theirs.add(stop.device()));
        Optional<Cause> met = flood.ends().stream()
                .filter(end -> theirs.contains(flood.stop(end.stop()).device())
                        || end.cause().at().filter(theirs::contains).isPresent())
                .map(Flood.End::cause)
                .findFirst();
        if (met.isPresent()) {
            return dies(met.get());
        }
        return apart(device, flood, holder, back);
    }

    private Optional<Passage.Ended> apart(DeviceId device, Flood flood, DeviceId holder, Flood back) {
        if (flood.exits().isEmpty() || back.exits().isEmpty()) {
            boolean gap = !(flood.exits().isEmpty() ? flood.gaps() : back.gaps()).isEmpty();
            return gap
                    ? unknown((flood.exits().isEmpty() ? flood : back)
                            .gaps()
                            .getLast()
                            .cause())
                    : dies(Cause.of(
                            Cause.Sort.WRONG_WIRE,
                            holder,
                            "no wire joins the segment of " + holder + " to that of " + device));
        }
        Flood.Stop out = flood.stop(flood.exits().getFirst());
        Flood.Stop in = back.stop(back.exits().getFirst());
        if (out.vlan() != in.vlan()) {
            return dies(Cause.of(
                    Cause.Sort.VLAN,
                    out.device(),
                    "frames go out " + tag(out.vlan()) + ", those of " + holder + " " + tag(in.vlan())));
        }
        return dies(Cause.of(
                Cause.Sort.WRONG_WIRE,
                out.device(),
                "frames go out by " + out.device() + ", those of " + holder + " by " + in.device()));
    }

    private static String tag(int vlan) {
        return vlan == 0 ? "untagged" : "in VLAN " + vlan;
    }

    /** Whether a frame comes to no one, and out of nothing. */
    private static boolean alone(Flood flood, DeviceId device) {
        return flood.exits().isEmpty()
                && flood.taken().stream().allMatch(taken -> taken.scope().equals(device.scope()));
    }

    private static Cause lastOf(Flood flood, DeviceId device) {
        return flood.ends().isEmpty()
                ? Cause.of(Cause.Sort.MISSING_PORT, device, device.name() + " leads to no one")
                : flood.ends().getLast().cause();
    }

    static Optional<Passage.Ended> dies(Cause cause) {
        return Optional.of(new Passage.Ended(Outcome.DIES, cause));
    }

    static Optional<Passage.Ended> unknown(Cause cause) {
        return Optional.of(new Passage.Ended(Outcome.UNKNOWN, cause));
    }

    /** Scopes of a NIC's own line. */
    static Set<Scope> line(Optional<Owners.Owner> owner) {
        Set<Scope> scopes = new HashSet<>();
        owner.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.nic().path()), one.nic().otherPaths().stream()))
                .forEach(path -> path.hops().forEach(hop -> scopes.add(hop.scope())));
        return scopes;
    }
}
