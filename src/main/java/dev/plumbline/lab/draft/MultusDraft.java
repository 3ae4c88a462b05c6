package dev.plumbline.lab.draft;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Mac;
import dev.plumbline.lab.cni.Multus;
import dev.plumbline.lab.ground.Netns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The pods that Multus is to attach, and the annotations by which they ask for it. */
public final class MultusDraft {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<String, Tree> definitions;
    private final Map<Netns, Asking> pods = new LinkedHashMap<>();

    /** @param definitions NetworkAttachmentDefinitions by {@code namespace/name}; empty where links are made without plugins */
    public MultusDraft(Map<String, Tree> definitions) {
        this.definitions = Map.copyOf(definitions);
    }

    private record Asking(Netns node, String namespace, String name, ArrayNode networks, Tree cause) {}

    /**
     * Has Multus make an interface of a pod.
     *
     * @param network as the plan names it: without a namespace where that is the pod's own
     * @return whether it can: there is a definition, whose plugins are known
     */
    public boolean attach(
            Netns node,
            Netns pod,
            String namespace,
            String network,
            String device,
            Optional<Mac> mac,
            List<String> addresses) {
        String qualified = network.contains("/") ? network : namespace + "/" + network;
        Optional<Tree> definition = Optional.ofNullable(definitions.get(qualified));
        if (definition.isEmpty() || !Multus.canAttach(definition.get())) {
            return false;
        }
        Asking asking = pods.computeIfAbsent(
                pod, _ -> new Asking(node, namespace, pod.own(), MAPPER.createArrayNode(), definition.get()));
        ObjectNode element = asking.networks().addObject();
        element.put("name", qualified.substring(qualified.indexOf('/') + 1));
        element.put("namespace", qualified.substring(0, qualified.indexOf('/')));
        element.put("interface", device);
        mac.ifPresent(one -> element.put("mac", one.text()));
        if (!addresses.isEmpty()) {
            addresses.forEach(element.putArray("ips")::add);
        }
        return true;
    }

    /** Why an interface is made without plugins though there is a definition; empty where none would be run anyway. */
    public Optional<String> unable(String namespace, String network) {
        String qualified = network.contains("/") ? network : namespace + "/" + network;
        return Optional.ofNullable(definitions.get(qualified))
                .filter(definition -> !Multus.canAttach(definition))
                .map(_ ->
                        "network " + qualified + ": its links are made without plugins, for a lab runs none of these");
    }

    public Map<String, Tree> definitions() {
        return definitions;
    }

    public List<LabBuild.PodNetworks> pods() {
        List<LabBuild.PodNetworks> all = new ArrayList<>();
        pods.forEach((pod, asking) -> all.add(new LabBuild.PodNetworks(
                asking.node(),
                pod,
                asking.namespace(),
                asking.name(),
                new Tree.Scalar(
                        asking.networks().toString(), true, asking.cause().spot()))));
        return all;
    }
}
