package dev.plumbline.systems.nmstate;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.OvsPort;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** The ports of an Open vSwitch bridge as nmstate read them from ovsdb. */
final class OvsBridgePorts {

    private final Vantage vantage;
    private final Function<String, List<InterfaceTree>> named;

    /** @param named the interfaces of the same state by name */
    OvsBridgePorts(Vantage vantage, Function<String, List<InterfaceTree>> named) {
        this.vantage = vantage;
        this.named = named;
    }

    List<Fact> of(InterfaceTree bridge) {
        List<Fact> facts = new ArrayList<>();
        for (Tree port : bridge.bridgePorts()) {
            Tree name = port.at("name");
            List<Tree> members = InterfaceTree.members(port);
            List<Tree> devices = members.isEmpty()
                    ? List.of(name)
                    : members.stream().map(member -> member.at("name")).toList();
            for (Tree device : devices) {
                if (!name.text().isEmpty() && !device.text().isEmpty()) {
                    facts.add(port(bridge.name(), name.text(), device, tag(port.at("vlan"))));
                }
            }
        }
        return facts;
    }

    private OvsPort port(String bridge, String port, Tree device, OptionalInt tag) {
        Tree internal = named.apply(device.text()).stream()
                .filter(each -> each.isType("ovs-interface"))
                .map(InterfaceTree::tree)
                .findFirst()
                .orElse(new Tree.Missing(device.spot()));
        String peer = internal.at("patch", "peer").text();
        String type = !peer.isEmpty() ? "patch" : internal.present() ? "internal" : "";
        Origin origin = device.spot().origin();
        return new OvsPort(vantage, origin, bridge, port, device.text(), type, tag, peer, "");
    }

    private static OptionalInt tag(Tree vlan) {
        OptionalInt tag = vlan.at("tag").integer();
        return vlan.at("mode").text().equals("access") && tag.isPresent() && tag.getAsInt() > 0
                ? tag
                : OptionalInt.empty();
    }
}
