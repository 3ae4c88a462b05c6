package dev.plumbline.systems.osnetconfig.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The types of objects that one edition knows, by the names of their definitions, in the schema's order. */
final class ObjectTypes {

    private final Edition edition;
    private final boolean later;
    private final Map<String, Rule> types = new LinkedHashMap<>();

    private ObjectTypes(Edition edition) {
        this.edition = edition;
        this.later = edition != Edition.TRAIN;
    }

    static Rule anyOf(Edition edition) {
        ObjectTypes all = new ObjectTypes(edition);
        all.define();
        return Rule.oneOf(
                all.types.entrySet().stream().map(type -> type.getValue().named(type.getKey())));
    }

    /** Those that hold members come after those in the order of their making; the order of types is the schema's. */
    private void define() {
        Stream.of(
                        "interface route_table sriov_pf sriov_vf vlan ovs_bridge ovs_user_bridge ovs_bond ovs_patch_port",
                        "ovs_tunnel ovs_dpdk_bond ovs_dpdk_port linux_bridge linux_bond linux_team ivs_bridge",
                        "ivs_interface nfvswitch_bridge nfvswitch_internal ib_interface ib_child_interface",
                        "vpp_interface vpp_bond contrail_vrouter contrail_vrouter_dpdk linux_tap dcb_config",
                        "remove_net_device")
                .flatMap(line -> Stream.of(line.split(" ", -1)))
                .filter(this::isKnown)
                .forEach(name -> types.put(name, Rule.of()));
        nics();
        virtualPorts();
        bonds();
        bridges();
        others();
    }

    private boolean isKnown(String name) {
        return switch (name) {
            case "ib_child_interface", "dcb_config" -> later;
            case "remove_net_device" -> edition == Edition.MASTER;
            default -> true;
        };
    }

    private void nics() {
        Keys nic = common("interface")
                .text("name", "ethtool_opts")
                .bool("hotplug", "primary")
                .integer("linkdelay")
                .dcb();
        put("interface", later ? nic.ovsExtra() : nic, "name");
        put(
                "sriov_pf",
                common("sriov_pf")
                        .text("name", "ethtool_opts")
                        .integer("numvfs")
                        .bool("promisc", "hotplug", "primary")
                        .and("link_mode", Forms.words("legacy", "switchdev"))
                        .and("steering_mode", Forms.words("smfs", "dmfs"))
                        .later("drivers_autoprobe", Forms.BOOLEAN)
                        .later("vdpa", Forms.BOOLEAN)
                        .later("vdpa_queues", Forms.INTEGER)
                        .dcb(),
                "name",
                "numvfs");
        Keys vf = common("sriov_vf")
                .text("device", "macaddr", "ethtool_opts")
                .integer("vfid", "vlan_id", "qos", "min_tx_rate", "max_tx_rate")
                .bool("spoofcheck", "trust", "promisc", "primary")
                .and("state", Forms.words("auto", "enable", "disable"));
        put("sriov_vf", later ? vf.ovsExtra() : vf, "device", "vfid");
        put("ib_interface", common("ib_interface").text("name", "ethtool_opts").bool("primary"), "name");
        put(
                "ib_child_interface",
                common("ib_child_interface")
                        .text("parent")
                        .and("pkey_id", Forms.INTEGER_OR_TEXT)
                        .bool("primary"),
                "parent",
                "pkey_id");
        put(
                "vpp_interface",
                common("vpp_interface").text("name", "uio_driver", "options").bool("primary"),
                "name");
        put("linux_tap", common("linux_tap").text("name"), "name");
    }

    private void virtualPorts() {
        put("vlan", ovs(common("vlan").integer("vlan_id").text("device").bool("primary")), "vlan_id");
        put(
                "ovs_patch_port",
                ovs(common("ovs_patch_port").text("name", "bridge_name", "peer").bool("primary")),
                "name",
                "bridge_name",
                "peer");
        put(
                "ovs_tunnel",
                common("ovs_tunnel")
                        .text("name")
                        .and("tunnel_type", Forms.words("gre", "vxlan"))
                        .and("ovs_options", Forms.TEXTS)
                        .ovsExtra()
                        .bool("primary"),
                "name",
                "tunnel_type");
        put("ivs_interface", common("ivs_interface").integer("vlan_id").text("name"), "vlan_id");
        put(
                "nfvswitch_internal",
                common("nfvswitch_internal").integer("vlan_id").text("name"),
                "vlan_id");
        put(
                "ovs_dpdk_port",
                queues(ovs(common("ovs_dpdk_port").text("name", "driver").bool("primary")))
                        .and(
                                "members",
                                members("interface", "sriov_vf")
                                        .and(new Rule.Keyword.MinItems(1))
                                        .and(new Rule.Keyword.MaxItems(1))),
                "name",
                "members");
    }

    private void bonds() {
        put(
                "ovs_bond",
                ovs(common("ovs_bond").text("name")).and("members", some(1, "interface", "sriov_vf", "sriov_pf")),
                "name",
                "members");
        put(
                "ovs_dpdk_bond",
                queues(ovs(common("ovs_dpdk_bond").text("name")))
                        .and("members", some(2, "ovs_dpdk_port"))
                        .dcb(),
                "name",
                "members");
        Keys bond = common("linux_bond").text("name", "bonding_options", "ethtool_opts");
        List<String> slaves = new ArrayList<>(List.of("interface", "sriov_vf", "sriov_pf"));
        if (!later) {
            slaves.add(1, "vlan");
        }
        bond.and("members", members(slaves.toArray(String[]::new)));
        put("linux_bond", edition == Edition.MASTER ? bond.ovsExtra() : bond, "name", "members");
        put(
                "linux_team",
                common("team").text("name", "bonding_options").and("members", members("interface", "vlan")),
                "name",
                "members");
        put(
                "vpp_bond",
                common("vpp_bond").text("name", "bonding_options").and("members", members("vpp_interface")),
                "name");
    }

    private void bridges() {
        List<String> ports = new ArrayList<>(List.of("interface", "vlan", "linux_bond"));
        if (later) {
            ports.add("linux_team");
        }
        ports.addAll(List.of("ovs_bond", "ovs_tunnel", "ovs_patch_port", "sriov_vf", "sriov_pf"));
        Keys bridge = ovs(common("ovs_bridge").text("name"))
                .and("ovs_fail_mode", Forms.words("secure", "standalone"))
                .and("members", members(ports.toArray(String[]::new)));
        put("ovs_bridge", bridge, edition == Edition.MASTER ? new String[] {"name"} : new String[] {"name", "members"});
        put(
                "ovs_user_bridge",
                ovs(common("ovs_user_bridge").text("name"))
                        .and("ovs_fail_mode", Forms.words("secure", "standalone"))
                        .later("ovs_internal", Forms.BOOLEAN)
                        .and(
                                "members",
                                members(
                                        "interface",
                                        "vlan",
                                        "ovs_patch_port",
                                        "ovs_tunnel",
                                        "ovs_dpdk_bond",
                                        "ovs_dpdk_port")),
                "name",
                "members");
        put(
                "linux_bridge",
                common("linux_bridge").text("name").and("members", members("interface", "vlan", "linux_bond")),
                "name",
                "members");
        put("ivs_bridge", common("ivs_bridge").and("members", members("interface", "ivs_interface")), "members");
        put(
                "nfvswitch_bridge",
                common("nfvswitch_bridge")
                        .text("options")
                        .and("members", members("interface", "vlan", "nfvswitch_internal")),
                "options",
                "members");
        put(
                "contrail_vrouter",
                common("contrail_vrouter").text("name").and("members", some(1, "interface", "vlan", "linux_bond")),
                "name",
                "members");
        put(
                "contrail_vrouter_dpdk",
                common("contrail_vrouter_dpdk")
                        .text("name", "bond_policy", "driver", "cpu_list")
                        .and("bond_mode", Forms.INTEGER_OR_TEXT)
                        .integer("vlan_id")
                        .and("members", members("interface")),
                "name",
                "members");
    }

    private void others() {
        put(
                "route_table",
                new Keys(edition, "route_table").text("name").and("table_id", Forms.INTEGER_OR_TEXT),
                "name",
                "table_id");
        // The one definition that takes further keys.
        types.computeIfPresent(
                "dcb_config",
                (_, _) -> Rule.type("object")
                        .and(new Rule.Keyword.Properties(new Keys(edition, "dcb")
                                .text("device")
                                .and("dscp2prio", Keys.priorities())
                                .rules()))
                        .and(new Rule.Keyword.Required(List.of("type", "device", "dscp2prio"))));
        types.computeIfPresent("remove_net_device", (_, _) -> removal());
    }

    private static Rule removal() {
        Map<String, Rule> keys = new LinkedHashMap<>();
        keys.put("remove_name", Forms.TEXT);
        keys.put(
                "remove_type",
                Rule.of(new Rule.Keyword.Enum(List.of(
                        "interface",
                        "vlan",
                        "linux_bond",
                        "ovs_bond",
                        "ovs_bridge",
                        "ovs_user_bridge",
                        "ovs_dpdk_port",
                        "ovs_dpdk_bond",
                        "sriov_pf",
                        "sriov_vf"))));
        return Rule.object(keys, List.of("remove_name", "remove_type"));
    }

    private Keys common(String type) {
        return new Keys(edition, type).common();
    }

    private static Keys ovs(Keys keys) {
        return keys.text("ovs_options").ovsExtra();
    }

    private static Keys queues(Keys keys) {
        return keys.integer("rx_queue").later("rx_queue_size", Forms.INTEGER).later("tx_queue_size", Forms.INTEGER);
    }

    private Rule members(String... names) {
        return Rule.list(Rule.oneOf(
                Stream.of(names).map(name -> types.getOrDefault(name, Rule.of()).named(name))));
    }

    private Rule some(int least, String... names) {
        return members(names).and(new Rule.Keyword.MinItems(least));
    }

    private void put(String name, Keys keys, String... required) {
        List<String> all = new ArrayList<>(List.of("type"));
        all.addAll(List.of(required));
        types.computeIfPresent(name, (_, _) -> Rule.object(keys.rules(), all));
    }
}
