package dev.plumbline.sources.shell;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;

/**
 * Where a command was typed.
 *
 * @param scope the place of the shell
 * @param standing how that is known
 * @param namespace the Kubernetes namespace in force there; empty where not known
 * @param here what to call a place that nothing names: source and line
 */
public record Seat(Scope scope, Standing standing, String namespace, String here) {

    public Seat at(Scope other, Standing otherStanding) {
        return new Seat(other, otherStanding, namespace, here);
    }

    /** A place of which only the line is known. */
    public Seat nowhere() {
        return at(Scope.place(here), Standing.ASSUMED);
    }

    /** A place inside this one that has a network namespace, or files, of its own. */
    Seat inside(String kind, String name) {
        if (Words.unsure(name)) {
            return nowhere();
        }
        return at(Scope.place(scope.path() + "/" + kind + "/" + name), standing);
    }
}
