package dev.plumbline.answers.reach;

import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import java.util.Optional;

/** Whether a device carries frames at all. What no output shows is taken to be in order. */
final class Health {

    private Health() {}

    /** Why it carries none. */
    static Optional<Cause> of(Terrain terrain, DeviceId id) {
        return down(terrain.device(id)).or(() -> noCarrier(terrain, id));
    }

    /** Whether someone set it down. */
    static Optional<Cause> down(Device device) {
        boolean down = device.flags().isEmpty()
                ? device.state().filter("down"::equals).isPresent()
                : !device.flags().contains("UP");
        return down
                ? Optional.of(
                        Cause.of(Cause.Sort.LINK_DOWN, device.id(), device.id().name() + " is down"))
                : Optional.empty();
    }

    /** Whether it neither asks nor answers for stations, though its packets need one: a tunnel's end has but one neighbour. */
    static Optional<Cause> mute(Device device) {
        boolean asks = !device.flags().contains("POINTOPOINT") && device.mac().isPresent();
        return asks && device.flags().contains("NOARP")
                ? Optional.of(Cause.of(
                        Cause.Sort.NO_ARP, device.id(), device.id().name() + " neither asks nor answers by ARP"))
                : Optional.empty();
    }

    /** A bridge whose ports are down has no carrier either, and that says nothing of its own. */
    private static Optional<Cause> noCarrier(Terrain terrain, DeviceId id) {
        Device device = terrain.device(id);
        boolean lost = device.flags().contains("NO-CARRIER")
                || device.state().filter("lowerlayerdown"::equals).isPresent();
        return lost && !terrain.bridge(id)
                ? Optional.of(Cause.of(Cause.Sort.NO_CARRIER, id, id.name() + " has no carrier"))
                : Optional.empty();
    }
}
