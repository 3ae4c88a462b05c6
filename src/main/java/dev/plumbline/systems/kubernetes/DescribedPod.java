package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.facts.Attachment;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.PodSeen;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.Excerpts;
import dev.plumbline.systems.multus.Annotations;
import dev.plumbline.systems.multus.PodAttachments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A pod as {@code oc describe} prints it, which is without its UID and with long annotations shortened. */
final class DescribedPod {

    private final Observation observation;
    private final Vantage vantage;
    private final Description pod;
    private final String namespace;
    private final String name;

    DescribedPod(Observation observation, Description pod) {
        this.observation = observation;
        this.vantage = ApiObject.clusterVantage(observation);
        this.pod = pod;
        this.namespace = pod.value("Namespace");
        this.name = pod.value("Name");
    }

    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(seen());
        facts.addAll(attachments());
        facts.addAll(events());
        return facts;
    }

    private PodSeen seen() {
        List<String> labels = pod.labels();
        Launched launched = Launched.of(
                key -> labels.stream()
                        .filter(label -> label.startsWith(key + "="))
                        .map(label -> label.substring(key.length() + 1))
                        .findFirst()
                        .orElse(""),
                annotation(Launched.DOMAIN).strip());
        String place = pod.section("Node").isEmpty() || pod.value("Node").isEmpty() ? "Name" : "Node";
        return new PodSeen(
                vantage,
                observation.at(pod.section(place).getFirst()),
                namespace,
                name,
                "",
                firstWord(pod.value("Node"), '/'),
                firstWord(pod.value("Status"), ' '),
                launched.vm(),
                launched.createdBy(),
                pod.value("IP"),
                launched.migrationTarget());
    }

    private static String firstWord(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    private List<Attachment> attachments() {
        PodAttachments attachments = new PodAttachments(vantage, namespace, name);
        List<Attachment> facts = new ArrayList<>(attachments.requested(
                annotation(Annotations.NETWORKS),
                Excerpts.over(observation, pod.annotation(Annotations.NETWORKS))::next));
        for (String key : List.of(Annotations.STATUS, Annotations.OLD_STATUS)) {
            List<Annotations.Attached> attached = Annotations.status(annotation(key));
            if (!attached.isEmpty()) {
                facts.addAll(attachments.attached(attached, Excerpts.over(observation, pod.annotation(key))::next));
                return facts;
            }
        }
        return facts;
    }

    /** The value; empty where describe shortened it. */
    private String annotation(String key) {
        List<Line> lines = pod.annotation(key);
        String text = lines.stream().map(Line::text).collect(Collectors.joining("\n"));
        int start = text.indexOf(key + ":");
        String value = start < 0 ? "" : text.substring(start + key.length() + 1).strip();
        return value.endsWith("...") ? "" : value;
    }

    private List<Attachment> events() {
        List<Attachment> facts = new ArrayList<>();
        for (Line line : pod.section("Events")) {
            Optional<AddedInterface> added = AddedInterface.of(line.text());
            added.ifPresent(each -> facts.add(each.of(vantage, observation.at(line), namespace, name)));
        }
        return facts;
    }
}
