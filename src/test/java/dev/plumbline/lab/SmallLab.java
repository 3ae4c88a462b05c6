package dev.plumbline.lab;

import dev.plumbline.facts.Mac;
import dev.plumbline.lab.draft.GuestKind;
import dev.plumbline.lab.draft.LabBuild;
import dev.plumbline.lab.draft.VmNic;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.plan.KubevirtVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One VM with one NIC that is a port of an Open vSwitch bridge: something of all that a lab runs. */
final class SmallLab {

    private static final Netns NODE = new Netns("node.w");
    private static final Netns POD = new Netns("pod.shop.virt-launcher-web-x");
    private static final Netns GUEST = new Netns("guest.shop.web");

    private SmallLab() {}

    static LabBuild build() {
        Mac mac = new Mac("02:7e:90:00:00:01");
        return new LabBuild(
                KubevirtVersion.DEFAULT,
                GuestKind.NETNS,
                List.of(Netns.FABRIC, NODE, POD, GUEST),
                List.of(wire(NODE, "enp1s0", Netns.FABRIC, "port1"), wire(POD, "net1", NODE, "veth1")),
                List.of(bridge(Netns.FABRIC, "lan"), bridge(NODE, "br-lan")),
                List.of(),
                List.of(
                        new LabBuild.Port(Netns.FABRIC, "port1", "lan", Optional.empty()),
                        new LabBuild.Port(NODE, "enp1s0", "br-lan", Optional.empty()),
                        new LabBuild.Port(NODE, "veth1", "br-lan", Optional.empty())),
                List.of(),
                Map.of(),
                List.of(),
                List.of(new VmNic(
                        POD,
                        GUEST,
                        VmNic.Binding.BRIDGE,
                        "lan",
                        "net1",
                        "enp1s0",
                        mac,
                        1500,
                        1500,
                        false,
                        Optional.empty(),
                        0,
                        Optional.empty())),
                List.of(new LabBuild.Switch(
                        GUEST,
                        "br-ex",
                        Optional.of(mac),
                        OptionalInt.empty(),
                        List.of(new LabBuild.SwitchPort(
                                "enp1s0", false, OptionalInt.empty(), OptionalInt.empty(), List.of())),
                        Optional.empty())),
                List.of(),
                List.of(),
                List.of());
    }

    private static LabBuild.Wire wire(Netns one, String device, Netns other, String peer) {
        return new LabBuild.Wire(
                new LabBuild.End(one, device, 1500, Optional.empty()),
                new LabBuild.End(other, peer, 1500, Optional.empty()),
                Optional.empty());
    }

    private static LabBuild.Bridge bridge(Netns place, String name) {
        return new LabBuild.Bridge(place, name, OptionalInt.of(1500), Optional.empty(), false, Optional.empty());
    }
}
