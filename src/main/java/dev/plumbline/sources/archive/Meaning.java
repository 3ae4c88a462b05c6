package dev.plumbline.sources.archive;

import dev.plumbline.evidence.Scope;
import java.util.List;

/** What a file of a layout holds, as its path alone tells. */
sealed interface Meaning {

    /** One command's output, or a copied file as {@code cat} shows it. */
    record Output(Scope scope, List<String> argv) implements Meaning {}

    /** Several outputs in one file, of must-gather's making. */
    record Several(Scope scope, MustGather.Form form) implements Meaning {}

    /** API objects, one or a list. @param namespace empty for cluster-scoped ones */
    record Objects(String namespace) implements Meaning {}

    /** Nothing that can be read by its name. */
    record Unknown(Scope scope, String why) implements Meaning {}
}
