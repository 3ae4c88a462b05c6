package dev.plumbline.weave;

import java.util.List;

/** Concludes steps. A rule never says ambiguous or contradicted: it sees one side of the matter, the judge sees all. */
sealed interface JoinRule {

    /** Short name in kebab case; its page is docs/joins/ID.md. */
    String id();

    /** A rule that needs the facts of one place only. */
    non-sealed interface Within extends JoinRule {
        List<Claim> join(Site here);
    }

    /** A rule over two places that placement has tied. */
    non-sealed interface Across extends JoinRule {

        Tie.Sort ties();

        /** @param upper the place nearer to the guest */
        List<Claim> join(Site upper, Site lower, Tie tie);
    }
}
