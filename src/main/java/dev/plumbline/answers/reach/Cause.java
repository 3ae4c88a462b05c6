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
        MTU(true),
        VLAN,
        MISSING_PORT,
        LINK_DOWN(true),
        NO_CARRIER(true),
        BRIDGE_DOWN(true),
        PORT_STATE(true),
        ISOLATED(true),
        STATIC_STATION(true),
        MAC_CLASH(true),
        ADDRESS_CLASH(true),
        NO_ARP(true),
        NO_ROUTE,
        NEXT_HOP,
        NOBODY_ANSWERS,
        WRONG_WIRE,
        NOT_FORWARDED,
        NAT,
        SPOOF_CHECK(true),
        REVERSE_PATH(true),
        LOOP(true),
        NOT_SEEN;

        private final boolean shown;

        Sort() {
            this(false);
        }

        Sort(boolean shown) {
            this.shown = shown;
        }

        /** Whether an output shows it; else it follows from what no output shows, and a lost line would undo it. */
        boolean shown() {
            return shown;
        }

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
