package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.multus.NetworkDefinitions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NetworkAttachmentDefinitions through a {@code grep}: only the resource name and the operator's label are left. In
 * YAML the annotation stands before the label, so each resource belongs to the name that follows, if the two strictly
 * take turns.
 */
final class GreppedDefinitions {

    private static final Pattern RESOURCE = Pattern.compile(Pattern.quote(NetworkDefinitions.RESOURCE_NAME)
            + ":\\s++\"?(" + Pattern.quote(NetworkDefinitions.BRIDGE_RESOURCE) + "[^\\s\"]++)\"?");

    private static final Pattern NAME = Pattern.compile("osp-director\\.openstack\\.org/name:\\s++\"?([^\\s\"]++)\"?");

    private GreppedDefinitions() {}

    static List<NetworkDefinition> of(Observation observation, Kubectl command) {
        Targets targets = command.targets();
        if (!targets.resources().equals(List.of(Resource.NETWORK_DEFINITION))) {
            return List.of();
        }
        Coverage coverage = new Coverage(observation, command);
        boolean known = !command.allNamespaces() && Coverage.isLiteral(coverage.namespace());
        String namespace = known ? coverage.namespace() : "";
        List<Line> lines = observation.lines().stream()
                .filter(line -> !line.text().isBlank())
                .toList();
        boolean one = targets.objects().size() == 1
                && Coverage.isLiteral(targets.objects().getFirst().name());
        return one && lines.size() == 1
                ? single(observation, namespace, targets.objects().getFirst().name(), lines.getFirst())
                : pairs(observation, namespace, lines);
    }

    private static List<NetworkDefinition> single(Observation observation, String namespace, String name, Line line) {
        Matcher resource = RESOURCE.matcher(line.text().strip());
        return resource.matches()
                ? List.of(definition(observation, namespace, name, resource.group(1), line))
                : List.of();
    }

    private static List<NetworkDefinition> pairs(Observation observation, String namespace, List<Line> lines) {
        List<NetworkDefinition> found = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            Matcher resource = RESOURCE.matcher(lines.get(i).text().strip());
            Matcher name = NAME.matcher(lines.get(i + 1).text().strip());
            if (!resource.matches() || !name.matches()) {
                return List.of();
            }
            found.add(definition(observation, namespace, name.group(1), resource.group(1), lines.get(i)));
        }
        return lines.size() % 2 == 0 ? found : List.of();
    }

    private static NetworkDefinition definition(
            Observation observation, String namespace, String name, String resource, Line line) {
        return new NetworkDefinition(
                ApiObject.clusterVantage(observation),
                observation.at(line),
                namespace,
                name,
                "",
                "",
                NetworkDefinitions.bridgeOfResource(resource),
                OptionalInt.empty(),
                OptionalInt.empty());
    }
}
