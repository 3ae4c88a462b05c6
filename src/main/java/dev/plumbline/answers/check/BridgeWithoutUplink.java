package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Scope;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A node's bridge has veths only: the CNI makes a missing bridge in silence, without an uplink (plugins/main/bridge, ensureBridge). */
final class BridgeWithoutUplink implements Check {

    @Override
    public String id() {
        return "bridge-without-uplink";
    }

    @Override
    public Outcome judge(Scene scene) {
        Map<DeviceId, List<Scene.Owned>> users = new TreeMap<>();
        Map<DeviceId, Boolean> goesOn = new TreeMap<>();
        for (Scene.Owned owned : scene.nics().toList()) {
            List<Hop> hops = owned.hops();
            boolean bridged = hops.stream().noneMatch(hop -> hop.kind() instanceof Kind.ClusterNetwork);
            for (int i = 0; bridged && i < hops.size(); i++) {
                Hop hop = hops.get(i);
                if (hop.kind() instanceof Kind.Bridge && hop.scope().is(Scope.Kind.NODE)) {
                    DeviceId id = new DeviceId(hop.scope(), hop.label());
                    users.computeIfAbsent(id, _ -> new ArrayList<>()).add(owned);
                    goesOn.merge(id, i + 1 < hops.size() && !hops.get(i + 1).gap(), Boolean::logicalOr);
                }
            }
        }
        List<Trouble> troubles = new ArrayList<>();
        List<Want> wants = new ArrayList<>();
        goesOn.forEach((bridge, on) -> {
            if (!on && scene.sawPortsOf(bridge)) {
                troubles.add(trouble(scene, bridge, users.getOrDefault(bridge, List.of())));
            } else if (!on) {
                wants.add(new Want(bridge.scope(), "ip -j -d link"));
            }
        });
        return !goesOn.isEmpty() && wants.isEmpty()
                ? Outcome.judged(troubles, goesOn.size() + " node bridges")
                : Outcome.open(
                        troubles,
                        goesOn.isEmpty() ? "no node bridge was seen" : "not all ports of a bridge were seen",
                        wants);
    }

    private static Trouble trouble(Scene scene, DeviceId bridge, List<Scene.Owned> users) {
        return new Trouble(
                Severity.ERROR,
                bridge.name() + " of " + bridge.scope().name() + " has no uplink: every port is a veth",
                List.of(bridge.toString()),
                users.stream().map(Scene.Owned::ref).distinct().toList(),
                "its VMs reach each other on this node and nothing beyond it",
                "give the bridge its NIC by a NodeNetworkConfigurationPolicy that selects this node",
                scene.device(bridge).map(Device::evidence).orElse(List.of()));
    }
}
