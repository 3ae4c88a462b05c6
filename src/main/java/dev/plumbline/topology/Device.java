package dev.plumbline.topology;

import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.Mac;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A thing that carries frames, in one scope, put together from everything that was seen of it.
 *
 * @param index ifindex in the scope's network namespace
 * @param mtu bytes
 * @param state operstate in lower case (up, down, unknown ...), where shown
 * @param flags the kernel's flags, where shown
 * @param master the device it is a port of
 * @param evidence where it was seen, sorted
 */
public record Device(
        DeviceId id,
        Kind kind,
        OptionalInt index,
        Optional<Mac> mac,
        OptionalInt mtu,
        Optional<String> state,
        List<String> flags,
        Optional<String> master,
        List<Origin> evidence) {

    public Device {
        flags = List.copyOf(flags);
        evidence = List.copyOf(evidence);
    }
}
