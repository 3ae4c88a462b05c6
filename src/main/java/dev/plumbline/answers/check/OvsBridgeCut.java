package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.OvsPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A guest's address is on an Open vSwitch bridge that no port leads away from, or none without a VLAN: an access port takes
 * its own VLAN's frames only (ovs-vswitchd.conf.db, vlan_mode), the bridge's own device sends without one.
 */
final class OvsBridgeCut implements Check {

    private static final Set<String> NICS = Set.of("", "system");

    @Override
    public String id() {
        return "ovs-bridge-cut";
    }

    @Override
    public Outcome judge(Scene scene) {
        List<Trouble> troubles = new ArrayList<>();
        int bridges = 0;
        for (Scope guest : scene.scopes()) {
            if (!guest.is(Scope.Kind.GUEST) || !scene.sawAll(guest, Covered.Subject.OVS_PORTS)) {
                continue;
            }
            Map<String, List<OvsPort>> ports = new TreeMap<>();
            scene.facts(guest, OvsPort.class)
                    .forEach(port -> ports.computeIfAbsent(port.bridge(), _ -> new ArrayList<>())
                            .add(port));
            for (Map.Entry<String, List<OvsPort>> bridge : ports.entrySet()) {
                List<Address> held = held(scene, guest, bridge.getKey());
                if (!held.isEmpty()) {
                    bridges++;
                    judge(scene, guest, bridge.getKey(), bridge.getValue(), held, troubles);
                }
            }
        }
        return bridges > 0
                ? Outcome.judged(troubles, bridges + " bridges with addresses")
                : Outcome.open(
                        troubles, "no Open vSwitch bridge with an address was seen with all its ports", List.of());
    }

    /** Addresses of the bridge's own device; those that the kernel makes itself say nothing. */
    private static List<Address> held(Scene scene, Scope guest, String bridge) {
        return scene.facts(guest, Address.class).stream()
                .filter(address -> address.device().equals(bridge)
                        && address.basis() == Address.Basis.OBSERVED
                        && !address.cidr().startsWith("fe80:"))
                .toList();
    }

    private static void judge(
            Scene scene, Scope guest, String bridge, List<OvsPort> ports, List<Address> held, List<Trouble> troubles) {
        boolean own = ports.stream()
                .anyMatch(port -> port.device().equals(bridge)
                        && port.type().equals("internal")
                        && port.tag().isEmpty());
        List<OvsPort> wires =
                ports.stream().filter(port -> !port.type().equals("internal")).toList();
        if (!own
                || wires.stream()
                        .anyMatch(port ->
                                !NICS.contains(port.type()) || port.tag().isEmpty())) {
            return;
        }
        String title = wires.isEmpty()
                ? bridge + " of " + guest.name() + " has an address and no port but its own"
                : bridge + " of " + guest.name() + " has an address without a VLAN, its ports take only VLAN "
                        + String.join(
                                ", ",
                                wires.stream()
                                        .map(port ->
                                                port.device() + " " + port.tag().getAsInt())
                                        .toList());
        List<Origin> evidence = Stream.concat(
                        held.stream().limit(1).map(Address::origin),
                        (wires.isEmpty() ? ports : wires).stream().limit(1).map(OvsPort::origin))
                .toList();
        troubles.add(new Trouble(
                Severity.ERROR,
                title,
                List.of(guest.path() + ":" + bridge),
                affected(scene, guest, bridge, wires),
                "nothing leaves or reaches the addresses on " + bridge,
                "run os-net-config again, or ovs-vsctl add-port " + bridge + " NIC, ovs-vsctl clear Port NIC tag",
                evidence));
    }

    /** NICs that are its ports; where none is, those of the guest that carry no address, of which one may be the lost one. */
    private static List<String> affected(Scene scene, Scope guest, String bridge, List<OvsPort> wires) {
        List<Scene.Owned> nics = scene.vmNics().stream()
                .filter(nic -> nic.hops().stream().anyMatch(hop -> hop.scope().equals(guest)))
                .toList();
        List<String> ports = nics.stream()
                .filter(nic -> nic.hops().stream().anyMatch(hop -> hop.label().equals(bridge))
                        || wires.stream()
                                .anyMatch(port -> nic.nic()
                                        .name()
                                        .filter(port.device()::equals)
                                        .isPresent()))
                .map(Scene.Owned::ref)
                .toList();
        return ports.isEmpty()
                ? nics.stream()
                        .filter(nic -> nic.nic().addresses().stream()
                                .noneMatch(address -> address.basis().equals("observed")))
                        .map(Scene.Owned::ref)
                        .toList()
                : ports;
    }
}
