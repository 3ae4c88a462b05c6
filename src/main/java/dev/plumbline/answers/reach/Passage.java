package dev.plumbline.answers.reach;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Ip;
import dev.plumbline.topology.DeviceId;
import java.util.Optional;

/** What became of a packet that travelled. */
sealed interface Passage {

    /**
     * It came to a machine that has its destination.
     *
     * @param device by which it came
     * @param from its source as it is then, translated or not
     * @param size bytes of IP; smaller than at first where it was sent in fragments
     */
    record Arrived(Scope scope, DeviceId device, Optional<Ip> from, int size) implements Passage {}

    /** It did not. */
    record Ended(Outcome outcome, Cause cause) implements Passage {}

    /** It went out to where nothing is seen. @param device the sender's device @param flood its frame's */
    record Left(DeviceId device, Flood flood, int exit, String beyond) implements Passage {}
}
