package dev.plumbline.systems.osnetconfig.config;

import dev.plumbline.systems.osnetconfig.LogMessage;
import dev.plumbline.systems.osnetconfig.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes what takes NICs away from the kernel: ports and bonds of DPDK, of VPP and of Contrail. */
record DpdkReader(ObjectReader reader) {

    NetObject port(Value json) {
        Value name = Required.field(json, "name", "OvsDpdkPort");
        Settings settings = reader.settings(json, true);
        Value driver = json.get("driver").truthy() ? json.get("driver") : new Value.Text("vfio-pci", json.tree());
        List<Value> members = ObjectReader.memberList(json);
        if (members.isEmpty()) {
            throw Stop.invalid("DPDK Port should have one member as Interface");
        }
        if (members.size() != 1) {
            throw Stop.invalid("OVS DPDK Port should have only one member");
        }
        NetObject.Port member = member(members.getFirst());
        NetObject.Queues queues = queues(json);
        ObjectReader.options(json);
        List<String> commands = ObjectReader.commands(json);
        reader.machine().needsOpenVswitch("OvsDpdkPort");
        Identity identity = reader.identity(name);
        return new NetObject.OvsDpdkPort(
                identity,
                settings,
                member,
                driver,
                queues,
                commands.stream()
                        .map(text -> PythonText.formatted(text, identity.name()))
                        .toList(),
                json.tree());
    }

    private NetObject.Port member(Value json) {
        json.get("nic_mapping");
        NetObject object = reader.read(json).orElse(null);
        if (object instanceof NetObject.Interface nic) {
            return nic;
        }
        if (object instanceof NetObject.SriovVf function) {
            Value promisc = json.get("promisc");
            if (promisc instanceof Value.Truth || promisc.isText("on") || promisc.isText("off")) {
                reader.machine().tell(LogMessage.warning("Promisc can't be changed for ovs_dpdk_port"));
            }
            return function;
        }
        throw Stop.invalid("Unsupported OVS DPDK Port member type");
    }

    private NetObject.Queues queues(Value json) {
        boolean sizes = reader.machine().release() != Release.TRAIN;
        Value none = new Value.Nothing(json.tree());
        return new NetObject.Queues(
                json.get("rx_queue"),
                sizes ? json.get("rx_queue_size") : none,
                sizes ? json.get("tx_queue_size") : none);
    }

    NetObject bond(Value json) {
        Value name = Required.field(json, "name", "OvsDpdkBond");
        Settings settings = reader.settings(json, false);
        NetObject.Queues queues = queues(json);
        List<NetObject.OvsDpdkPort> ports = new ArrayList<>();
        for (Value member : ObjectReader.memberList(json)) {
            member.get("nic_mapping");
            if (!(reader.read(member).orElse(null) instanceof NetObject.OvsDpdkPort port)) {
                throw Stop.invalid("Members must be of type ovs_dpdk_port");
            }
            ports.add(port);
        }
        dcb(json, ports);
        reader.machine().needsOpenVswitch("OvsDpdkBond");
        Identity identity = reader.identity(name);
        List<String> extra = ObjectReader.extras(json, identity.name());
        List<Optional<NetObject>> members =
                ports.stream().map(Optional::<NetObject>of).toList();
        return new NetObject.OvsDpdkBond(
                identity,
                settings,
                ports,
                Optional.of(Primaries.firstOf(members, "bond (dpdk)")),
                queues,
                json.get("ovs_options"),
                extra,
                json.tree());
    }

    private void dcb(Value json, List<NetObject.OvsDpdkPort> ports) {
        Value dcb = json.get("dcb");
        if (reader.machine().release() == Release.TRAIN || !dcb.truthy()) {
            return;
        }
        for (NetObject.OvsDpdkPort port : ports) {
            if (!(port.member() instanceof NetObject.Interface)) {
                throw Stop.invalid("DCB applies to ovs dpdk port Interface only. Invalid object type encountered.");
            }
            ObjectReader.priorities(dcb);
        }
    }

    NetObject vppInterface(Value json) {
        Value name = Required.field(json, "name", "VppInterface");
        Value driver = json.get("uio_driver", new Value.Text("vfio-pci", json.tree()));
        Settings settings = reader.settings(json, true);
        return new NetObject.VppInterface(reader.identity(name), settings, driver, json.get("options"), json.tree());
    }

    NetObject vppBond(Value json) {
        Value name = Required.field(json, "name", "VppBond");
        Settings settings = reader.settings(json, false);
        List<NetObject.VppInterface> ports = new ArrayList<>();
        for (Value member : ObjectReader.memberList(json)) {
            member.get("nic_mapping");
            if (!(reader.read(member).orElse(null) instanceof NetObject.VppInterface port)) {
                throw Stop.invalid("Members must be of type vpp_interface");
            }
            ports.add(port);
        }
        return new NetObject.VppBond(
                reader.identity(name), settings, List.copyOf(ports), json.get("bonding_options"), json.tree());
    }

    NetObject contrail(Value json) {
        Value name = Required.field(json, "name", "ContrailVrouter");
        Settings settings = reader.settings(json, true);
        List<Optional<NetObject>> members = reader.members(json);
        return new NetObject.ContrailVrouter(reader.identity(name), settings, members, json.tree());
    }

    NetObject contrailDpdk(Value json) {
        Value name = Required.field(json, "name", "ContrailVrouterDpdk");
        Value driver = json.get("driver");
        Settings settings = reader.settings(json, true);
        List<Optional<NetObject>> members = reader.members(json);
        return new NetObject.ContrailVrouterDpdk(
                reader.identity(name),
                settings,
                members,
                json.get("bond_mode", new Value.Text("", json.tree())),
                json.get("bond_policy", new Value.Text("", json.tree())),
                driver.truthy() ? driver : new Value.Text("uio_pci_generic", json.tree()),
                json.get("cpu_list", new Value.Text("0-31", json.tree())),
                json.get("vlan_id"),
                json.tree());
    }
}
