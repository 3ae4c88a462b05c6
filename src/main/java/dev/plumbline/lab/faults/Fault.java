package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.LabException;
import java.util.List;

/**
 * One thing that goes wrong in real networks.
 *
 * @param name short, in kebab case
 * @param what it does, in a few words
 * @param where it can be, in a few words: for people, and for the refusal where nothing of the kind is there
 * @param shows what tells of it
 * @param places where it can be in a lab as that is now, the best first
 * @param harm what it does at one of these
 */
public record Fault(String name, String what, String where, Shows shows, Places places, Harm harm) {

    /** What tells of a fault in evidence of the lab. */
    public sealed interface Shows {

        /** A rule of check raises a finding. @param rule its id */
        record Finding(String rule) implements Shows {
            @Override
            public String toString() {
                return "check: " + rule;
            }
        }

        /** A difference from the plan. @param field the word of the field that differs */
        record Difference(String field) implements Shows {
            @Override
            public String toString() {
                return "diff: " + field;
            }
        }

        /** No evidence that the program reads tells. @param how to see it all the same */
        record Nothing(String how) implements Shows {
            @Override
            public String toString() {
                return "unseen: " + how;
            }
        }
    }

    /** Where a fault can be. */
    @FunctionalInterface
    interface Places {
        /** @throws LabException where it can be nowhere, for a reason of the machine's */
        List<Spot> in(Sight lab) throws LabException;
    }

    /** What a fault does. */
    @FunctionalInterface
    interface Harm {
        Change at(Sight lab, Spot spot) throws LabException;
    }

    static Fault finding(String name, String what, String where, String rule, Places places, Harm harm) {
        return new Fault(name, what, where, new Shows.Finding(rule), places, harm);
    }

    static Fault difference(String name, String what, String where, String field, Places places, Harm harm) {
        return new Fault(name, what, where, new Shows.Difference(field), places, harm);
    }
}
