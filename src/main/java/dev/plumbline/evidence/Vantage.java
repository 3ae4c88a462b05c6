package dev.plumbline.evidence;

import java.time.Instant;
import java.util.Optional;

/**
 * From where, of which incarnation and when an observation speaks. Every fact carries the vantage of its observation.
 *
 * @param scope the place
 * @param standing how the place is known
 * @param incarnation boot id, pod UID or domain id, empty where not known; index pairs never join across two of them
 * @param time when it was taken, where known
 */
public record Vantage(Scope scope, Standing standing, String incarnation, Optional<Instant> time) {

    public static Vantage of(Scope scope, Standing standing) {
        return new Vantage(scope, standing, "", Optional.empty());
    }

    public Vantage at(Scope other) {
        return new Vantage(other, standing, incarnation, time);
    }
}
