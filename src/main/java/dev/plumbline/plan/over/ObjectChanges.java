package dev.plumbline.plan.over;

import dev.plumbline.answers.plan.OverAnswer.Becomes;
import dev.plumbline.answers.plan.OverAnswer.FieldChange;
import dev.plumbline.answers.plan.OverAnswer.ObjectChange;
import dev.plumbline.answers.plan.PlannedObject;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Derived objects held against those that are there. */
final class ObjectChanges {

    /** The label that the operator gives to all it makes. */
    static final String OWNER = "osp-director.openstack.org/controller";

    /** What kubectl calls the kinds, for the command that would show them. */
    private static final Map<String, String> RESOURCES = Map.of(
            "NetworkAttachmentDefinition", "network-attachment-definitions",
            "NodeNetworkConfigurationPolicy", "nncp",
            "VirtualMachine", "vm",
            "Pod", "pods",
            "Secret", "secrets",
            "OpenStackNet", "osnet",
            "OpenStackNetAttachment", "osnetattachment",
            "OpenStackIPSet", "osipset",
            "OpenStackVMSet", "osvmset",
            "OpenStackMACAddress", "osmacaddr");

    private final Existing existing;
    private final Set<String> pods;
    private final List<ObjectChange> changes = new ArrayList<>();
    private int same;

    /** @param lines that were observed: of a pod whose devices were seen no listing can say that it is not there */
    ObjectChanges(Existing existing, Topology lines) {
        this.existing = existing;
        this.pods = lines.machines().stream()
                .filter(machine -> machine.kind().equals("pod"))
                .map(machine -> Existing.key("Pod", machine.namespace(), machine.name()))
                .collect(Collectors.toSet());
    }

    /** @param objects all of the plan */
    List<ObjectChange> of(List<PlannedObject> objects) {
        Set<String> planned = new HashSet<>();
        for (PlannedObject object : objects) {
            // What the operator made once and makes no more may yet be held: it is among the given objects.
            if (object.derived() || !owned(object.tree())) {
                planned.add(Existing.key(object.kind(), object.namespace(), object.name()));
            }
            // Secrets are never collected, and a VM's NICs are told of apart.
            if (object.derived() && !object.kind().equals("Secret")) {
                one(object);
            }
        }
        for (ApiResource resource : existing.all()) {
            String key = Existing.key(resource.kind(), resource.namespace(), resource.name());
            if (owned(resource.tree()) && !planned.contains(key)) {
                changes.add(new ObjectChange(
                        Becomes.LEFT,
                        resource.kind(),
                        resource.namespace(),
                        resource.name(),
                        List.of(),
                        List.of(resource.object().at(resource.tree().at("metadata", "name"))),
                        "the operator made it and does not remove it"));
            }
        }
        changes.sort(Comparator.comparing(ObjectChange::becomes)
                .thenComparing(ObjectChange::kind)
                .thenComparing(ObjectChange::namespace)
                .thenComparing(ObjectChange::name));
        return List.copyOf(changes);
    }

    private static boolean owned(Tree tree) {
        return tree.at("metadata", "labels", OWNER).present();
    }

    int same() {
        return same;
    }

    private void one(PlannedObject object) {
        existing.find(object.kind(), object.namespace(), object.name())
                .ifPresentOrElse(
                        there -> {
                            List<FieldChange> fields = fields(object.kind(), there.tree(), object.tree());
                            if (fields.isEmpty()) {
                                same++;
                            } else {
                                changes.add(change(Becomes.CHANGED, object, fields, ""));
                            }
                        },
                        () -> changes.add(
                                existing.shows(object.kind(), object.namespace())
                                                && !pods.contains(
                                                        Existing.key(object.kind(), object.namespace(), object.name()))
                                        ? change(Becomes.ADDED, object, List.of(), "")
                                        : change(Becomes.UNSEEN, object, List.of(), command(object))));
    }

    private static ObjectChange change(Becomes becomes, PlannedObject object, List<FieldChange> fields, String note) {
        return new ObjectChange(
                becomes,
                object.kind(),
                object.namespace(),
                object.name(),
                fields,
                List.of(object.tree().spot().origin()),
                note);
    }

    private static String command(PlannedObject object) {
        String resource = RESOURCES.getOrDefault(object.kind(), object.kind().toLowerCase(Locale.ROOT));
        String namespace = object.namespace().isEmpty() ? "" : " -n " + object.namespace();
        return "oc get " + resource + namespace + " -o yaml";
    }

    /** What the operator determines of each kind; the rest of an object is other people's. */
    private static List<FieldChange> fields(String kind, Tree before, Tree after) {
        return switch (kind) {
            case "NetworkAttachmentDefinition" -> TreeComparison.of(config(before), config(after), "spec.config");
            case "VirtualMachine" -> interfaces(before, after);
            case "Pod" ->
                TreeComparison.of(
                        json(before.at("metadata", "annotations", "k8s.v1.cni.cncf.io/networks")),
                        json(after.at("metadata", "annotations", "k8s.v1.cni.cncf.io/networks")),
                        "networks");
            case "NodeNetworkConfigurationPolicy", "OpenStackNetAttachment", "OpenStackNet", "OpenStackIPSet" ->
                TreeComparison.of(before.at("spec"), after.at("spec"), "spec");
            default -> TreeComparison.of(before.at("spec", "networks"), after.at("spec", "networks"), "spec.networks");
        };
    }

    private static Tree config(Tree definition) {
        return json(definition.at("spec", "config"));
    }

    private static Tree json(Tree text) {
        return text.present() ? Document.inside(text).root() : text;
    }

    private static List<FieldChange> interfaces(Tree before, Tree after) {
        List<String> one = Existing.networks(before.at("spec", "template", "spec"));
        List<String> two = Existing.networks(after.at("spec", "template", "spec"));
        Set<String> had = Set.copyOf(one);
        Tree at = after.at("spec", "template", "spec", "networks");
        return two.stream()
                .filter(name -> !had.contains(name))
                .map(name -> new FieldChange(
                        "interface " + name,
                        "",
                        "added as the last",
                        Optional.empty(),
                        Optional.of(at.spot().origin())))
                .collect(Collectors.toList());
    }
}
