package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Attachment;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.PodSeen;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.Excerpts;
import dev.plumbline.systems.ObjectReader;
import dev.plumbline.systems.Reading;
import dev.plumbline.systems.multus.Annotations;
import dev.plumbline.systems.multus.PodAttachments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pods: where they run, which VM they launch, what Multus attached. */
final class Pods implements ObjectReader {

    @Override
    public boolean reads(String group, String kind) {
        return group.isEmpty() && kind.equals("Pod");
    }

    @Override
    public Reading read(Observation observation, Tree tree) {
        ApiObject pod = new ApiObject(observation, tree);
        Map<String, Tree> labels = tree.at("metadata", "labels").fields();
        Launched launched = Launched.of(
                key -> labels.containsKey(key) ? labels.get(key).text() : "",
                pod.annotation(Launched.DOMAIN).text());
        List<Fact> facts = new ArrayList<>();
        facts.add(new PodSeen(
                pod.vantage(),
                pod.atFirst(tree.at("spec", "nodeName")),
                pod.namespace(),
                pod.name(),
                pod.uid(),
                tree.at("spec", "nodeName").text(),
                tree.at("status", "phase").text(),
                launched.vm(),
                launched.createdBy(),
                tree.at("status", "podIP").text(),
                launched.migrationTarget(),
                ApiObject.pairs(tree.at("spec", "nodeSelector"))));
        facts.addAll(attachments(pod));
        return Reading.of(facts);
    }

    private static List<Attachment> attachments(ApiObject object) {
        PodAttachments pod = new PodAttachments(object.vantage(), object.namespace(), object.name());
        Tree networks = object.annotation(Annotations.NETWORKS);
        List<Attachment> facts = new ArrayList<>(pod.requested(networks.text(), new Excerpts(networks)::next));
        for (String key : List.of(Annotations.STATUS, Annotations.OLD_STATUS)) {
            Tree status = object.annotation(key);
            List<Annotations.Attached> attached = Annotations.status(status.text());
            if (!attached.isEmpty()) {
                facts.addAll(pod.attached(attached, new Excerpts(status)::next));
                return facts;
            }
        }
        return facts;
    }
}
