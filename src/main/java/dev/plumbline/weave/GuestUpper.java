package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.ConfiguredDevice;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Mac;
import dev.plumbline.facts.OvsPort;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In a guest, a bridge, bond or VLAN device leads to the NIC below it. Proven by ovsdb, by the kernel's master or by the
 * VLAN's base; inferred from os-net-config's file where only the datapath is seen.
 */
final class GuestUpper implements JoinRule.Within {

    private static final String BY_CONFIGURATION = "guest-ovs-config";

    @Override
    public String id() {
        return "guest-upper";
    }

    @Override
    public List<Claim> join(Site guest) {
        if (!guest.is(Scope.Kind.GUEST) && !guest.is(Scope.Kind.HOST)) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>(Ports.contested(guest, Step.MEMBER));
        for (OvsPort port : guest.all(OvsPort.class)) {
            // Some outputs (list-ports) do not tell a port's type: then the device itself must be a NIC.
            boolean nic = guest.device(port.device()).filter(device -> GuestNics.sure(guest, device)).isPresent();
            boolean system = port.type().isEmpty() || port.type().equals("system") || (port.type().equals("unknown") && nic);
            if (system && !port.device().equals(port.bridge())) {
                claims.add(new Claim.Leads(
                        guest.id(port.bridge()), Step.OVS, guest.id(port.device()), true, ofOvs(guest, port).and(port.vantage().standing().cap()),
                        Verdict.PROVEN, "ovs-port", List.of(port.origin()), List.of()));
            }
        }
        for (Ports.Membership port : Ports.of(guest)) {
            boolean bond = guest.device(port.bridge()).flatMap(Sighting::kind).filter("bond"::equals).isPresent();
            claims.add(new Claim.Leads(
                    guest.id(port.bridge()), bond ? Step.BOND : Step.MEMBER, guest.id(port.port()), true, lower(guest, port.port()).and(port.cap()),
                    Verdict.PROVEN, bond ? "lower-device" : "bridge-member", port.evidence(), List.of()));
        }
        for (Sighting device : guest.devices()) {
            boolean vlan = device.kind().filter("vlan"::equals).isPresent() || device.vlan().isPresent();
            device.base().ifPresent(base -> claims.add(new Claim.Leads(
                    device.id(), Step.VLAN, guest.id(base), false, (vlan ? Verdict.PROVEN : Verdict.INFERRED)
                            .and(device.bases().getLast().cap()),
                    Verdict.PROVEN,
                    "lower-device", device.evidence(), List.of())));
        }
        if (!guest.sawAll(Covered.Subject.OVS_PORTS)) {
            claims.addAll(byConfiguration(guest));
        }
        return claims;
    }

    /** A machine that nothing calls a guest may turn out to be a node, whose ports lead the other way where they are veths. */
    private static Verdict lower(Site guest, String port) {
        boolean sure = guest.is(Scope.Kind.GUEST) || BridgeUplink.uplink(guest, port) == Verdict.PROVEN;
        return sure ? Verdict.PROVEN : Verdict.INFERRED;
    }

    /**
     * ovsdb's statement is a heading and lines beneath it, and a port whose heading was lost stands beneath another bridge's.
     * So the MACs have to agree as well: Open vSwitch gives a bridge that of one of its ports (ofproto, bridge_pick_local_hw_addr).
     */
    private static Verdict ofOvs(Site guest, OvsPort port) {
        List<Mac> ofBridge = guest.device(port.bridge()).map(GuestUpper::macs).orElse(List.of());
        List<Mac> ofPort = guest.device(port.device()).map(GuestUpper::macs).orElse(List.of());
        boolean agree = ofPort.stream().anyMatch(ofBridge::contains);
        return lower(guest, port.device()).and(agree ? Verdict.PROVEN : Verdict.INFERRED);
    }

    private static List<Mac> macs(Sighting device) {
        return device.links().stream().flatMap(link -> link.mac().stream()).distinct().toList();
    }

    /** The file asks for an OVS bridge over this NIC; the NIC is in some OVS bridge, or both bear one MAC. */
    private static List<Claim> byConfiguration(Site guest) {
        List<Claim> claims = new ArrayList<>();
        Aliases aliases = new Aliases(guest);
        for (ConfiguredDevice bridge : guest.all(ConfiguredDevice.class)) {
            if (!bridge.type().equals("ovs_bridge")) {
                continue;
            }
            for (String member : bridge.members()) {
                String name = aliases.device(member);
                guest.device(name).ifPresent(nic -> evidence(guest, bridge, nic).ifPresent(evidence -> claims.add(new Claim.Leads(
                        guest.id(bridge.name()), Step.OVS, nic.id(), true, Verdict.INFERRED, Verdict.PROVEN,
                        BY_CONFIGURATION, evidence, List.of("os-net-config's file makes " + name + " a port of " + bridge.name())))));
            }
        }
        return claims;
    }

    private static Optional<List<Origin>> evidence(Site guest, ConfiguredDevice bridge, Sighting nic) {
        List<Origin> evidence = new ArrayList<>(List.of(bridge.origin()));
        nic.masters().stream()
                .filter(master -> master.value().equals(Ports.OVS_DATAPATH))
                .findFirst()
                .ifPresent(master -> evidence.addAll(master.evidence().subList(0, 1)));
        guest.device(bridge.name())
                .filter(seen -> seen.mac().isPresent() && seen.mac().equals(nic.mac()))
                .ifPresent(seen -> evidence.add(seen.evidence().getFirst()));
        return evidence.size() > 1 ? Optional.of(evidence) : Optional.empty();
    }
}
