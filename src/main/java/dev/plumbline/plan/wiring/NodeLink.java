package dev.plumbline.plan.wiring;

import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.DesiredLink;
import dev.plumbline.facts.DesiredLink.PortSetting;
import dev.plumbline.facts.VlanRange;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * An interface of a node as all policies that reach the node ask for it together.
 *
 * @param type nmstate's; empty where none says
 * @param mtu bytes
 * @param base device below a VLAN or macvlan; empty where none
 * @param ports of a bridge, members of a bond, in file order
 * @param rivals ports that other policies ask for instead
 * @param evidence sorted
 */
record NodeLink(
        String name,
        String type,
        OptionalInt mtu,
        OptionalInt vlan,
        String base,
        List<String> ports,
        List<String> rivals,
        List<PortSetting> settings,
        List<DesiredLink> asked,
        List<Origin> evidence) {

    private static final Set<String> BRIDGES = Set.of("linux-bridge", "ovs-bridge");

    /** Types of ports beyond which no wire is. */
    private static final Set<String> INNER = Set.of("ovs-interface", "veth", "dummy", "tun");

    /** @param asked by policy, then origin; what the first says holds */
    static NodeLink of(String name, List<DesiredLink> asked) {
        List<String> ports = asked.stream()
                .map(DesiredLink::ports)
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
        Set<String> rivals = new TreeSet<>();
        asked.forEach(link -> rivals.addAll(link.ports()));
        ports.forEach(rivals::remove);
        return new NodeLink(
                name,
                asked.stream()
                        .map(DesiredLink::type)
                        .filter(type -> !type.isEmpty())
                        .findFirst()
                        .orElse(""),
                asked.stream()
                        .map(DesiredLink::mtu)
                        .filter(mtu -> mtu.isPresent() && mtu.getAsInt() > 0)
                        .findFirst()
                        .orElse(OptionalInt.empty()),
                asked.stream()
                        .map(DesiredLink::vlan)
                        .filter(OptionalInt::isPresent)
                        .findFirst()
                        .orElse(OptionalInt.empty()),
                asked.stream()
                        .map(DesiredLink::base)
                        .filter(base -> !base.isEmpty())
                        .findFirst()
                        .orElse(""),
                ports,
                List.copyOf(rivals),
                asked.stream()
                        .map(DesiredLink::portSettings)
                        .filter(list -> !list.isEmpty())
                        .findFirst()
                        .orElse(List.of()),
                asked,
                asked.stream().map(DesiredLink::origin).distinct().sorted().toList());
    }

    boolean isBridge() {
        return BRIDGES.contains(type);
    }

    boolean isOvs() {
        return type.equals("ovs-bridge");
    }

    boolean isInner() {
        return INNER.contains(type);
    }

    Kind kind() {
        return switch (type) {
            case "" -> new Kind.Link();
            case "linux-bridge" -> new Kind.Bridge();
            case "ovs-bridge" -> new Kind.OvsBridge();
            case "ethernet" -> new Kind.Nic("a policy asks for type ethernet");
            case "bond" -> new Kind.Bond(ports);
            case "vlan" -> new Kind.Vlan(vlan, Optional.of(base).filter(text -> !text.isEmpty()));
            case "veth" -> new Kind.Veth(OptionalInt.empty(), OptionalInt.empty());
            case "ovs-interface" -> new Kind.Other("openvswitch");
            case "mac-vlan" -> new Kind.Other("macvlan");
            case "mac-vtap" -> new Kind.Other("macvtap");
            default -> new Kind.Other(type);
        };
    }

    /** Devices below: ports, members or the base; a bond inside an OVS bridge is no device, its members are. */
    List<String> lower() {
        if (isOvs()) {
            List<String> devices = new ArrayList<>();
            for (String port : ports) {
                List<String> members = setting(port).map(PortSetting::members).orElse(List.of());
                devices.addAll(members.isEmpty() ? List.of(port) : members);
            }
            return devices;
        }
        return ports.isEmpty() && !base.isEmpty() ? List.of(base) : ports;
    }

    Step step() {
        return switch (type) {
            case "ovs-bridge" -> Step.OVS;
            case "linux-bridge" -> Step.MEMBER;
            case "bond" -> Step.BOND;
            case "vlan" -> Step.VLAN;
            default -> Step.LOWER;
        };
    }

    Rule rule() {
        return switch (type) {
            case "ovs-bridge", "linux-bridge" -> Rule.NNCP_PORT;
            case "bond" -> Rule.NNCP_BOND;
            default -> Rule.NNCP_LOWER;
        };
    }

    /** The VLANs of a port: NetworkManager adds the bridge's own to a port that has no other for untagged frames. */
    List<VlanRange> vlans(String port) {
        List<VlanRange> stated = setting(port).map(PortSetting::vlans).orElse(List.of());
        if (isOvs()) {
            return stated;
        }
        if (stated.isEmpty()) {
            return Bridge.INJECTED;
        }
        List<VlanRange> vlans = new ArrayList<>(stated);
        if (stated.stream().noneMatch(VlanRange::pvid)) {
            vlans.addAll(Bridge.DEFAULT);
        }
        return vlans;
    }

    /** What the policy says of the port that this device is, or is a member of. */
    private Optional<PortSetting> setting(String device) {
        return settings.stream()
                .filter(setting ->
                        setting.name().equals(device) || setting.members().contains(device))
                .findFirst();
    }
}
