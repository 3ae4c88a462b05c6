package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.Netns;
import java.util.Comparator;

/**
 * A device in one place of a lab.
 *
 * @param device its name; for what is no device's, such as a route, that of the device it hangs on
 */
public record Spot(Netns place, String device) implements Comparable<Spot> {

    private static final Comparator<Spot> ORDER =
            Comparator.comparing(Spot::place).thenComparing(Spot::device);

    @Override
    public int compareTo(Spot other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return place + ":" + device;
    }
}
