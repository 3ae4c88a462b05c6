package dev.plumbline.plan.wiring;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.BridgeMapping;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.facts.NetworkDefinition.Config;
import dev.plumbline.facts.VlanRange;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** From a pod's interface on, as the definition's CNI plugin will build it on the node. */
final class NodeSide {

    /** What the kernel gives a veth that no one gives an MTU. */
    private static final int KERNEL_MTU = 1500;

    private static final String INTEGRATION_BRIDGE = "br-int";

    private final NodeNetwork node;
    private final List<String> premises;
    private final Scope cluster;

    /** @param premises what steps onto the node take for granted */
    NodeSide(NodeNetwork node, List<String> premises, Scope cluster) {
        this.node = node;
        this.premises = premises;
        this.cluster = cluster;
    }

    /** The MTU of the pod's interface; empty where the plugin takes that of a device that is not known. */
    static OptionalInt mtu(NetworkDefinition definition) {
        return switch (definition.type()) {
            case "bridge", "cnv-bridge", "ovs", "ptp" ->
                OptionalInt.of(definition.mtu().orElse(KERNEL_MTU));
            default -> definition.mtu();
        };
    }

    /** What the pod's interface is. */
    static Kind kind(NetworkDefinition definition) {
        return switch (definition.type()) {
            case "macvlan", "ipvlan", "macvtap", "vlan" -> new Kind.Other(definition.type());
            case "sriov", "host-device", "" -> new Kind.Link();
            default -> new Kind.Veth(OptionalInt.empty(), OptionalInt.empty());
        };
    }

    /**
     * Goes on from the pod's interface, the last hop.
     *
     * @param port what the random name of the node's end is told apart by: {@code controller-0.net4}
     * @param asked the line that asks for the network
     * @return the path's end
     */
    String follow(Line line, NetworkDefinition definition, String port, Origin asked) {
        List<Origin> evidence = List.of(asked, definition.origin());
        switch (definition.type()) {
            case "bridge", "cnv-bridge" -> {
                return bridge(line, definition, "veth*" + port, evidence, false);
            }
            case "ovs" -> {
                return bridge(line, definition, "veth*" + port, evidence, true);
            }
            case "ovn-k8s-cni-overlay" -> {
                return ovn(line, definition, "*" + port, evidence);
            }
            case "macvlan", "ipvlan", "macvtap", "vlan" -> {
                return lower(line, definition, evidence);
            }
            case "ptp" -> {
                Device veth = node.veth("veth*" + port, Optional.empty(), mtu(definition), definition.origin());
                line.step(Step.PEER, veth, Rule.CNI_VETH, evidence, premises);
                return "no-layer-2";
            }
            case "sriov", "host-device" ->
                line.gap(
                        node.scope(),
                        Step.PASSTHROUGH,
                        "a device of the node is moved into the pod: which one is chosen when the pod starts",
                        evidence);
            case "" ->
                line.gap(
                        node.scope(),
                        Step.PEER,
                        "the definition " + definition.name()
                                + " holds no configuration: Multus reads one from a file of the node",
                        evidence);
            default ->
                line.gap(
                        node.scope(),
                        Step.PEER,
                        "what the plugin " + definition.type() + " builds on the node is not known here",
                        evidence);
        }
        return "unknown";
    }

    private String bridge(Line line, NetworkDefinition definition, String veth, List<Origin> evidence, boolean ovs) {
        String name = definition.bridge();
        if (name.isEmpty()) {
            line.gap(node.scope(), Step.PEER, "the definition " + definition.name() + " names no bridge", evidence);
            return "unknown";
        }
        Origin origin = definition.origin();
        line.step(
                Step.PEER,
                node.veth(veth, Optional.of(name), mtu(definition), origin),
                Rule.CNI_VETH,
                evidence,
                premises);
        Device bridge = node.bridge(name, ovs ? new Kind.OvsBridge() : new Kind.Bridge(), origin);
        line.step(ovs ? Step.OVS : Step.MEMBER, bridge, ovs ? Rule.CNI_OVS : Rule.CNI_BRIDGE, List.of(origin));
        Optional<NodeLink> made = node.link(name);
        if (made.isPresent() && (!made.get().isBridge() || made.get().isOvs() != ovs)) {
            line.gap(
                    node.scope(),
                    Step.MEMBER,
                    "a policy makes " + name + " of type " + made.get().type() + ", which the plugin "
                            + definition.type() + " refuses",
                    made.get().evidence());
            return "unknown";
        }
        node.port(name, ovs, veth, vlans(definition, ovs), origin);
        return node.follow(line);
    }

    /** What the plugin gives the node's end (plugins/main/bridge setupVeth): its own VLAN takes the place of the bridge's. */
    private static List<VlanRange> vlans(NetworkDefinition definition, boolean ovs) {
        List<VlanRange> trunk = definition.config().map(Config::trunk).orElse(List.of());
        List<VlanRange> vlans = new ArrayList<>(trunk);
        if (definition.vlan().isPresent()) {
            vlans.addFirst(VlanRange.access(definition.vlan().getAsInt()));
        } else if (!ovs) {
            vlans.addAll(Bridge.DEFAULT);
        }
        return vlans;
    }

    private String ovn(Line line, NetworkDefinition definition, String veth, List<Origin> evidence) {
        Origin origin = definition.origin();
        line.step(
                Step.PEER,
                node.veth(veth, Optional.empty(), mtu(definition), origin),
                Rule.CNI_VETH,
                evidence,
                premises);
        line.step(
                Step.OVS,
                node.bridge(INTEGRATION_BRIDGE, new Kind.OvsBridge(), origin),
                Rule.OVN_OVERLAY,
                List.of(origin));
        String topology = definition.config().map(Config::topology).orElse("");
        String physical = definition.config().map(Config::physicalNetwork).orElse("");
        if (!topology.equals("localnet")) {
            line.clusterNetwork(cluster, "overlay network", Rule.OVN_OVERLAY, List.of(origin));
            return "cluster-network";
        }
        Optional<BridgeMapping> mapping = node.mapping(physical);
        if (mapping.isEmpty()) {
            line.gap(
                    node.scope(),
                    Step.OVS,
                    "no policy maps OVN's physical network " + physical + " to a bridge",
                    List.of(origin));
            return "unknown";
        }
        Origin mapped = mapping.get().origin();
        Device bridge = node.bridge(mapping.get().bridge(), new Kind.OvsBridge(), mapped);
        line.step(Step.OVS, bridge, Rule.OVN_LOCALNET, List.of(origin, mapped));
        return node.follow(line);
    }

    private String lower(Line line, NetworkDefinition definition, List<Origin> evidence) {
        String lower = definition.config().map(Config::lower).orElse("");
        if (lower.isEmpty()) {
            String resource = definition.config().map(Config::resource).orElse("");
            line.gap(
                    node.scope(),
                    Step.LOWER,
                    resource.isEmpty()
                            ? "the definition " + definition.name()
                                    + " names no device of the node: the plugin takes that" + " of the default route"
                            : "which device of the node stands behind the resource " + resource
                                    + " is the device plugin's matter",
                    evidence);
            return "unknown";
        }
        line.step(Step.LOWER, node.lower(lower, definition.origin()), Rule.CNI_LOWER, evidence, premises);
        return node.follow(line);
    }
}
