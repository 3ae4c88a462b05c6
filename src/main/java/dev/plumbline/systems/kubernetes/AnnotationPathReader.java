package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.Excerpts;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import dev.plumbline.systems.multus.Annotations;
import dev.plumbline.systems.multus.PodAttachments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code oc get pod P -o jsonpath=...} where the path is one of Multus's annotations. */
final class AnnotationPathReader implements Reader {

    private static final String ABOVE = ".metadata.annotations";

    @Override
    public String id() {
        return "oc-get-annotation";
    }

    @Override
    public boolean reads(Command command) {
        return Kubectl.of(command)
                .filter(oc -> !annotation(oc).isEmpty() && pod(oc).isPresent())
                .isPresent();
    }

    /** The annotation that the path asks for; empty where it asks for anything else. */
    private static String annotation(Kubectl command) {
        String output = command.output();
        if (!command.gets() || !output.startsWith("jsonpath=")) {
            return "";
        }
        String path = output.substring("jsonpath=".length())
                .replace("\\", "")
                .replace("'", "")
                .replace("\"", "")
                .strip();
        return List.of(Annotations.STATUS, Annotations.OLD_STATUS, Annotations.NETWORKS).stream()
                .filter(key ->
                        path.equals("{" + ABOVE + "." + key + "}") || path.equals("{" + ABOVE + "[" + key + "]}"))
                .findFirst()
                .orElse("");
    }

    private static Optional<String> pod(Kubectl command) {
        List<Targets.Named> objects = command.targets().objects();
        return objects.size() == 1
                        && objects.getFirst().resource().equals(Optional.of(Resource.POD))
                        && Coverage.isLiteral(objects.getFirst().name())
                ? Optional.of(objects.getFirst().name())
                : Optional.empty();
    }

    @Override
    public Reading read(Observation observation) {
        Optional<Kubectl> command = Kubectl.of(observation.command());
        Optional<String> pod = command.flatMap(AnnotationPathReader::pod);
        if (pod.isEmpty()) {
            return Reading.of(List.of());
        }
        Coverage coverage = new Coverage(observation, command.get());
        List<Fact> facts = new ArrayList<>(coverage.named());
        if (observation.filter() instanceof Filter.None || observation.filter() instanceof Filter.Part) {
            String namespace = Coverage.isLiteral(coverage.namespace()) ? coverage.namespace() : "";
            PodAttachments attachments =
                    new PodAttachments(ApiObject.clusterVantage(observation), namespace, pod.get());
            facts.addAll(
                    annotation(command.get()).equals(Annotations.NETWORKS)
                            ? requested(observation, attachments)
                            : attached(observation, attachments));
        }
        return Reading.of(facts);
    }

    /** A comma list that breaks off would end in another network's name. */
    private static List<? extends Fact> requested(Observation observation, PodAttachments pod) {
        if (observation.filter() instanceof Filter.Part) {
            return List.of();
        }
        String text = observation.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
        return pod.requested(text, Excerpts.over(observation, observation.lines())::next);
    }

    /** The output has no end of line: the next prompt may stand right behind the list, so what follows it is passed over. */
    private static List<? extends Fact> attached(Observation observation, PodAttachments pod) {
        return pod.attached(
                Annotations.status(Document.json(observation).root()),
                Excerpts.over(observation, observation.lines())::next);
    }
}
