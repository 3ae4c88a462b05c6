package dev.plumbline.lab.build;

import dev.plumbline.evidence.Origin;
import dev.plumbline.lab.ground.Batch;
import dev.plumbline.lab.ground.Operation;
import java.util.List;
import java.util.Optional;

/** How Linux bridges are made. */
public final class Bridges {

    private Bridges() {}

    /**
     * A bridge whose MTU stays. It follows its smallest port unless it was set, by a set that changed it: neither the value
     * at its making nor one that it has already counts.
     */
    public static List<Operation> add(String bridge, int mtu, Optional<Origin> cause) {
        return new Batch()
                .add("link add dev " + bridge + " mtu " + (mtu - 1) + " type bridge", cause)
                .add("link set dev " + bridge + " mtu " + mtu, cause)
                .operations();
    }
}
