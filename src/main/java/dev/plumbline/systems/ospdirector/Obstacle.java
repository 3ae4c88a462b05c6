package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Tree;
import java.util.Comparator;
import java.util.List;

/**
 * What the operator cannot do as asked, or what does not follow from the resources alone.
 *
 * @param rule short name in kebab case
 * @param what with the values
 * @param at the value that is in the way
 * @param also other values that have part in it
 */
public record Obstacle(String rule, String what, Tree at, List<Tree> also) {

    /** By place, then by what it says. */
    static final Comparator<Obstacle> ORDER = Comparator.comparing(
                    (Obstacle each) -> each.at().spot().origin())
            .thenComparing(Obstacle::rule)
            .thenComparing(Obstacle::what);

    public Obstacle {
        also = List.copyOf(also);
    }

    static Obstacle at(Tree at, String rule, String what) {
        return new Obstacle(rule, what, at, List.of());
    }
}
