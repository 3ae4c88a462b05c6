package dev.plumbline.answers.reach;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a ping met on its way: its hops out, what they rest on, the lowest MTU. */
final class Log {

    /** What every conclusion from absence stands on. */
    static final String ALL_SHOWN = "the outputs show all that is there";

    private final Terrain terrain;
    private final List<Hop> hops = new ArrayList<>();
    private final Set<String> premises = new LinkedHashSet<>();
    private Verdict verdict = Verdict.PROVEN;
    private boolean outward = true;
    private int lowest = Integer.MAX_VALUE;
    private boolean mtuOpen;

    Log(Terrain terrain) {
        this.terrain = terrain;
    }

    /** From here on it is the answer that travels. */
    void answered() {
        outward = false;
    }

    void rests(String premise) {
        premises.add(premise);
        weaken(Verdict.INFERRED);
    }

    void weaken(Verdict by) {
        verdict = verdict.and(by);
    }

    /** A machine sends by a device, itself or for another. */
    void sends(DeviceId device, Optional<Edge> by) {
        OptionalInt mtu = terrain.device(device).mtu();
        if (outward) {
            mtu(mtu);
            hop(device, by);
        }
        by.ifPresent(edge -> weaken(edge.verdict()));
    }

    private void mtu(OptionalInt mtu) {
        if (mtu.isPresent()) {
            lowest = Math.min(lowest, mtu.getAsInt());
        } else {
            mtuOpen = true;
        }
    }

    /** A frame goes a way, up to a device where it is lost, or to its end. */
    void goes(Trail trail, Optional<DeviceId> until) {
        if (outward) {
            mtu(trail.lowest());
        }
        for (Flood.Stop stop : trail.stops()) {
            stop.by().ifPresent(edge -> weaken(edge.verdict()));
            if (outward) {
                hop(stop.device(), stop.by());
            }
            if (until.equals(Optional.of(stop.device()))) {
                return;
            }
        }
    }

    private void hop(DeviceId id, Optional<Edge> by) {
        boolean again = !hops.isEmpty()
                && hops.getLast().scope().equals(id.scope())
                && hops.getLast().label().equals(id.name());
        if (again) {
            return;
        }
        Device device = terrain.device(id);
        List<Origin> evidence = by.map(Edge::evidence).orElse(device.evidence());
        hops.add(new Hop(
                id.scope(),
                Optional.of(id.name()),
                device.kind(),
                device.index(),
                device.mac(),
                device.mtu(),
                device.state(),
                hops.isEmpty() ? Optional.empty() : by.map(Edge::step).or(() -> Optional.of(Step.ROUTE)),
                by.map(Edge::verdict).orElse(Verdict.PROVEN),
                by.map(Edge::rule).orElse("seen"),
                evidence,
                by.map(Edge::premises).orElse(List.of()),
                List.of(),
                List.of(),
                List.of(),
                ""));
    }

    /** Hops of a path that the topology knows, where nothing more is simulated. */
    void follows(List<Hop> rest) {
        for (Hop hop : rest) {
            weaken(hop.verdict());
            if (outward) {
                hops.add(hop);
                if (!hop.gap() && hop.mtu().isPresent()) {
                    mtu(hop.mtu());
                }
            }
        }
    }

    List<Hop> hops() {
        return hops;
    }

    List<String> premises() {
        return List.copyOf(premises);
    }

    Verdict verdict() {
        return verdict;
    }

    OptionalInt lowest() {
        return mtuOpen || lowest == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(lowest);
    }
}
