package dev.plumbline.answers.diff;

import dev.plumbline.facts.Fact;
import dev.plumbline.facts.FactSet;
import dev.plumbline.topology.Topology;
import dev.plumbline.weave.Woven;
import java.util.Collection;

/**
 * One side of a comparison.
 *
 * @param name as the user gave it
 * @param topology with its settings
 * @param facts what API objects and files say, as they were read or as they will be
 * @param sight where something that it does not show is not there
 * @param planned whether it foretells; a name that holds a {@code *} is then not fixed
 */
public record Side(String name, Topology topology, FactSet facts, Sight sight, boolean planned) {

    public static Side observed(String name, Woven woven) {
        return new Side(name, woven.topology(), woven.facts(), new Observed(woven), false);
    }

    /** @param facts what the readers make of the planned objects and files */
    public static Side planned(String name, Topology topology, Collection<? extends Fact> facts) {
        FactSet set = FactSet.of(facts);
        return new Side(name, topology, set, new Foretold(topology, set), true);
    }
}
