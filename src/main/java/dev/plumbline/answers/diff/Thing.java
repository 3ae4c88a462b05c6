package dev.plumbline.answers.diff;

import dev.plumbline.topology.DeviceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that both sides may speak of.
 *
 * @param object as output names it
 * @param what the attribute
 * @param place the device of a path that it is read from; empty where the object is no path
 * @param network {@code namespace/name} of the network concerned; empty where none is
 * @param affects NICs concerned
 * @param devices that bear it, on the left side and on the right; none where it is no device's attribute
 */
record Thing(String object, String what, String place, String network, List<String> affects, Set<DeviceId> devices) {

    /** Something that no device bears. */
    Thing(String object, String what, String place, String network, List<String> affects) {
        this(object, what, place, network, affects, Set.of());
    }

    static Thing of(String object, String what) {
        return new Thing(object, what, "", "", List.of());
    }

    Thing at(String device) {
        return new Thing(object, what, device, network, affects, devices);
    }

    Thing affecting(List<String> nics) {
        return new Thing(object, what, place, network, nics, devices);
    }

    Thing of(DeviceId left, DeviceId right) {
        return and(Optional.of(left)).and(Optional.of(right));
    }

    Thing and(Optional<DeviceId> device) {
        Set<DeviceId> more = new TreeSet<>(devices);
        device.ifPresent(more::add);
        return new Thing(object, what, place, network, affects, more);
    }

    Thing as(String attribute) {
        return new Thing(object, attribute, place, network, affects, devices);
    }
}
