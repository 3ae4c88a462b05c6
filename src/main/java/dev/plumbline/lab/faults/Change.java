package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a fault is about to do.
 *
 * @param before all that it touches, as it is now
 * @param acts what to do then
 */
record Change(List<Was> before, List<Act> acts) {

    Change {
        before = List.copyOf(before);
        acts = List.copyOf(acts);
    }

    /** Something set of a device that brings nothing else along. @param what as after {@code ip link set dev NAME} */
    static Change set(Sight sight, SeenLink link, String... what) throws LabException {
        return new Change(
                List.of(WasDevice.of(sight, link)),
                Stream.of(what)
                        .map(each -> ip(link.place(), "link set dev " + link.name() + " " + each))
                        .toList());
    }

    static Act ip(Netns place, String words) {
        return new Act.Line(place, "ip", words);
    }
}
