package dev.plumbline.answers.proofread;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Standing;
import dev.plumbline.facts.BridgePort;
import dev.plumbline.facts.Link;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.weave.Site;
import dev.plumbline.weave.Woven;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Ports and their masters as the kernel states them, where it is sure whose kernel it was. */
final class Masters {

    private final Woven woven;
    private final Map<DeviceId, Map<String, List<Origin>>> byPort = new TreeMap<>();
    private final Map<DeviceId, List<DeviceId>> byBridge = new TreeMap<>();

    Masters(Woven woven) {
        this.woven = woven;
        for (Site site : woven.places().sites().values()) {
            for (Link link : site.all(Link.class)) {
                if (link.vantage().standing() != Standing.ASSUMED) {
                    link.master()
                            .ifPresent(master -> add(new DeviceId(site.scope(), link.name()), master, link.origin()));
                }
            }
            for (BridgePort port : site.all(BridgePort.class)) {
                if (port.vantage().standing() != Standing.ASSUMED) {
                    add(new DeviceId(site.scope(), port.port()), port.bridge(), port.origin());
                }
            }
        }
        byPort.keySet()
                .forEach(port -> of(port).ifPresent(master -> byBridge.computeIfAbsent(
                                new DeviceId(port.scope(), master), _ -> new ArrayList<>())
                        .add(port)));
    }

    private void add(DeviceId port, String master, Origin origin) {
        byPort.computeIfAbsent(port, _ -> new TreeMap<>())
                .computeIfAbsent(master, _ -> new ArrayList<>())
                .add(origin);
    }

    /** The one master that all observations agree on. */
    Optional<String> of(DeviceId port) {
        Map<String, List<Origin>> all = byPort.getOrDefault(port, Map.of());
        return all.size() == 1 ? all.keySet().stream().findFirst() : Optional.empty();
    }

    /** What shows that master, the first place only. */
    List<Origin> evidence(DeviceId port) {
        return byPort.getOrDefault(port, Map.of()).values().stream()
                .flatMap(List::stream)
                .sorted()
                .limit(1)
                .toList();
    }

    /** Ports of a bridge by name. */
    List<DeviceId> ports(DeviceId bridge) {
        return byBridge.getOrDefault(bridge, List.of());
    }

    /** Whether every port of this bridge was listed. */
    boolean sawPortsOf(DeviceId bridge) {
        return sawPortsOf(woven, bridge);
    }

    static boolean sawPortsOf(Woven woven, DeviceId bridge) {
        return Optional.ofNullable(woven.places().sites().get(bridge.scope()))
                .filter(site -> site.sawPortsOf(bridge.name()))
                .isPresent();
    }
}
