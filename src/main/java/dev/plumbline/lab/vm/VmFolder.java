package dev.plumbline.lab.vm;

import dev.plumbline.lab.ground.Netns;

/**
 * Where the files of a guest and of its pod's daemon lie inside a lab. A socket's path has 107 bytes at most, and a place's
 * name has more.
 */
record VmFolder(String path) {

    static VmFolder of(Netns place) {
        return new VmFolder("/run/lab/vm/" + Integer.toHexString(place.name().hashCode()));
    }

    /** The guest's second serial port. */
    String agent() {
        return path + "/agent";
    }

    /** What the guest wrote to its first. */
    String console() {
        return path + "/console.log";
    }

    String domain() {
        return path + "/domain.xml";
    }

    String image() {
        return path + "/initrd";
    }

    /** A file that holds the number of the process that holds the daemon's namespaces. */
    String daemon() {
        return path + "/daemon";
    }
}
