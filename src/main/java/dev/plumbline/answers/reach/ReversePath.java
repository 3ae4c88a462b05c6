package dev.plumbline.answers.reach;

import dev.plumbline.facts.Ip;
import dev.plumbline.topology.DeviceId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether a machine takes packets by a device by which it would not answer their sender (Linux, ip-sysctl.rst, rp_filter;
 * net/ipv4/fib_frontend.c, fib_validate_source). IPv6 knows nothing of the sort.
 */
record ReversePath(Terrain terrain, Log log) {

    private static final String NAME = "rp_filter";
    private static final int STRICT = 1;
    private static final int LOOSE = 2;

    /** Why it drops a packet that came in by a device; what is assumed goes into the log. */
    Optional<Cause> refuses(Stack stack, DeviceId came, Ip from) {
        Optional<DeviceId> back = stack.route(from, Optional.empty()).map(Stack.Choice::device);
        if (from.six() || back.equals(Optional.of(came)) || back.isEmpty() && !stack.routesKnown()) {
            return Optional.empty();
        }
        OptionalInt all = mode(terrain.setting(came.scope(), NAME));
        OptionalInt own = mode(terrain.setting(came, NAME));
        int higher = Math.max(all.orElse(0), own.orElse(0));
        boolean sure = higher == LOOSE || all.isPresent() && own.isPresent();
        if (!sure) {
            log.rests(came + " has " + (higher == STRICT ? "rp_filter 1" : "no rp_filter") + " of its own");
        }
        boolean dropped = higher == STRICT || higher == LOOSE && back.isEmpty();
        return dropped
                ? Optional.of(Cause.of(
                        Cause.Sort.REVERSE_PATH,
                        came,
                        "rp_filter drops what comes from " + from + " by " + came.name() + ": the way back is "
                                + back.map(device -> "by " + device.name()).orElse("not known")))
                : Optional.empty();
    }

    private static OptionalInt mode(Optional<String> value) {
        return value.filter(text -> text.matches("[0-2]")).stream()
                .mapToInt(Integer::parseInt)
                .findFirst();
    }
}
