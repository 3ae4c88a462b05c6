package dev.plumbline.plan.wiring;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Mac;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.facts.VmNic;
import dev.plumbline.systems.kubevirt.PodNaming;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Step;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A NIC's way through its launcher's pod, as the binding and the KubeVirt version make it. */
final class PodSide {

    private final Scope pod;
    private final LauncherNames names;
    private final Drawing drawing;

    PodSide(Scope pod, LauncherNames names, Drawing drawing) {
        this.pod = pod;
        this.names = names;
        this.drawing = drawing;
    }

    Scope scope() {
        return pod;
    }

    /** How a line is beyond the pod. */
    enum Leaves {
        /** By the pod's interface, the last hop. */
        BY_INTERFACE,
        /** Not at all, and no layer 2 is there to follow. */
        NO_LAYER_2,
        /** In a way that nothing foretells: the last hop is a gap. */
        UNKNOWN
    }

    /**
     * Goes on from the guest's NIC, the last hop.
     *
     * @param definition of the NIC's network; empty for the pod network, or where it is not given
     * @param mtu of the pod's interface
     * @param node where a device is passed through from
     */
    Leaves through(
            Line line,
            VmNic nic,
            VmNic.Wish wish,
            Optional<NetworkDefinition> definition,
            OptionalInt mtu,
            Scope node) {
        return switch (nic.binding()) {
            case "bridge" -> bridge(line, nic, wish, definition, mtu);
            case "masquerade" -> masquerade(line, nic, wish, mtu);
            case "macvtap" -> macvtap(line, nic, wish, mtu);
            case "slirp", "passt", "passtBinding" -> {
                Device process = Drawing.device(
                        new DeviceId(pod, "user network"),
                        new Kind.Other("user-network"),
                        OptionalInt.empty(),
                        Optional.empty(),
                        nic.origin());
                line.step(
                        Step.NAT,
                        process,
                        Rule.USER_NETWORK,
                        List.of(nic.origin()),
                        "a process of the pod serves this NIC: its traffic leaves as that process's own");
                yield Leaves.NO_LAYER_2;
            }
            case "sriov" ->
                gap(
                        line,
                        node,
                        Step.PASSTHROUGH,
                        "the NIC will be a PCI function of the node, passed through: which one the device plugin chooses"
                                + " when the pod starts",
                        nic);
            case "" -> gap(line, pod, Step.VIRTIO, "the interface names no binding, or several", nic);
            default ->
                gap(
                        line,
                        pod,
                        Step.VIRTIO,
                        "how the binding plugin " + nic.binding() + " joins the NIC is its own matter",
                        nic);
        };
    }

    private static Leaves gap(Line line, Scope scope, Step step, String why, VmNic nic) {
        line.gap(scope, step, why, List.of(nic.origin()));
        return Leaves.UNKNOWN;
    }

    private Leaves bridge(
            Line line, VmNic nic, VmNic.Wish wish, Optional<NetworkDefinition> definition, OptionalInt mtu) {
        String asked = names.asked(nic, wish);
        boolean addressed = definition
                .map(one ->
                        one.config().filter(config -> !config.ipam().isEmpty()).isPresent())
                .orElse(wish.primary());
        boolean renamed = names.renames(addressed);
        String port = renamed ? names.renamed(asked) : asked;
        tapAndBridge(line, nic, asked, mtu, Optional.empty());
        if (renamed) {
            drawing.add(Drawing.device(
                    new DeviceId(pod, asked), new Kind.Other("dummy"), mtu, Optional.empty(), wish.networkAt()));
        }
        Kind kind = definition.map(NodeSide::kind).orElse(new Kind.Veth(OptionalInt.empty(), OptionalInt.empty()));
        line.step(
                Step.MEMBER,
                drawing.add(Drawing.device(
                        new DeviceId(pod, port), kind, mtu, Optional.of(names.bridge(asked)), wish.networkAt())),
                Rule.KUBEVIRT_POD_INTERFACE,
                List.of(wish.networkAt()));
        return Leaves.BY_INTERFACE;
    }

    private Leaves masquerade(Line line, VmNic nic, VmNic.Wish wish, OptionalInt mtu) {
        String asked = names.asked(nic, wish);
        String bridge = names.bridge(asked);
        tapAndBridge(
                line,
                nic,
                asked,
                mtu,
                names.fixedMac() ? Mac.parse(PodNaming.MASQUERADE_BRIDGE_MAC) : Optional.empty());
        if (names.masqueradeDummy()) {
            drawing.add(Drawing.device(
                    new DeviceId(pod, bridge + "-nic"),
                    new Kind.Other("dummy"),
                    mtu,
                    Optional.of(bridge),
                    nic.origin()));
        }
        Subnet.of(wish.subnet())
                .ifPresent(subnet -> drawing.address(
                        new DeviceId(pod, bridge), subnet.gateway().toString(), nic.origin()));
        Device outside = drawing.add(Drawing.device(
                new DeviceId(pod, asked),
                new Kind.Veth(OptionalInt.empty(), OptionalInt.empty()),
                mtu,
                Optional.empty(),
                wish.networkAt()));
        line.step(Step.NAT, outside, Rule.MASQUERADE, List.of(nic.origin()));
        return Leaves.BY_INTERFACE;
    }

    private void tapAndBridge(Line line, VmNic nic, String asked, OptionalInt mtu, Optional<Mac> mac) {
        Origin origin = nic.origin();
        String bridge = names.bridge(asked);
        line.step(
                Step.VIRTIO,
                drawing.add(Drawing.device(
                        new DeviceId(pod, names.tap(nic, asked)), new Kind.Tap(), mtu, Optional.of(bridge), origin)),
                Rule.KUBEVIRT_TAP,
                List.of(origin),
                names.premise());
        line.step(
                Step.MEMBER,
                drawing.add(Drawing.device(
                        new DeviceId(pod, bridge), new Kind.Bridge(), mac, mtu, Optional.empty(), List.of(origin))),
                Rule.KUBEVIRT_BRIDGE,
                List.of(origin));
    }

    private Leaves macvtap(Line line, VmNic nic, VmNic.Wish wish, OptionalInt mtu) {
        line.step(
                Step.VIRTIO,
                drawing.add(Drawing.device(
                        new DeviceId(pod, names.asked(nic, wish)),
                        new Kind.Other("macvtap"),
                        nic.mac(),
                        mtu,
                        Optional.empty(),
                        List.of(wish.networkAt()))),
                Rule.KUBEVIRT_MACVTAP,
                List.of(nic.origin(), wish.networkAt()),
                names.premise());
        return Leaves.BY_INTERFACE;
    }
}
