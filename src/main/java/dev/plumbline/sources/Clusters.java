package dev.plumbline.sources;

import dev.plumbline.evidence.Observation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps clusters apart where the input names several ({@code --context}, a capture's own name). Where it names one, what bears
 * no name is of that one: people type a context once and leave it out afterwards.
 */
public final class Clusters {

    private Clusters() {}

    /** The same observations; none with a cluster's name unless there are several. */
    public static List<Observation> apart(List<Observation> observations) {
        Set<String> named = observations.stream()
                .map(observation -> observation.scope().cluster())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        return named.size() == 1 ? observations.stream().map(Clusters::unnamed).toList() : observations;
    }

    private static Observation unnamed(Observation one) {
        return new Observation(
                one.source(),
                one.file(),
                one.vantage().at(one.scope().inCluster("")),
                one.command(),
                one.namespace(),
                one.filter(),
                one.asked(),
                one.lines());
    }
}
