package dev.plumbline.answers.reach;

import dev.plumbline.topology.DeviceId;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a frame does not go on.
 *
 * @param at the device where it ends
 * @param says what is so there, in a few words
 * @param need the command that would tell, where evidence is missing; else empty
 */
record Cause(Sort sort, Optional<DeviceId> at, String says, Optional<Wanted> need) {

    /** What sort of reason; each is a word of the outward contract. */
    enum Sort {
        MTU,
        VLAN,
        MISSING_PORT,
        LINK_DOWN,
        NO_CARRIER,
        BRIDGE_DOWN,
        PORT_STATE,
        ISOLATED,
        STATIC_STATION,
        MAC_CLASH,
        ADDRESS_CLASH,
        NO_ARP,
        NO_ROUTE,
        NEXT_HOP,
        NOBODY_ANSWERS,
        WRONG_WIRE,
        NOT_FORWARDED,
        NAT,
        SPOOF_CHECK,
        LOOP,
        NOT_SEEN;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A read-only command and the place to run it in. */
    record Wanted(dev.plumbline.evidence.Scope scope, String command) {}

    static Cause of(Sort sort, DeviceId at, String says) {
        return new Cause(sort, Optional.of(at), says, Optional.empty());
    }

    static Cause unseen(DeviceId at, String says, String command) {
        return new Cause(Sort.NOT_SEEN, Optional.of(at), says, Optional.of(new Wanted(at.scope(), command)));
    }
}
