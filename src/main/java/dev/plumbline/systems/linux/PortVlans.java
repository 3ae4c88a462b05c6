package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.PortVlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Collects the VLANs of ports and spells ranges out, but not without end: a few bytes can name four thousand. */
final class PortVlans {

    /** As many as 244 ports with every VLAN. */
    private static final int LIMIT = 1_000_000;

    private static final int LAST_VID = 4095;

    private final Observation observation;
    private final List<Fact> facts = new ArrayList<>();
    private boolean full;

    PortVlans(Observation observation) {
        this.observation = observation;
    }

    /** VLAN ids from first to last, both included. */
    record Range(int first, int last) {

        /** Reads {@code 20} or {@code 2-4094}; empty for anything else. */
        static Optional<Range> parse(String vids) {
            int dash = vids.indexOf('-');
            OptionalInt first = Words.number(dash < 0 ? vids : vids.substring(0, dash));
            OptionalInt last = dash < 0 ? first : Words.number(vids.substring(dash + 1));
            boolean valid = first.isPresent()
                    && last.isPresent()
                    && first.getAsInt() <= last.getAsInt()
                    && last.getAsInt() <= LAST_VID;
            return valid ? Optional.of(new Range(first.getAsInt(), last.getAsInt())) : Optional.empty();
        }
    }

    void add(Origin origin, String port, Range range, boolean pvid, boolean untagged) {
        full |= facts.size() + range.last() - range.first() >= LIMIT;
        for (int vid = range.first(); !full && vid <= range.last(); vid++) {
            facts.add(new PortVlan(observation.vantage(), origin, port, vid, pvid, untagged));
        }
    }

    /** Whether more were named than are kept. */
    boolean full() {
        return full;
    }

    List<Fact> facts() {
        return facts;
    }
}
