package dev.plumbline.systems.osnetconfig.config;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.osnetconfig.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes objects of a configuration (objects.py {@code object_from_json}), step by step in os-net-config's own order,
 * which decides what it stumbles over first.
 *
 * @param persist whether aliases of the mapping file are to become the devices' names
 * @param pass 1 or 2: every object is made twice, and what the first time leaves in the file's own lists stays there
 */
public record ObjectReader(Machine machine, boolean persist, int pass) {

    /** Nothing for a type that the release does not know: such an object is passed over. */
    public Optional<NetObject> read(Value json) {
        Value type = json.get("type");
        if (!(type instanceof Value.Text word)) {
            return Optional.empty();
        }
        boolean old = machine.release() == Release.TRAIN;
        PortReader ports = new PortReader(this);
        SwitchReader switches = new SwitchReader(this);
        BondReader bonds = new BondReader(this);
        DpdkReader dpdk = new DpdkReader(this);
        return Optional.ofNullable(
                switch (word.text()) {
                    case "route_table" -> TableReader.routeTable(json);
                    case "route_rule" -> TableReader.routeRule(json);
                    case "interface" -> nic(json);
                    case "vlan" -> vlan(json);
                    case "ovs_bridge" -> switches.ovsBridge(json, false);
                    case "ovs_user_bridge" -> switches.ovsBridge(json, true);
                    case "ovs_bond" -> bonds.ovsBond(json);
                    case "ovs_interface" -> old ? null : ports.ovsInterface(json);
                    case "linux_bond" -> bonds.linuxBond(json);
                    case "team" -> bonds.team(json);
                    case "linux_bridge" -> switches.linuxBridge(json);
                    case "ivs_bridge" -> switches.ivsBridge(json);
                    case "ivs_interface" -> ports.ivsInterface(json);
                    case "nfvswitch_bridge" -> switches.nfvswitchBridge(json);
                    case "nfvswitch_internal" -> ports.nfvswitchInternal(json);
                    case "ovs_tunnel" -> switches.tunnel(json);
                    case "ovs_patch_port" -> switches.patchPort(json);
                    case "ib_interface" -> ports.ibInterface(json);
                    case "ib_child_interface" -> old ? null : ports.ibChild(json);
                    case "ovs_dpdk_port" -> dpdk.port(json);
                    case "ovs_dpdk_bond" -> dpdk.bond(json);
                    case "vpp_interface" -> dpdk.vppInterface(json);
                    case "vpp_bond" -> dpdk.vppBond(json);
                    case "contrail_vrouter" -> dpdk.contrail(json);
                    case "contrail_vrouter_dpdk" -> dpdk.contrailDpdk(json);
                    case "sriov_pf" -> new SriovReader(this).physical(json);
                    case "sriov_vf" -> new SriovReader(this).virtual(json);
                    case "linux_tap" -> ports.linuxTap(json);
                    case "dcb" -> old ? null : dcb(json);
                    default -> null;
                });
    }

    private NetObject nic(Value json) {
        Value name = Required.field(json, "name", "Interface");
        boolean hotplug = json.get("hotplug").isOn();
        Settings settings = settings(json, true);
        dcbOf(json, name);
        Identity identity = identity(name);
        return new NetObject.Interface(
                identity,
                settings,
                json.get("ethtool_opts"),
                hotplug,
                json.get("linkdelay"),
                machine.release() == Release.TRAIN ? List.of() : extras(json, identity.name()),
                json.tree());
    }

    /** The same NIC with nothing but its name. */
    public NetObject bare(NetObject.Port port) {
        Tree tree = port.tree();
        Value none = new Value.Nothing(tree);
        Value empty = new Value.Fields(Map.of(), tree);
        Identity identity = identity(new Value.Text(port.name(), tree));
        return new NetObject.Interface(identity, settings(empty, true), none, false, none, List.of(), tree);
    }

    private NetObject vlan(Value json) {
        Value id = Required.field(json, "vlan_id", "Vlan");
        Settings settings = settings(json, true);
        String name = "vlan" + id.decimal();
        Identity identity = identity(new Value.Text(name, id.tree()));
        List<String> extra = extras(json, identity.name());
        Value device = json.get("device");
        Value resolved = device instanceof Value.Text text
                ? new Value.Text(machine.alias(text.text()), text.tree())
                : mapped(device);
        return new NetObject.Vlan(
                identity, settings, id.integer(), resolved, json.get("ovs_options"), extra, json.tree());
    }

    private Value mapped(Value value) {
        machine.mapping();
        return value;
    }

    private static NetObject dcb(Value json) {
        Required.field(json, "device", "Dcb");
        priorities(json);
        return new NetObject.Aside("dcb", json.tree());
    }

    /** The key dcb of a NIC, which train does not know. */
    void dcbOf(Value json, Value name) {
        Value dcb = json.get("dcb");
        if (machine.release() == Release.TRAIN || !dcb.truthy()) {
            return;
        }
        machine.alias(name.str());
        if (!(dcb instanceof Value.Fields)) {
            throw Stop.type("'" + dcb.type() + "' object does not support item assignment");
        }
        priorities(dcb);
    }

    static void priorities(Value dcb) {
        for (Value entry : Required.field(dcb, "dscp2prio", "Dcb").iterated()) {
            Required.field(entry, "priority", "dscp2prio");
            Required.field(entry, "protocol", "dscp2prio");
        }
    }

    Settings settings(Value json, boolean mayBePrimary) {
        return Settings.of(json, mayBePrimary, persist);
    }

    Identity identity(Value name) {
        if (!(name instanceof Value.Text text)) {
            machine.mapping();
            throw Stop.noAttribute(name.type(), "split");
        }
        return machine.identity(text.text(), persist);
    }

    /** {@code members} of every holder but those of DPDK. */
    List<Optional<NetObject>> members(Value json) {
        List<Optional<NetObject>> members = new ArrayList<>();
        for (Value member : memberList(json)) {
            // Asked for its mapping first, which only a mapping of keys can be.
            member.get("nic_mapping");
            members.add(read(member));
        }
        return List.copyOf(members);
    }

    static List<Value> memberList(Value json) {
        Value members = json.get("members");
        if (!members.truthy()) {
            return List.of();
        }
        if (members instanceof Value.Items list) {
            return list.items();
        }
        throw Stop.invalid("Members must be a list.");
    }

    /** Commands for ovs-vsctl, a text or a list of them, in which {@code {name}} stands for the device. */
    static List<String> extras(Value json, String name) {
        return commands(json).stream()
                .map(text -> PythonText.formatted(text, name))
                .toList();
    }

    static List<String> commands(Value json) {
        Value value = json.get("ovs_extra", new Value.Items(List.of(), json.tree()));
        List<Value> given = value instanceof Value.Items list ? list.items() : List.of(value);
        List<String> texts = new ArrayList<>();
        for (Value item : given) {
            if (!(item instanceof Value.Text text)) {
                throw Stop.noAttribute(item.type(), "format");
            }
            texts.add(text.text());
        }
        return texts;
    }

    /** Options of a port, which a text gives letter by letter. */
    static List<String> options(Value json) {
        return json.get("ovs_options", new Value.Items(List.of(), json.tree())).iterated().stream()
                .map(option -> "options:" + option.str())
                .toList();
    }
}
