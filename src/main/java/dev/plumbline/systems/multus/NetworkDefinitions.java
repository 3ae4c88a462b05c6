package dev.plumbline.systems.multus;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.systems.ApiObject;
import dev.plumbline.systems.Excerpts;
import dev.plumbline.systems.ObjectReader;
import dev.plumbline.systems.Reading;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** NetworkAttachmentDefinitions: their CNI configuration is JSON in a string, one plugin or a list of them. */
public final class NetworkDefinitions implements ObjectReader {

    /** The annotation by which the scheduler counts a node's bridges. */
    public static final String RESOURCE_NAME = "k8s.v1.cni.cncf.io/resourceName";

    /** What bridge-marker puts before the bridge's name. */
    public static final String BRIDGE_RESOURCE = "bridge.network.kubevirt.io/";

    private static final List<String> BRIDGE_TYPES = List.of("bridge", "cnv-bridge");

    @Override
    public boolean reads(String group, String kind) {
        return group.equals("k8s.cni.cncf.io") && kind.equals("NetworkAttachmentDefinition");
    }

    @Override
    public Reading read(Observation observation, Tree tree) {
        ApiObject object = new ApiObject(observation, tree);
        Tree annotation = object.annotation(RESOURCE_NAME);
        Tree config = tree.at("spec", "config");
        Optional<Tree> parsed = InlineJson.parse(config.text()).filter(root -> root instanceof Tree.Mapping);
        Tree plugin = parsed.map(NetworkDefinitions::mainPlugin).orElse(new Tree.Missing(tree.spot()));
        String bridge = bridge(plugin);
        Origin origin = parsed.isPresent()
                ? new Excerpts(config).next(bridge.isEmpty() ? plugin.at("type").text() : bridge)
                : object.atFirst(annotation);
        Reading reading = Reading.of(List.of(new NetworkDefinition(
                object.vantage(),
                origin,
                object.namespace(),
                object.name(),
                plugin.at("type").text(),
                bridge,
                bridgeOfResource(annotation.text()),
                positive(plugin.at("vlan")),
                positive(plugin.at("mtu")),
                parsed.map(root -> DefinitionConfig.of(root, plugin, annotation.text())))));
        boolean broken = parsed.isEmpty() && !config.text().isBlank();
        return broken ? reading.and(new Reading(List.of(), List.of(problem(object, config)))) : reading;
    }

    /** The bridge that a resource name stands for; empty for every other sort of resource. */
    public static String bridgeOfResource(String resource) {
        return resource.startsWith(BRIDGE_RESOURCE) ? resource.substring(BRIDGE_RESOURCE.length()) : "";
    }

    private static Tree mainPlugin(Tree root) {
        List<Tree> plugins = root.at("plugins").items();
        return plugins.isEmpty() ? root : plugins.getFirst();
    }

    /** The bridge plugin uses cni0 where its configuration names no bridge (plugins/main/bridge: defaultBrName). */
    private static String bridge(Tree plugin) {
        String named = plugin.at("bridge").text();
        return named.isEmpty() && BRIDGE_TYPES.contains(plugin.at("type").text()) ? "cni0" : named;
    }

    static OptionalInt positive(Tree tree) {
        OptionalInt value = tree.integer();
        return value.isPresent() && value.getAsInt() > 0 ? value : OptionalInt.empty();
    }

    private static Problem problem(ApiObject object, Tree config) {
        return new Problem(object.at(config), "spec.config is not JSON", "a CNI configuration");
    }
}
