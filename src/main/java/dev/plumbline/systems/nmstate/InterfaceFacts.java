package dev.plumbline.systems.nmstate;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.BridgePort;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Link;
import dev.plumbline.facts.Mac;
import dev.plumbline.facts.PortVlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A node's current state as links and ports. */
final class InterfaceFacts {

    /** nmstate's types by the kernel's link kinds; an Open vSwitch bridge as such is no device of the kernel. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("linux-bridge", "bridge"),
            Map.entry("veth", "veth"),
            Map.entry("vlan", "vlan"),
            Map.entry("bond", "bond"),
            Map.entry("vxlan", "vxlan"),
            Map.entry("dummy", "dummy"),
            Map.entry("vrf", "vrf"),
            Map.entry("tun", "tun"),
            Map.entry("mac-vlan", "macvlan"),
            Map.entry("mac-vtap", "macvtap"),
            Map.entry("ovs-interface", "openvswitch"));

    private static final Map<String, String> STATES = Map.of("up", "UP", "down", "DOWN", "unknown", "UNKNOWN");

    private final Observation observation;
    private final Vantage vantage;

    InterfaceFacts(Observation observation, Vantage vantage) {
        this.observation = observation;
        this.vantage = vantage;
    }

    /** @param state a document with {@code interfaces} */
    List<Fact> of(Tree state) {
        List<InterfaceTree> interfaces = InterfaceTree.of(state);
        // An OVS bridge and its internal interface share their name.
        Map<String, List<InterfaceTree>> byName =
                interfaces.stream().collect(Collectors.groupingBy(InterfaceTree::name));
        Function<String, List<InterfaceTree>> named = name -> byName.getOrDefault(name, List.of());
        List<Fact> facts = new ArrayList<>();
        for (InterfaceTree each : interfaces) {
            if (each.isType("ovs-bridge")) {
                facts.addAll(new OvsBridgePorts(vantage, named).of(each));
            } else if (!each.type().isEmpty()
                    && !each.state().isEmpty()
                    && !each.state().equals("absent")) {
                facts.add(link(each, named));
            }
            if (each.isType("linux-bridge")) {
                facts.addAll(ports(each));
            }
        }
        return facts;
    }

    private Link link(InterfaceTree each, Function<String, List<InterfaceTree>> named) {
        Tree tree = each.tree();
        Optional<Mac> mac = Mac.parse(tree.at("mac-address").text());
        Optional<Mac> permanent = Mac.parse(tree.at("permanent-mac-address").text());
        Link.Builder link =
                Link.named(each.name()).mac(mac).permanentMac(permanent.equals(mac) ? Optional.empty() : permanent);
        tree.at("mtu").integer().ifPresent(link::mtu);
        Optional.ofNullable(STATES.get(each.state())).ifPresent(link::state);
        Optional.ofNullable(KINDS.get(each.type())).ifPresent(link::kind);
        if (each.isType("ethernet") && (!tree.at("ethernet").fields().isEmpty() || permanent.isPresent())) {
            link.hardware("nmstate ethernet");
        }
        String controller = tree.at("controller").text();
        boolean kernelMaster = named.apply(controller).stream()
                .anyMatch(other -> List.of("linux-bridge", "bond", "vrf").contains(other.type()));
        boolean ovsPort = named.apply(controller).stream().anyMatch(other -> other.isType("ovs-bridge"));
        // Under Open vSwitch the kernel's master is ovs-system, not the bridge that nmstate names.
        if (kernelMaster && !ovsPort) {
            link.master(controller);
        }
        if (each.isType("vlan")) {
            tree.at("vlan", "id").integer().ifPresent(link::vlan);
        }
        if (!each.base().isEmpty()) {
            link.base(each.base());
        }
        if (each.isType("bond") || each.isType("linux-bridge")) {
            link.members(each.portNames());
        }
        return link.seen(vantage, at(tree.at("name")));
    }

    private List<Fact> ports(InterfaceTree bridge) {
        List<Fact> facts = new ArrayList<>();
        if (bridge.listsBridgePorts()) {
            facts.add(new Covered(
                    vantage,
                    at(bridge.tree().at("name")),
                    Covered.Subject.BRIDGE_PORTS,
                    new Covered.PortsOf(bridge.name()),
                    observation.filter()));
        }
        for (Tree port : bridge.bridgePorts()) {
            Tree name = port.at("name");
            if (!name.text().isEmpty()) {
                facts.add(new BridgePort(vantage, at(name), bridge.name(), name.text()));
                facts.addAll(vlans(name.text(), port.at("vlan")));
            }
        }
        return facts;
    }

    /** An access tag, a trunk's native one and its single ids; its ranges (mostly 2 to 4094) would be thousands. */
    private List<Fact> vlans(String port, Tree vlan) {
        List<Fact> facts = new ArrayList<>();
        String mode = vlan.at("mode").text();
        boolean untagged = mode.equals("access")
                || mode.equals("trunk") && vlan.at("enable-native").isTrue();
        OptionalInt tag = vlan.at("tag").integer();
        if (untagged && tag.isPresent() && tag.getAsInt() > 0) {
            facts.add(new PortVlan(vantage, at(vlan.at("tag")), port, tag.getAsInt(), true, true));
        }
        if (mode.equals("trunk")) {
            for (Tree trunk : vlan.at("trunk-tags").items()) {
                Tree id = trunk.at("id");
                id.integer().ifPresent(vid -> facts.add(new PortVlan(vantage, at(id), port, vid, false, false)));
            }
        }
        return facts;
    }

    private Origin at(Tree tree) {
        return tree.spot().origin();
    }
}
