package dev.plumbline.weave;

import dev.plumbline.facts.BootId;
import dev.plumbline.facts.Fact;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Of a place seen in two lives (a reboot, a pod that was made anew) only the newer holds, where times tell which that is. */
final class Incarnations {

    private Incarnations() {}

    /** The facts of the newest life; all of them where times do not tell, and then {@link #of} names them all. */
    static List<Fact> current(List<Fact> seen) {
        Map<String, Instant> newest = new HashMap<>();
        boolean timed = true;
        for (Fact fact : seen) {
            String life = fact.vantage().incarnation();
            Optional<Instant> time = fact.vantage().time();
            if (!life.isEmpty()) {
                timed &= time.isPresent();
                time.ifPresent(at -> newest.merge(life, at, (a, b) -> a.isAfter(b) ? a : b));
            }
        }
        if (newest.size() < 2 || !timed) {
            return seen;
        }
        String last = newest.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return seen.stream()
                .filter(fact -> fact.vantage().incarnation().isEmpty()
                        || fact.vantage().incarnation().equals(last))
                .toList();
    }

    /** The lives in which a place was seen, sorted; none where nothing tells. */
    static SortedSet<String> of(Site site, Collection<? extends Fact> links) {
        SortedSet<String> lives = new TreeSet<>();
        links.stream()
                .map(fact -> fact.vantage().incarnation())
                .filter(life -> !life.isEmpty())
                .forEach(lives::add);
        site.all(BootId.class).stream().map(BootId::id).forEach(lives::add);
        return lives;
    }
}
