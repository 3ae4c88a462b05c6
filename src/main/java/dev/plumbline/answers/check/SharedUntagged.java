package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.PortVlan;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Several networks of one VM share a node bridge and nothing separates them: their broadcasts and their ARP mix. */
final class SharedUntagged implements Check {

    @Override
    public String id() {
        return "networks-share-untagged-segment";
    }

    @Override
    public Outcome judge(Scene scene) {
        Map<DeviceId, Map<String, Hop>> veths = new TreeMap<>();
        for (Scene.Owned owned : scene.vmNics()) {
            List<Hop> hops = apart(scene, owned) ? List.of() : owned.hops();
            for (int i = 1; i < hops.size(); i++) {
                Hop bridge = hops.get(i);
                if (bridge.kind() instanceof Kind.Bridge && bridge.scope().is(Scope.Kind.NODE) && !bridge.gap()) {
                    veths.computeIfAbsent(new DeviceId(bridge.scope(), bridge.label()), _ -> new TreeMap<>())
                            .put(owned.ref(), hops.get(i - 1));
                }
            }
        }
        List<Trouble> troubles = new ArrayList<>();
        List<Want> wants = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int shared = 0;
        for (Map.Entry<DeviceId, Map<String, Hop>> entry : veths.entrySet()) {
            Set<String> machines = entry.getValue().keySet().stream()
                    .map(ref -> ref.substring(0, ref.indexOf('/')))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (entry.getValue().size() <= machines.size()) {
                continue;
            }
            shared++;
            Map<String, Integer> pvids = pvids(scene, entry.getKey());
            // Every port of a bridge that knows VLANs is in one; a kernel without them lists none.
            boolean flat = pvids.isEmpty() && scene.sawAll(entry.getKey().scope(), Covered.Subject.PORT_VLANS);
            if (flat) {
                entry.getValue().values().forEach(veth -> pvids.put(veth.label(), 0));
            }
            if (pvids.isEmpty()) {
                wants.add(new Want(entry.getKey().scope(), "bridge vlan"));
                open.add(entry.getValue().size() + " NICs on " + entry.getKey().name());
                continue;
            }
            trouble(scene, entry.getKey(), entry.getValue(), pvids).ifPresent(troubles::add);
        }
        return open.isEmpty()
                ? Outcome.judged(troubles, shared + " shared bridges")
                : Outcome.open(
                        troubles,
                        String.join(", ", open) + ": VLANs not seen",
                        wants.stream().distinct().toList());
    }

    /** Whether the guest answers ARP on the NIC alone that has the address (Linux, ip-sysctl.rst, arp_ignore). */
    private static boolean apart(Scene scene, Scene.Owned owned) {
        return owned.hops().stream()
                .limit(1)
                .flatMap(hop -> scene.setting(hop.scope(), "", "arp_ignore").stream())
                .anyMatch(setting -> !setting.value().equals("0"));
    }

    private static Map<String, Integer> pvids(Scene scene, DeviceId bridge) {
        return scene.facts(bridge.scope(), PortVlan.class).stream()
                .filter(PortVlan::pvid)
                .collect(Collectors.toMap(PortVlan::device, PortVlan::vid, (a, _) -> a, TreeMap::new));
    }

    private static java.util.Optional<Trouble> trouble(
            Scene scene, DeviceId bridge, Map<String, Hop> veths, Map<String, Integer> pvids) {
        Map<Integer, List<String>> byVlan = new TreeMap<>();
        veths.forEach((ref, veth) -> {
            Integer vlan = pvids.get(veth.label());
            if (vlan != null) {
                byVlan.computeIfAbsent(vlan, _ -> new ArrayList<>()).add(ref);
            }
        });
        return byVlan.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                                .map(ref -> ref.substring(0, ref.indexOf('/')))
                                .distinct()
                                .count()
                        < entry.getValue().size())
                .findFirst()
                .map(entry -> new Trouble(
                        Severity.WARNING,
                        String.join(", ", entry.getValue()) + " share "
                                + (entry.getKey() == 0
                                        ? bridge.name() + ", which knows no VLANs"
                                        : "VLAN " + entry.getKey() + " on " + bridge.name()),
                        List.of(bridge.toString()),
                        entry.getValue(),
                        "the guest may answer ARP for one network on another, and frames take the wrong NIC",
                        "give each network its vlan in the NetworkAttachmentDefinition, or set arp_ignore=1 and arp_announce=2 in the guest",
                        scene.device(bridge).map(Device::evidence).orElse(List.of())));
    }
}
