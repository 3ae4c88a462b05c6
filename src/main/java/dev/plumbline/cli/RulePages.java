package dev.plumbline.cli;

import java.util.List;
import java.util.Optional;

/** The pages that {@code explain} prints. */
public interface RulePages {

    /** Ids of all rules, sorted. */
    List<String> ids();

    /** A rule's page as it stands in docs/. */
    Optional<String> page(String id);
}
