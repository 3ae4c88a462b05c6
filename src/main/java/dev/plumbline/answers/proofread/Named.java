package dev.plumbline.answers.proofread;

import dev.plumbline.topology.DeviceId;
import java.util.List;
import java.util.Set;

/**
 * A word of a claim with everything that it may stand for.
 *
 * @param name as the evidence writes it
 * @param places where it lies on lines, in the order of machines and NICs
 * @param devices every device of that name, on lines or not
 * @param sorts what it may be; empty where no output shows it
 */
record Named(Word word, String name, List<Place> places, List<DeviceId> devices, Set<Sort> sorts) {

    /** @param line its number */
    record Place(int line, Stop stop) {}

    boolean known() {
        return !places.isEmpty() || !devices.isEmpty() || !sorts.isEmpty();
    }
}
