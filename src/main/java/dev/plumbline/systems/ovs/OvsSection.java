package dev.plumbline.systems.ovs;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Problem;
import dev.plumbline.facts.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What stands under one bridge's heading. Each bridge has exactly one local port, named as the bridge: where it is
 * missing, or another one is there too, a heading may have been lost and the entries may be another bridge's.
 */
final class OvsSection {

    private final String bridge;
    private final Line heading;
    private final List<OvsEntry> entries = new ArrayList<>();
    private int sure = Integer.MAX_VALUE;

    OvsSection(String bridge, Line heading) {
        this.bridge = bridge;
        this.heading = heading;
    }

    String bridge() {
        return bridge;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    void add(OvsEntry entry) {
        entries.add(entry);
    }

    /** From here on a lost heading shows itself: what follows is not known to be this bridge's. */
    void doubtRest() {
        sure = Math.min(sure, entries.size());
    }

    /**
     * Gives what is sure.
     *
     * @param local whether an entry looks like a bridge's local port
     * @param cut whether the output may end inside this section, its own local port unseen
     */
    void finish(
            Observation observation, Predicate<OvsEntry> local, boolean cut, List<Fact> facts, List<Problem> problems) {
        int own = -1;
        int stranger = Integer.MAX_VALUE;
        for (int i = 0; i < entries.size(); i++) {
            OvsEntry entry = entries.get(i);
            if (local.test(entry)) {
                if (entry.device().equals(bridge)) {
                    own = i;
                } else {
                    stranger = Math.min(stranger, i);
                }
            }
        }
        int keep = entries.size();
        if (own < 0 && !(cut && stranger == Integer.MAX_VALUE)) {
            keep = 0;
        } else if (stranger > own && stranger != Integer.MAX_VALUE) {
            keep = own + 1;
        }
        keep = Math.min(keep, sure);
        entries.subList(0, keep).forEach(entry -> facts.add(entry.on(bridge, observation)));
        if (keep < entries.size()) {
            problems.add(new Problem(
                    observation.at(entries.get(keep).line()),
                    "not known to be under " + bridge + " (line " + heading.number() + ")",
                    "each bridge with its heading and its local port"));
        }
    }
}
