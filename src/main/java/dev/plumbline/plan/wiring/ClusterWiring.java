package dev.plumbline.plan.wiring;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.DesiredLink;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The planned network of one cluster. */
final class ClusterWiring {

    private final Scope cluster;
    private final Manifests manifests;
    private final Placing placing;
    private final Drawing drawing = new Drawing();
    private final Map<Scope, NodeNetwork> nodes = new TreeMap<>();
    private final Map<String, Integer> named = new HashMap<>();
    private final PlanOptions options;

    ClusterWiring(String cluster, Manifests manifests, PlanOptions options) {
        this.cluster = Scope.ofCluster().inCluster(cluster);
        this.manifests = manifests;
        this.options = options;
        this.placing = new Placing(
                cluster,
                manifests.nodes(),
                options.nodes(),
                manifests.links().stream().map(DesiredLink::nodeSelector).toList());
        manifests.vms().forEach(vm -> named.merge(vm.name(), 1, Integer::sum));
        manifests.pods().forEach(pod -> named.merge(pod.seen().name(), 1, Integer::sum));
    }

    Topology topology() {
        List<Machine> machines = new ArrayList<>();
        MacPool macs = new MacPool(options.firstMac(), manifests.vms());
        LauncherNames names = new LauncherNames(options.kubevirt());
        manifests.vms().forEach(vm -> machines.add(new VmWiring(this, vm, names, macs).machine()));
        manifests.pods().forEach(pod -> machines.add(new PodWiring(this, pod).machine()));
        boolean undrawn = manifests.links().stream()
                .anyMatch(
                        link -> nodes.keySet().stream().noneMatch(node -> placing.reaches(link.nodeSelector(), node)));
        if (undrawn) {
            node(placing.common());
        }
        return drawing.topology(List.copyOf(machines));
    }

    Scope cluster() {
        return cluster;
    }

    Manifests manifests() {
        return manifests;
    }

    Placing placing() {
        return placing;
    }

    Drawing drawing() {
        return drawing;
    }

    NodeNetwork node(Scope scope) {
        return nodes.computeIfAbsent(scope, each -> new NodeNetwork(each, manifests, placing, drawing));
    }

    /** A machine's name on its node, which tells random names apart: with more where the name alone is not its own. */
    String label(String kind, String namespace, String name) {
        return named.getOrDefault(name, 0) > 1 ? kind + "." + namespace + "." + name : name;
    }

    /** From a pod's interface of this definition on. */
    NodeSide nodeSide(Placing.Place place, String namespace, NetworkDefinition definition) {
        List<String> premises = new ArrayList<>(place.assumed());
        boolean foreign = !definition.namespace().equals(namespace)
                && !definition.namespace().equals("default");
        if (foreign) {
            premises.add("Multus may use the definition of another namespace: OpenShift's refuses it");
        }
        return new NodeSide(node(place.node()), List.copyOf(premises), cluster);
    }

    /** Why no definition is found under this name. */
    String missing(String namespace, String asked) {
        String qualified = Manifests.qualified(namespace, asked);
        String bare = qualified.substring(qualified.indexOf('/') + 1);
        List<String> elsewhere = manifests.definitions().values().stream()
                .filter(one -> one.name().equals(bare))
                .map(one -> one.namespace() + "/" + bare)
                .toList();
        return "no NetworkAttachmentDefinition " + qualified + " is given"
                + (elsewhere.isEmpty() ? "" : ", only " + String.join(", ", elsewhere))
                + ": the pod will not start without it";
    }
}
