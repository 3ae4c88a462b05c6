package dev.plumbline.systems.osnetconfig.ifcfg;

import dev.plumbline.systems.osnetconfig.Release;
import dev.plumbline.systems.osnetconfig.config.Machine;
import dev.plumbline.systems.osnetconfig.config.NetObject;
import dev.plumbline.systems.osnetconfig.config.NetObject.Port;
import dev.plumbline.systems.osnetconfig.config.Settings;
import dev.plumbline.systems.osnetconfig.config.Value;
import java.util.List;

/** The part of an ifcfg file that belongs to the object's type. */
record TypeLines(Machine machine, Lines lines) {

    void put(Port port, Placement place) {
        switch (port) {
            case NetObject.OvsBridge bridge -> bridge(bridge);
            case NetObject.OvsBond bond -> bond(bond);
            case NetObject.LinuxBridge bridge -> {
                lines.put("TYPE", "Bridge").put("DELAY", "0");
                dhcp(bridge.settings());
                mac(bridge);
            }
            case NetObject.LinuxBond bond -> linuxBond(bond, place);
            case NetObject.Team team -> {
                mac(team);
                dhcp(team.settings());
                lines.put("DEVICETYPE", "Team");
                if (team.teamConfig().truthy()) {
                    lines.put("TEAM_CONFIG", "'" + team.teamConfig().str() + "'");
                }
            }
            case NetObject.OvsTunnel tunnel -> {
                lines.extras(tunnel.ovsExtra());
                lines.put("DEVICETYPE", "ovs").put("TYPE", "OVSTunnel").put("OVS_BRIDGE", bridge(place));
                lines.put("OVS_TUNNEL_TYPE", tunnel.tunnelType().str());
                lines.quoted("OVS_TUNNEL_OPTIONS", String.join(" ", tunnel.ovsOptions()));
            }
            case NetObject.OvsPatchPort patch -> {
                lines.extras(patch.ovsExtra());
                lines.put("DEVICETYPE", "ovs").put("TYPE", "OVSPatchPort");
                lines.put(
                        "OVS_BRIDGE",
                        place.ovsBridge().isEmpty() ? patch.bridge().str() : place.ovsBridge());
                lines.put("OVS_PATCH_PEER", patch.peer().str());
            }
            case NetObject.OvsDpdkPort dpdk -> dpdkPort(dpdk, place);
            case NetObject.OvsDpdkBond bond -> dpdkBond(bond, place);
            default -> plain(port, place);
        }
    }

    /** Outside of any bridge Python writes that there is none. */
    private static String bridge(Placement place) {
        return place.ovsBridge().isEmpty() ? "None" : place.ovsBridge();
    }

    private void plain(Port port, Placement place) {
        if (place.ovsPort() && port instanceof NetObject.Interface nic) {
            lines.extras(nic.ovsExtra());
        }
        if (place.ovsPort() && port instanceof NetObject.SriovVf function) {
            lines.extras(function.ovsExtra());
        }
        if (port.settings().useDhcp()) {
            lines.put("BOOTPROTO", "dhcp");
        } else if (port.settings().addresses().isEmpty()) {
            lines.put("BOOTPROTO", "none");
        }
    }

    private void bridge(NetObject.OvsBridge bridge) {
        lines.put("DEVICETYPE", "ovs").put("TYPE", bridge.user() ? "OVSUserBridge" : "OVSBridge");
        if (bridge.user() && !bridge.internal()) {
            lines.put("LINKSTATUS", "down");
        }
        ovsDhcp(bridge.settings());
        if (bridge.settings().useDhcp() && !bridge.members().isEmpty()) {
            lines.quoted("OVSDHCPINTERFACES", String.join(" ", Provider.names(bridge)));
        }
        if (!bridge.user() && machine.release() != Release.TRAIN) {
            lines.extra("set bridge " + bridge.name() + " other-config:mac-table-size=50000");
        }
        if (!bridge.user()) {
            bridge.primaryMember()
                    .ifPresent(primary -> lines.extra(
                            "set bridge " + bridge.name() + " other-config:hwaddr=" + machine.mac(primary)));
        }
        options(bridge.ovsOptions());
        lines.extras(bridge.ovsExtra());
    }

    private void bond(NetObject.OvsBond bond) {
        lines.put("DEVICETYPE", "ovs").put("TYPE", "OVSBond");
        ovsDhcp(bond.settings());
        if (!bond.members().isEmpty()) {
            lines.quoted("BOND_IFACES", String.join(" ", Provider.names(bond)));
        }
        options(bond.ovsOptions());
        lines.extras(bond.ovsExtra());
    }

    private void linuxBond(NetObject.LinuxBond bond, Placement place) {
        BondMode.check(bond, place, machine.release());
        if (place.ovsPort()) {
            lines.extras(bond.ovsExtra());
        }
        mac(bond);
        dhcp(bond.settings());
        if (bond.bondingOptions().truthy()) {
            lines.quoted("BONDING_OPTS", bond.bondingOptions().str());
        }
    }

    /** Under --noop nothing is bound to DPDK: where the real run would write the PCI address, it says None. */
    private void dpdkPort(NetObject.OvsDpdkPort port, Placement place) {
        lines.extras(port.ovsExtra());
        lines.put("DEVICETYPE", "ovs").put("TYPE", "OVSDPDKPort").put("OVS_BRIDGE", bridge(place));
        lines.extra("set Interface $DEVICE options:dpdk-devargs=None");
        if (port.settings().mtu().truthy()) {
            lines.extra("set Interface $DEVICE mtu_request=$MTU");
        }
        queues(port.queues(), List.of("$DEVICE"));
    }

    private void dpdkBond(NetObject.OvsDpdkBond bond, Placement place) {
        lines.extras(bond.ovsExtra());
        lines.put("DEVICETYPE", "ovs").put("TYPE", "OVSDPDKBond").put("OVS_BRIDGE", bridge(place));
        List<String> names = Provider.names(bond);
        if (!names.isEmpty()) {
            names.forEach(name -> lines.extra("set Interface " + name + " options:dpdk-devargs=None"));
            lines.quoted("BOND_IFACES", String.join(" ", names));
            if (bond.settings().mtu().truthy()) {
                names.forEach(name -> lines.extra("set Interface " + name + " mtu_request=$MTU"));
            }
            queues(bond.queues(), names);
        }
        options(bond.ovsOptions());
        // Its own commands come twice.
        lines.extras(bond.ovsExtra());
    }

    private void queues(NetObject.Queues queues, List<String> names) {
        queue(queues.receive(), "RX_QUEUE", "n_rxq", names);
        queue(queues.receiveSize(), "RX_QUEUE_SIZE", "n_rxq_desc", names);
        queue(queues.sendSize(), "TX_QUEUE_SIZE", "n_txq_desc", names);
    }

    private void queue(Value count, String key, String option, List<String> names) {
        if (count.truthy()) {
            lines.put(key, count.decimal());
            names.forEach(name -> lines.extra("set Interface " + name + " options:" + option + "=$" + key));
        }
    }

    private void ovsDhcp(Settings settings) {
        if (settings.useDhcp() || settings.useDhcpv6()) {
            lines.put("OVSBOOTPROTO", "dhcp");
        }
    }

    private void dhcp(Settings settings) {
        if (settings.useDhcp()) {
            lines.put("BOOTPROTO", "dhcp");
        }
    }

    private void mac(Port port) {
        port.primaryMember().ifPresent(primary -> lines.quoted("MACADDR", machine.mac(primary)));
    }

    private void options(Value options) {
        if (options.truthy()) {
            lines.quoted("OVS_OPTIONS", options.str());
        }
    }
}
