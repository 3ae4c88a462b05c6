package dev.plumbline.plan;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.ospdirector.InputsReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The resources that a user gives, each once and each in a namespace.
 *
 * @param planned those that the network hangs on, by place
 * @param skipped those that take no part, by place
 * @param problems two resources of one name
 */
record Given(List<ApiResource> planned, List<Skipped> skipped, List<Problem> problems) {

    /** Where kubectl puts an object that names no namespace. */
    private static final String DEFAULT_NAMESPACE = "default";

    private static final Set<String> OF_THE_CLUSTER =
            Set.of("Node", "NodeNetworkConfigurationPolicy", "Network", "Provisioning");

    /** Kinds by API group that plans are made of. */
    private static final Map<String, Set<String>> PART = Map.of(
            "",
            Set.of("Pod", "Node", "Service", "ConfigMap"),
            "k8s.cni.cncf.io",
            Set.of("NetworkAttachmentDefinition"),
            "kubevirt.io",
            Set.of("VirtualMachine", "VirtualMachineInstance"),
            "nmstate.io",
            Set.of("NodeNetworkConfigurationPolicy"),
            "config.openshift.io",
            Set.of("Network"),
            "operator.openshift.io",
            Set.of("Network"),
            "metal3.io",
            Set.of("Provisioning"),
            InputsReader.GROUP,
            Set.of(
                    "OpenStackNetConfig",
                    "OpenStackControlPlane",
                    "OpenStackVMSet",
                    "OpenStackBaremetalSet",
                    "OpenStackClient",
                    "OpenStackConfigGenerator",
                    "OpenStackNet",
                    "OpenStackNetAttachment",
                    "OpenStackIPSet",
                    "OpenStackMACAddress"));

    private static final Comparator<ApiResource> PLACE =
            Comparator.comparing(Given::at).thenComparing(ApiResource::kind);

    /** What no two resources share. */
    record Identity(String group, String kind, String namespace, String name) {

        static Identity of(ApiResource resource) {
            return new Identity(resource.group(), resource.kind(), resource.namespace(), resource.name());
        }
    }

    static Given of(List<ApiResource> resources) {
        List<ApiResource> planned = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<Identity, ApiResource> first = new HashMap<>();
        for (ApiResource resource :
                resources.stream().sorted(PLACE).map(Given::placed).toList()) {
            String label = label(resource);
            if (!PART.getOrDefault(resource.group(), Set.of()).contains(resource.kind())) {
                skipped.add(new Skipped(at(resource), label, why(resource)));
                continue;
            }
            ApiResource before = first.putIfAbsent(Identity.of(resource), resource);
            if (before == null) {
                planned.add(resource);
            } else {
                problems.add(new Problem(
                        at(resource),
                        label + " is given a second time, first at " + place(at(before)),
                        "one resource of a name; the first counts"));
            }
        }
        return new Given(List.copyOf(planned), List.copyOf(skipped), List.copyOf(problems));
    }

    private static String why(ApiResource resource) {
        boolean observed =
                resource.group().equals("nmstate.io") || resource.kind().endsWith("Migration");
        return observed
                ? "tells what is, not what is to be"
                : "no kind that a network is planned from: " + resource.apiVersion();
    }

    private static String label(ApiResource resource) {
        return resource.kind() + " " + (resource.namespace().isEmpty() ? "" : resource.namespace() + "/")
                + resource.name();
    }

    private static Origin at(ApiResource resource) {
        return resource.object().at(resource.tree().at("metadata", "name"));
    }

    private static String place(Origin origin) {
        return Stream.of(origin.source(), origin.file())
                        .filter(text -> !text.isEmpty())
                        .reduce((source, file) -> source + "/" + file)
                        .orElse("")
                + (origin.line() > 0 ? ":" + origin.line() : "");
    }

    /** In the namespace that its shell had set, else in the one that kubectl takes. */
    private static ApiResource placed(ApiResource resource) {
        boolean director =
                resource.group().equals(InputsReader.GROUP) || resource.kind().equals("ConfigMap");
        if (director || !resource.namespace().isEmpty() || OF_THE_CLUSTER.contains(resource.kind())) {
            return resource;
        }
        String set = resource.object().observation().namespace();
        Tree metadata = resource.tree().at("metadata");
        Growing named = Growing.from(metadata);
        metadata.fields().forEach(named::put);
        named.put("namespace", set.isEmpty() ? DEFAULT_NAMESPACE : set, metadata.at("name"));
        Growing object = Growing.from(resource.tree());
        resource.tree().fields().forEach(object::put);
        object.put("metadata", named);
        return new ApiResource(
                new ApiObject(resource.object().observation(), object.tree()),
                resource.group(),
                resource.version(),
                resource.kind());
    }
}
