package dev.plumbline.systems.kubernetes;

import dev.plumbline.facts.Covered.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The resources whose listings are read, by every name that the command line takes. */
enum Resource {
    POD("", false, Optional.of(Subject.PODS), "pods", "pod", "po"),
    NODE("", true, Optional.of(Subject.NODES), "nodes", "node", "no"),
    INSTANCE(
            "kubevirt.io",
            false,
            Optional.of(Subject.VMS),
            "virtualmachineinstances",
            "virtualmachineinstance",
            "vmi",
            "vmis"),
    MACHINE("kubevirt.io", false, Optional.empty(), "virtualmachines", "virtualmachine", "vm", "vms"),
    MIGRATION(
            "kubevirt.io",
            false,
            Optional.empty(),
            "virtualmachineinstancemigrations",
            "virtualmachineinstancemigration",
            "vmim",
            "vmims"),
    NETWORK_DEFINITION(
            "k8s.cni.cncf.io",
            false,
            Optional.of(Subject.NETWORKS),
            "network-attachment-definitions",
            "network-attachment-definition",
            "networkattachmentdefinitions",
            "networkattachmentdefinition",
            "net-attach-def",
            "net-attach-defs",
            "nad"),
    NODE_STATE("nmstate.io", true, Optional.empty(), "nodenetworkstates", "nodenetworkstate", "nns"),
    POLICY(
            "nmstate.io",
            true,
            Optional.empty(),
            "nodenetworkconfigurationpolicies",
            "nodenetworkconfigurationpolicy",
            "nncp"),
    ENACTMENT(
            "nmstate.io",
            true,
            Optional.empty(),
            "nodenetworkconfigurationenactments",
            "nodenetworkconfigurationenactment",
            "nnce");

    private final String group;
    private final boolean clusterWide;
    private final Optional<Subject> subject;
    private final List<String> names;

    Resource(String group, boolean clusterWide, Optional<Subject> subject, String... names) {
        this.group = group;
        this.clusterWide = clusterWide;
        this.subject = subject;
        this.names = List.of(names);
    }

    /** Whether its objects belong to no namespace. */
    boolean clusterWide() {
        return clusterWide;
    }

    /** What a listing of it lists; empty where no absence is ever concluded from one. */
    Optional<Subject> subject() {
        return subject;
    }

    /** By a word such as {@code vmi}, {@code Pods} or {@code virtualmachineinstances.v1.kubevirt.io}. */
    static Optional<Resource> named(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int dot = lower.indexOf('.');
        String name = dot < 0 ? lower : lower.substring(0, dot);
        String rest = dot < 0 ? "" : lower.substring(dot + 1);
        for (Resource resource : values()) {
            boolean group = rest.isEmpty() || !resource.group.isEmpty() && ("." + rest).endsWith("." + resource.group);
            if (resource.names.contains(name) && group) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }
}
