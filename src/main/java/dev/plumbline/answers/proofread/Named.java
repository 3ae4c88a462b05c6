package dev.plumbline.answers.proofread;

import dev.plumbline.topology.DeviceId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A word of a claim with everything that it may stand for.
 *
 * @param name as the evidence writes it
 * @param places where it lies on lines, in the order of machines and NICs
 * @param devices every device of that name, on lines or not
 * @param sorts what it is by its looks; empty where no output shows it
 * @param readings of each thing of that name what it may be: more than one where no output says what it is
 * @param beyond what it may be in places that were not listed
 */
record Named(
        Word word,
        String name,
        List<Place> places,
        List<DeviceId> devices,
        Set<Sort> sorts,
        List<Set<Sort>> readings,
        Set<Sort> beyond) {

    /** @param line its number */
    record Place(int line, Stop stop) {}

    /** Everything that it may be, seen or not. */
    Set<Sort> all() {
        Set<Sort> all = EnumSet.noneOf(Sort.class);
        all.addAll(sorts);
        readings.forEach(all::addAll);
        all.addAll(beyond);
        return all;
    }

    /** Whether two things of these names are neighbours on lines, whatever else the names may stand for. */
    boolean fits(Named other) {
        return readings.stream()
                .anyMatch(mine -> other.readings.stream()
                        .anyMatch(theirs ->
                                mine.stream().allMatch(s -> theirs.stream().allMatch(s::fits))));
    }

    /** Whether a thing of this name is the neighbour of such a thing. */
    boolean fits(Sort other) {
        return readings.stream().anyMatch(mine -> mine.stream().allMatch(other::fits));
    }

    /** Whether they may be neighbours, were all seen. */
    boolean mayFit(Named other) {
        return all().stream().anyMatch(s -> other.all().stream().anyMatch(s::fits));
    }

    boolean known() {
        return !places.isEmpty() || !devices.isEmpty() || !sorts.isEmpty();
    }
}
