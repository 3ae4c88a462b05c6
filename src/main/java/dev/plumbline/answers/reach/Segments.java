package dev.plumbline.answers.reach;

import dev.plumbline.topology.DeviceId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Floods, made where they are asked for and kept while there is room. */
final class Segments {

    /** Stops of all kept floods together: some 200 MB. */
    private static final int ROOM = 3_000_000;

    private record Key(DeviceId device, int vlan, boolean inwards) {}

    private final Terrain terrain;
    private final Map<DeviceId, Switching> switches = new HashMap<>();
    private final LinkedHashMap<Key, Flood> kept = new LinkedHashMap<>(64, 0.75f, true);
    private int size;

    Segments(Terrain terrain) {
        this.terrain = terrain;
    }

    /** Of a frame that a machine sends by a device. */
    Flood from(DeviceId device) {
        return flood(new Key(device, 0, false));
    }

    /** Of a frame that comes in by an uplink. */
    Flood into(DeviceId uplink, int vlan) {
        return flood(new Key(uplink, vlan, true));
    }

    private Flood flood(Key key) {
        Flood known = kept.get(key);
        if (known != null) {
            return known;
        }
        Flood made = key.inwards()
                ? Spread.into(terrain, key.device(), key.vlan(), switches)
                : Spread.from(terrain, key.device(), switches);
        kept.put(key, made);
        size += made.size();
        while (size > ROOM && kept.size() > 1) {
            size -= kept.pollFirstEntry().getValue().size();
        }
        return made;
    }

    /** Whether a bridge works by Open vSwitch. */
    boolean ovs(DeviceId bridge) {
        return terrain.ovs(bridge);
    }
}
