package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.tree.Tree;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** One object of a configuration and the bridge or bond that holds it (objects.py). */
record ConfigObject(Tree tree, Optional<ConfigObject> parent) {

    private static final Set<String> DEVICES = Set.of(
            "interface",
            "vlan",
            "ovs_bridge",
            "ovs_user_bridge",
            "ovs_bond",
            "ovs_tunnel",
            "ovs_patch_port",
            "ovs_interface",
            "ovs_dpdk_port",
            "ovs_dpdk_bond",
            "linux_bridge",
            "linux_bond",
            "linux_tap",
            "team",
            "sriov_pf",
            "sriov_vf",
            "ib_interface",
            "ib_child_interface",
            "vpp_interface",
            "vpp_bond",
            "contrail_vrouter",
            "contrail_vrouter_dpdk",
            "ivs_bridge",
            "ivs_interface",
            "nfvswitch_bridge",
            "nfvswitch_internal");

    /** Objects that make no device. */
    private static final Set<String> OTHERS =
            Set.of("route_table", "route_rule", "dcb", "dcb_config", "remove_net_device");

    /** Devices whose name os-net-config finds out on the machine or makes by rules that are not followed here. */
    private static final Set<String> NAMED_ELSEWHERE = Set.of(
            "sriov_vf", "ivs_bridge", "ivs_interface", "nfvswitch_bridge", "nfvswitch_internal", "ib_child_interface");

    String type() {
        return tree.at("type").text();
    }

    boolean known() {
        return DEVICES.contains(type());
    }

    boolean ignored() {
        return OTHERS.contains(type());
    }

    boolean nameless() {
        return NAMED_ELSEWHERE.contains(type());
    }

    /** As written, alias or not; of a vlan always {@code vlanID}; empty where the file alone does not tell it. */
    String name() {
        if (type().equals("vlan")) {
            OptionalInt id = vlan();
            return id.isPresent() ? "vlan" + id.getAsInt() : "";
        }
        return nameless() ? "" : tree.at("name").text();
    }

    Origin nameOrigin(Function<Tree, Origin> origin) {
        Tree name = type().equals("vlan") ? tree.at("vlan_id") : tree.at("name");
        return origin.apply(name.present() ? name : tree);
    }

    OptionalInt vlan() {
        if (type().equals("vlan")) {
            return id(tree.at("vlan_id").text());
        }
        return type().equals("interface") ? id(suffix()) : OptionalInt.empty();
    }

    /**
     * The device under a vlan as written. Inside an OVS bridge a vlan is the bridge's internal port, inside a bond it
     * is the bond's, whatever {@code device} says.
     */
    String base() {
        if (type().equals("interface")) {
            return vlan().isPresent() ? tree.at("name").text().split("\\.", -1)[0] : "";
        }
        if (!type().equals("vlan")) {
            return "";
        }
        String holder = parent.map(ConfigObject::type).orElse("");
        return switch (holder) {
            case "ovs_bridge", "ovs_user_bridge" -> "";
            case "linux_bond" -> parent.map(ConfigObject::name).orElse("");
            default -> tree.at("device").text();
        };
    }

    /** {@code 20} of {@code nic3.20}: a VLAN in the old way. */
    private String suffix() {
        String[] parts = tree.at("name").text().split("\\.", -1);
        return parts.length > 1 ? parts[1] : "";
    }

    private static OptionalInt id(String text) {
        boolean number = !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        OptionalInt id = number ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
        return id.isPresent() && id.getAsInt() <= 4095 ? id : OptionalInt.empty();
    }
}
