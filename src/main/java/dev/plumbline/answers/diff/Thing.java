package dev.plumbline.answers.diff;

import java.util.List;

/**
 * Something that both sides may speak of.
 *
 * @param object as output names it
 * @param what the attribute
 * @param place the device of a path that it is read from; empty where the object is no path
 * @param network {@code namespace/name} of the network concerned; empty where none is
 * @param affects NICs concerned
 */
record Thing(String object, String what, String place, String network, List<String> affects) {

    static Thing of(String object, String what) {
        return new Thing(object, what, "", "", List.of());
    }

    Thing at(String device) {
        return new Thing(object, what, device, network, affects);
    }

    Thing affecting(List<String> nics) {
        return new Thing(object, what, place, network, nics);
    }
}
