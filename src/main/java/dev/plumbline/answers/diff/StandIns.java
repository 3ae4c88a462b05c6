package dev.plumbline.answers.diff;

import dev.plumbline.facts.BuiltInstead;
import dev.plumbline.topology.DeviceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What labs say that they have built otherwise than planned. It accounts for a difference only where both values are its
 * own: a lab that was changed since is another one, and so is a plan.
 */
final class StandIns {

    private record Key(DeviceId device, String attribute, String planned, String built) {}

    private final Map<Key, String> left = new HashMap<>();
    private final Map<Key, String> right = new HashMap<>();

    static StandIns of(Side a, Side b) {
        StandIns all = new StandIns();
        add(a, all.left);
        add(b, all.right);
        return all;
    }

    private static void add(Side side, Map<Key, String> known) {
        side.facts()
                .all(BuiltInstead.class)
                .forEach(one -> known.putIfAbsent(
                        new Key(new DeviceId(one.place(), one.device()), one.attribute(), one.planned(), one.built()),
                        one.why()));
    }

    /** Why the sides differ in this; empty where no lab accounts for it. */
    Optional<String> why(Thing thing, String a, String b) {
        return thing.devices().stream()
                .flatMap(device -> Optional.ofNullable(right.get(new Key(device, thing.what(), a, b)))
                        .or(() -> Optional.ofNullable(left.get(new Key(device, thing.what(), b, a))))
                        .stream())
                .findFirst();
    }
}
