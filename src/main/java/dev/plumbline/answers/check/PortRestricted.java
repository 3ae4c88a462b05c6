package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.KernelSetting;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A port of a node's bridge on a NIC's line is set to hold frames back: blocked, isolated, not flooded to, not learning
 * (linux/if_bridge.h, BR_STATE_BLOCKING; bridge(8)). A pod's own bridges are KubeVirt's to set.
 */
final class PortRestricted implements Check {

    @Override
    public String id() {
        return "port-restricted";
    }

    private record Port(DeviceId device, String bridge, List<String> affects) {}

    private record Restriction(Severity severity, String says, String breaks, String mend) {}

    @Override
    public Outcome judge(Scene scene) {
        Map<DeviceId, Port> ports = ports(scene);
        Map<DeviceId, Map<String, KernelSetting>> settings = new HashMap<>();
        for (Scope scope : scene.scopes()) {
            if (scope.is(Scope.Kind.NODE)) {
                scene.facts(scope, KernelSetting.class)
                        .forEach(setting -> settings.computeIfAbsent(
                                        new DeviceId(scope, setting.device()), _ -> new TreeMap<>())
                                .put(setting.name(), setting));
            }
        }
        List<Trouble> troubles = new ArrayList<>();
        int seen = 0;
        for (Port port : ports.values()) {
            Map<String, KernelSetting> found = settings.getOrDefault(port.device(), Map.of());
            seen += found.containsKey("state") ? 1 : 0;
            found.values()
                    .forEach(setting -> restriction(setting)
                            .ifPresent(what -> troubles.add(new Trouble(
                                    what.severity(),
                                    port.device().name() + " in " + port.bridge() + " " + what.says(),
                                    List.of(port.device().toString()),
                                    port.affects().stream().distinct().toList(),
                                    what.breaks(),
                                    "bridge link set dev " + port.device().name() + " " + what.mend()
                                            + ", and find out who set it so",
                                    List.of(setting.origin())))));
        }
        return seen > 0 && seen == ports.size()
                ? Outcome.judged(troubles, seen + " ports")
                : Outcome.open(troubles, "not every port's settings were seen", List.of());
    }

    /** Of nodes' bridges, on the lines of NICs. */
    private static Map<DeviceId, Port> ports(Scene scene) {
        Map<DeviceId, Port> ports = new TreeMap<>();
        for (Scene.Owned owned : scene.nics().toList()) {
            for (int i = 0; i + 1 < owned.hops().size(); i++) {
                Hop port = owned.hops().get(i);
                Hop bridge = owned.hops().get(i + 1);
                if (port.scope().is(Scope.Kind.NODE)
                        && !port.gap()
                        && !bridge.gap()
                        && bridge.scope().equals(port.scope())
                        && bridge.kind() instanceof Kind.Bridge) {
                    DeviceId id = new DeviceId(port.scope(), port.label());
                    ports.computeIfAbsent(id, _ -> new Port(id, bridge.label(), new ArrayList<>()))
                            .affects()
                            .add(owned.ref());
                }
            }
        }
        return ports;
    }

    private static Optional<Restriction> restriction(KernelSetting setting) {
        return switch (setting.name() + " " + setting.value()) {
            case "state blocking" ->
                Optional.of(new Restriction(Severity.ERROR, "is blocked", "nothing passes this port", "state 3"));
            case "flood false", "bcast_flood false" ->
                Optional.of(new Restriction(
                        Severity.WARNING,
                        "is flooded no " + (setting.name().equals("flood") ? "frames to unknown MACs" : "broadcasts"),
                        "what is behind it is reached only while others remember it",
                        setting.name() + " on"));
            case "isolated true" ->
                Optional.of(new Restriction(
                        Severity.INFO,
                        "is isolated",
                        "it reaches no other port that is isolated too; meant so where portIsolation is asked for",
                        "isolated off"));
            case "learning false" ->
                Optional.of(new Restriction(
                        Severity.INFO,
                        "does not learn",
                        "frames to what is behind it are flooded to every port",
                        "learning on"));
            default -> Optional.empty();
        };
    }
}
