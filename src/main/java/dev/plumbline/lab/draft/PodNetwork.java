package dev.plumbline.lab.draft;

import dev.plumbline.facts.Cidr;
import dev.plumbline.facts.Ip;
import dev.plumbline.facts.Mac;
import dev.plumbline.lab.ground.Netns;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The cluster's pod network: each pod has a pair to its node, which routes to it, and nodes reach each other through the
 * fabric. No layer 2 goes beyond a pod's pair, as in real ones.
 */
public final class PodNetwork {

    private static final String BRIDGE = "pods";
    public static final String NODE_DEVICE = "pods0";
    private static final Cidr GATEWAY = new Cidr(Ip.v4(0x0A800001L), 32);
    private static final Cidr FABRIC = new Cidr(Ip.v4(0x0A81FF01L), 24);

    /** Large enough for what any overlay leaves; bytes. */
    private static final int MTU = 9000;

    private final Draft draft;
    private final Map<Netns, Cidr> nodes = new HashMap<>();
    private int pods;

    public PodNetwork(Draft draft) {
        this.draft = draft;
    }

    /** Gives a pod its interface there. */
    public void attach(Netns pod, String device, Netns node, int mtu) {
        Cidr way = nodes.computeIfAbsent(node, this::node);
        pods++;
        String veth = "veth"
                + Macs.local(pod + "/" + device)
                        .text()
                        .substring(3)
                        .replace(":", "")
                        .substring(0, 8);
        draft.wire(
                new LabBuild.End(pod, device, mtu, Optional.empty()),
                new LabBuild.End(node, veth, mtu, Optional.empty()),
                Optional.empty());
        Cidr own = GATEWAY.plus(pods);
        draft.address(node, veth, GATEWAY.toString(), Optional.empty());
        draft.route(node, own.toString(), Optional.empty(), Optional.of(veth), Optional.empty());
        draft.address(pod, device, own.toString(), Optional.empty());
        draft.route(pod, GATEWAY.toString(), Optional.empty(), Optional.of(device), Optional.empty());
        draft.route(pod, "default", Optional.of(GATEWAY.host()), Optional.of(device), Optional.empty());
        draft.route(Netns.FABRIC, own.toString(), Optional.of(way.host()), Optional.of(BRIDGE), Optional.empty());
    }

    private Cidr node(Netns node) {
        if (nodes.isEmpty()) {
            draft.bridge(new LabBuild.Bridge(
                    Netns.FABRIC, BRIDGE, OptionalInt.of(MTU), Optional.empty(), false, Optional.empty()));
            draft.address(Netns.FABRIC, BRIDGE, FABRIC.toString(), Optional.empty());
            draft.remark("the pod network is routed: pods have addresses from " + GATEWAY.host()
                    + " on, nodes reach each" + " other by " + NODE_DEVICE);
        }
        Cidr own = FABRIC.plus(nodes.size() + 1L);
        draft.uplink(new LabBuild.End(node, NODE_DEVICE, MTU, Optional.empty()), BRIDGE, Optional.empty());
        draft.address(node, NODE_DEVICE, own.toString(), Optional.empty());
        return own;
    }

    /** Last, where nothing planned gives a node another. */
    public void defaultRoutes() {
        nodes.keySet()
                .forEach(node -> draft.route(
                        node, "default", Optional.of(FABRIC.host()), Optional.of(NODE_DEVICE), Optional.empty()));
    }

    /** An interface of which nothing is known beyond: a wire that ends in the fabric. */
    public void loose(Netns pod, String device, int mtu, Mac mac) {
        String bridge = "loose" + ++pods;
        draft.bridge(new LabBuild.Bridge(
                Netns.FABRIC, bridge, OptionalInt.empty(), Optional.empty(), false, Optional.empty()));
        draft.uplink(new LabBuild.End(pod, device, mtu, Optional.of(mac)), bridge, Optional.empty());
    }
}
