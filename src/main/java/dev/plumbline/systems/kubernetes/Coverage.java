package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.NamespaceNamed;
import dev.plumbline.systems.ApiObject;
import java.util.ArrayList;
import java.util.List;

/** What a command by its words alone says: the namespace it names, and how far its listing reaches. */
record Coverage(Observation observation, Kubectl command) {

    private static final List<String> FAILURES =
            List.of("Error from server", "error: ", "Unable to connect to the server", "The connection to the server");

    /** The namespace that the listing is of; empty where not known. */
    String namespace() {
        return command.namedNamespace().isEmpty() ? observation.namespace() : command.namedNamespace();
    }

    /** Whether the command failed, wholly or in part: then nothing is known of what it did not list. */
    boolean failed() {
        return observation.lines().stream().anyMatch(line -> FAILURES.stream().anyMatch(line.text()::startsWith));
    }

    /** The namespace that the command itself names. */
    List<Fact> named() {
        String namespace = command.namedNamespace();
        return isLiteral(namespace) && !command.allNamespaces()
                ? List.of(new NamespaceNamed(ApiObject.clusterVantage(observation), observation.atCommand(), namespace))
                : List.of();
    }

    /**
     * What would have been listed had it existed; nothing where a selector chose or the namespace is not known.
     *
     * @param listed the one namespace that the listed objects name themselves; empty where they do not
     */
    List<Fact> covered(String listed) {
        List<Fact> facts = new ArrayList<>();
        Targets targets = command.targets();
        if (command.selects() || failed()) {
            return facts;
        }
        if (targets.objects().isEmpty()) {
            String namespace = namespace().isEmpty() ? listed : namespace();
            targets.resources().forEach(resource -> whole(resource, namespace, facts));
        }
        for (Targets.Named object : targets.objects()) {
            object.resource()
                    .flatMap(Resource::subject)
                    .filter(_ -> isLiteral(object.name()))
                    .ifPresent(subject -> facts.add(covered(subject, new Covered.One(object.name()))));
        }
        return facts;
    }

    private void whole(Resource resource, String namespace, List<Fact> facts) {
        boolean everywhere = command.allNamespaces() || resource.clusterWide();
        if (everywhere || isLiteral(namespace)) {
            resource.subject()
                    .ifPresent(subject -> facts.add(covered(subject, new Covered.Whole(everywhere ? "" : namespace))));
        }
    }

    /** A shell variable that the transcript shows unexpanded names nothing. */
    static boolean isLiteral(String name) {
        return !name.isEmpty() && name.indexOf('$') < 0 && name.indexOf('`') < 0;
    }

    private Covered covered(Covered.Subject subject, Covered.Extent extent) {
        return new Covered(
                ApiObject.clusterVantage(observation), observation.atCommand(), subject, extent, observation.filter());
    }
}
