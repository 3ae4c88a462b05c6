package dev.plumbline.systems;

import dev.plumbline.evidence.Problem;
import dev.plumbline.facts.Fact;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reader made of one observation.
 *
 * @param facts in the order of the input
 * @param problems parts that could not be read
 */
public record Reading(List<Fact> facts, List<Problem> problems) {

    public static Reading of(List<? extends Fact> facts) {
        return new Reading(List.copyOf(facts), List.of());
    }

    /** This and another one behind it. */
    public Reading and(Reading other) {
        List<Fact> allFacts = new ArrayList<>(facts);
        allFacts.addAll(other.facts);
        List<Problem> allProblems = new ArrayList<>(problems);
        allProblems.addAll(other.problems);
        return new Reading(allFacts, allProblems);
    }
}
