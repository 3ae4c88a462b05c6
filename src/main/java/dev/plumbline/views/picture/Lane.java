package dev.plumbline.views.picture;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Step;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One NIC's row.
 *
 * @param number over the whole picture, from 0
 * @param ink its network's colour
 * @param stations from the guest outwards, slots ascending
 */
record Lane(int number, Machine machine, Nic nic, Ink ink, List<Station> stations) {

    Lane {
        stations = List.copyOf(stations);
    }

    /** {@code controller-0/nic5}. */
    String ref() {
        return machine.name() + "/" + nic.ref();
    }

    Optional<Station> at(Column.Slot slot) {
        return stations.stream().filter(s -> s.slot().equals(slot)).findFirst();
    }

    Optional<Station> in(Column column) {
        return stations.stream().filter(s -> s.slot().column() == column).findFirst();
    }

    Station last() {
        return stations.getLast();
    }

    /**
     * What a lane shows at one place.
     *
     * @param key equal for two lanes' stations that are the same device
     * @param hop empty for what no hop says: an alias, a guest that was not seen, the switch
     * @param verdict of the way into it
     */
    record Station(
            Column.Slot slot, String key, Optional<Hop> hop, Optional<Step> step, Verdict verdict, List<Face> faces) {

        Station {
            faces = List.copyOf(faces);
        }

        Face face() {
            return faces.getFirst();
        }
    }

    /**
     * What is written in a box.
     *
     * @param detail the second line, may be empty
     * @param mtu bytes
     * @param narrow whether the MTU is less than the lane's first device sends
     * @param down whether the device's state is down
     */
    record Face(String name, String detail, OptionalInt mtu, boolean narrow, boolean down, Shape shape) {}

    /** How a box's border is drawn. */
    enum Shape {
        SEEN,
        /** Not seen. */
        ABSENT,
        /** Seen not to be there. */
        DENIED,
        AMBIGUOUS,
        CONTRADICTED,
        CLOUD;

        /** Whether there is a device. */
        boolean seen() {
            return this != ABSENT && this != DENIED;
        }
    }
}
