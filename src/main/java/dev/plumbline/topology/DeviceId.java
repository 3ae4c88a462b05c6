package dev.plumbline.topology;

import dev.plumbline.evidence.Scope;
import java.util.Comparator;

/**
 * A device's identity in a topology.
 *
 * @param scope the placed scope: its namespace
 * @param name the kernel's name there
 */
public record DeviceId(Scope scope, String name) implements Comparable<DeviceId> {

    private static final Comparator<DeviceId> ORDER =
            Comparator.comparing(DeviceId::scope).thenComparing(DeviceId::name);

    @Override
    public int compareTo(DeviceId other) {
        return ORDER.compare(this, other);
    }

    /** {@code node/ostest-worker-1:vethf037a556}. */
    @Override
    public String toString() {
        return scope.path() + ":" + name;
    }
}
