package dev.plumbline.systems.nmstate;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.DesiredLink.PortSetting;
import dev.plumbline.facts.VlanRange;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What a desired bridge says of its ports: VLANs, and the bond that an Open vSwitch bridge makes of one. */
final class PortSettings {

    private static final int LAST_VID = 4094;

    private PortSettings() {}

    /** In file order; ports of which nothing is said are left out. */
    static List<PortSetting> of(InterfaceTree bridge) {
        List<PortSetting> settings = new ArrayList<>();
        for (Tree port : bridge.bridgePorts()) {
            String name = port.at("name").text();
            List<String> members = InterfaceTree.members(port).stream()
                    .map(member -> member instanceof Tree.Scalar
                            ? member.text()
                            : member.at("name").text())
                    .filter(member -> !member.isEmpty())
                    .toList();
            List<VlanRange> vlans = vlans(port.at("vlan"));
            if (!name.isEmpty() && !(members.isEmpty() && vlans.isEmpty())) {
                settings.add(new PortSetting(name, members, vlans));
            }
        }
        return List.copyOf(settings);
    }

    /** Of a trunk the tag is the native VLAN, and only where it is enabled (nmstate's BridgePortVlanConfig). */
    private static List<VlanRange> vlans(Tree vlan) {
        List<VlanRange> ranges = new ArrayList<>();
        boolean access = vlan.at("mode").text().equals("access");
        OptionalInt tag = vlan.at("tag").integer();
        if (tag.isPresent()
                && valid(tag.getAsInt())
                && (access || vlan.at("enable-native").isTrue())) {
            ranges.add(VlanRange.access(tag.getAsInt()));
        }
        for (Tree trunk : access ? List.<Tree>of() : vlan.at("trunk-tags").items()) {
            OptionalInt first = either(trunk.at("id"), trunk.at("id-range", "min"));
            OptionalInt last = either(trunk.at("id"), trunk.at("id-range", "max"));
            if (first.isPresent() && last.isPresent() && valid(first.getAsInt()) && valid(last.getAsInt())) {
                ranges.add(VlanRange.tagged(first.getAsInt(), last.getAsInt()));
            }
        }
        return List.copyOf(ranges);
    }

    private static OptionalInt either(Tree one, Tree other) {
        return one.integer().isPresent() ? one.integer() : other.integer();
    }

    private static boolean valid(int vlan) {
        return vlan > 0 && vlan <= LAST_VID;
    }
}
