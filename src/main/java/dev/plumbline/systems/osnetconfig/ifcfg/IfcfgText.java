package dev.plumbline.systems.osnetconfig.ifcfg;

import dev.plumbline.systems.osnetconfig.LogMessage;
import dev.plumbline.systems.osnetconfig.Release;
import dev.plumbline.systems.osnetconfig.config.IpNetwork;
import dev.plumbline.systems.osnetconfig.config.Machine;
import dev.plumbline.systems.osnetconfig.config.NetObject;
import dev.plumbline.systems.osnetconfig.config.NetObject.Port;
import dev.plumbline.systems.osnetconfig.config.Settings;
import dev.plumbline.systems.osnetconfig.config.Stop;
import dev.plumbline.systems.osnetconfig.config.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The content of a device's ifcfg file (impl_ifcfg.py {@code _add_common}), key by key in its order. */
record IfcfgText(Machine machine) {

    private static final Pattern DOTTED_VLAN = Pattern.compile("\\w++\\.\\d++");

    String of(Port port, Placement place) {
        Settings settings = port.settings();
        Lines lines = new Lines();
        lines.raw(Lines.HEADER).put("DEVICE", port.name());
        lines.put("ONBOOT", yes(settings.onboot()));
        lines.put("HOTPLUG", yes(port instanceof NetObject.Interface nic && nic.hotplug()));
        lines.put("NM_CONTROLLED", yes(settings.nmControlled()));
        if (!settings.dnsServers().truthy() && !settings.useDhcp()) {
            lines.put("PEERDNS", "no");
        }
        kind(port, place, lines);
        membership(port, place, lines);
        new TypeLines(machine, lines).put(port, place);
        if (port.ethtool().truthy()) {
            lines.quoted("ETHTOOL_OPTS", port.ethtool().str());
        }
        addresses(settings, lines);
        port.identity().hardware().ifPresent(hardware -> lines.put("HWADDR", hardware.mac()));
        lines.putExtras();
        if (!settings.defroute()) {
            lines.put("DEFROUTE", "no");
        }
        if (settings.dhclientArgs().truthy()) {
            lines.put("DHCLIENTARGS", settings.dhclientArgs().str());
        }
        names(settings, lines);
        return lines.text();
    }

    /** {@code nic3.20}: a VLAN in the old way. */
    static boolean isDottedVlan(String name) {
        return DOTTED_VLAN.matcher(name).matches();
    }

    private static String yes(boolean holds) {
        return holds ? "yes" : "no";
    }

    private static void kind(Port port, Placement place, Lines lines) {
        switch (port) {
            case NetObject.Vlan vlan -> vlan(vlan, place, lines);
            case NetObject.IvsInterface _ -> lines.put("TYPE", "IVSIntPort");
            case NetObject.NfvswitchInternal _ -> lines.put("TYPE", "NFVSWITCHIntPort");
            case NetObject.IbInterface _ -> lines.put("TYPE", "Infiniband");
            case NetObject.IbChild child ->
                lines.put("TYPE", "Infiniband")
                        .put("PKEY", "yes")
                        .put("PHYSDEV", child.parent().str())
                        .put("PKEY_ID", child.key());
            default -> {
                if (isDottedVlan(port.name())) {
                    lines.put("VLAN", "yes");
                } else if (port instanceof NetObject.Interface nic
                        && nic.linkDelay().truthy()) {
                    lines.put("LINKDELAY", nic.linkDelay().str());
                }
            }
        }
    }

    /** In an OVS bridge it is an internal port and has no device below it. */
    private static void vlan(NetObject.Vlan vlan, Placement place, Lines lines) {
        if (place.ovsPort()) {
            if (vlan.ovsOptions().truthy()) {
                lines.quoted("OVS_OPTIONS", vlan.ovsOptions().str());
            }
            lines.extras(vlan.ovsExtra());
            return;
        }
        lines.put("VLAN", "yes");
        if (vlan.device().truthy()) {
            lines.put("PHYSDEV", vlan.device().str());
        } else if (!place.bond().isEmpty()) {
            lines.put("PHYSDEV", place.bond());
        }
    }

    private static void membership(Port port, Placement place, Lines lines) {
        if (!place.bond().isEmpty()) {
            lines.put("MASTER", place.bond()).put("SLAVE", "yes");
        }
        if (!place.team().isEmpty()) {
            lines.put("TEAM_MASTER", place.team());
            if (port.primary()) {
                lines.put("TEAM_PORT_CONFIG", "'{\"prio\": 100}'");
            }
        }
        if (!place.ivs().isEmpty()) {
            lines.put("DEVICETYPE", "ivs").put("IVS_BRIDGE", place.ivs());
        }
        if (!place.nfvswitch().isEmpty()) {
            lines.put("DEVICETYPE", "nfvswitch").put("NFVSWITCH_BRIDGE", place.nfvswitch());
        }
        if (place.ovsPort()) {
            if (!(port instanceof NetObject.Team)) {
                lines.put("DEVICETYPE", "ovs");
            }
            if (port instanceof NetObject.Vlan vlan) {
                lines.put("TYPE", "OVSIntPort")
                        .put("OVS_BRIDGE", place.ovsBridge())
                        .quoted("OVS_OPTIONS", "tag=" + vlan.id());
            } else {
                lines.put("TYPE", "OVSPort").put("OVS_BRIDGE", place.ovsBridge());
            }
        }
        if (!place.linuxBridge().isEmpty()) {
            lines.put("BRIDGE", place.linuxBridge());
        }
    }

    private void addresses(Settings settings, Lines lines) {
        boolean mtu = settings.mtu().truthy();
        if (mtu) {
            lines.put("MTU", settings.mtu().decimal());
        }
        List<IpNetwork> v4 = settings.addresses(false);
        List<IpNetwork> v6 = settings.addresses(true);
        if (settings.useDhcpv6() || !v6.isEmpty()) {
            lines.put("IPV6INIT", "yes");
            if (mtu) {
                lines.put("IPV6_MTU", settings.mtu().decimal());
            }
        }
        if (settings.useDhcpv6()) {
            lines.put("DHCPV6C", "yes");
            return;
        }
        if (!v4.isEmpty()) {
            lines.put("BOOTPROTO", "static");
            for (int i = 0; i < v4.size(); i++) {
                String number = i == 0 ? "" : String.valueOf(i);
                lines.put("IPADDR" + number, v4.get(i).address());
                lines.put("NETMASK" + number, v4.get(i).netmask());
            }
        }
        if (!v6.isEmpty()) {
            lines.put("IPV6_AUTOCONF", "no");
            if (machine.release() != Release.TRAIN) {
                lines.put("IPV6_SET_SYSCTLS", "yes").put("IPV6_FORCE_ACCEPT_RA", "no");
            }
            lines.put("IPV6ADDR", v6.getFirst().written());
            if (v6.size() > 1) {
                List<String> others =
                        v6.stream().skip(1).map(IpNetwork::written).toList();
                lines.quoted("IPV6ADDR_SECONDARIES", String.join(" ", others));
            }
        }
    }

    private void names(Settings settings, Lines lines) {
        if (settings.dnsServers().truthy()) {
            List<Value> servers = servers(settings.dnsServers());
            lines.put("DNS1", servers.getFirst().str());
            if (servers.size() >= 2) {
                lines.put("DNS2", servers.get(1).str());
            }
            if (servers.size() > 2) {
                machine.tell(LogMessage.warning("ifcfg format supports max 2 resolvers."));
            }
        }
        Value domain = settings.domain();
        if (domain instanceof Value.Items list && list.truthy()) {
            lines.quoted("DOMAIN", String.join(" ", texts(list)));
        } else if (domain.truthy()) {
            lines.put("DOMAIN", domain.str());
        }
    }

    /** Of a text, which was meant for a list, each character is a server. */
    static List<Value> servers(Value value) {
        return switch (value) {
            case Value.Items list -> list.items();
            case Value.Text text -> text.iterated();
            case Value.Fields _ -> throw new Stop("KeyError", "0");
            default -> throw Stop.type("'" + value.type() + "' object is not subscriptable");
        };
    }

    static List<String> texts(Value.Items list) {
        List<String> texts = new ArrayList<>();
        for (Value item : list.items()) {
            if (!(item instanceof Value.Text text)) {
                throw Stop.type("sequence item " + texts.size() + ": expected str instance, " + item.type() + " found");
            }
            texts.add(text.text());
        }
        return texts;
    }
}
