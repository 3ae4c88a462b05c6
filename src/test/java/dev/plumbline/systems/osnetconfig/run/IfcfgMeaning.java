package dev.plumbline.systems.osnetconfig.run;

import dev.plumbline.systems.osnetconfig.GuestNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What ifcfg, route and rule files say, and what a described network says, both as the same plain lines: a reader of the
 * files that shares no code with their writer.
 */
final class IfcfgMeaning {

    private static final String FOLDER = "/etc/sysconfig/network-scripts/";
    /** Kinds of which a file says less than the configuration does. */
    private static final Set<String> QUIET = Set.of("sriov_vf", "ivs_interface", "nfvswitch_internal");

    private IfcfgMeaning() {}

    /** @param network tells which devices are of a kind whose file is quiet on VLANs */
    static Set<String> ofFiles(Map<String, String> files, GuestNetwork network) {
        Set<String> facts = new TreeSet<>();
        files.forEach((path, text) -> {
            if (path.startsWith(FOLDER + "ifcfg-")) {
                device(path.substring((FOLDER + "ifcfg-").length()), text, facts, network);
            } else if (path.startsWith(FOLDER + "rule-")) {
                text.lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> facts.add("rule " + path.substring((FOLDER + "rule-").length()) + " " + line));
            } else if (path.startsWith(FOLDER + "route")) {
                text.lines().forEach(line -> facts.add("route " + line));
            } else if (path.equals("/etc/iproute2/rt_tables")) {
                text.lines()
                        .filter(line -> line.endsWith("# os-net-config managed table"))
                        .forEach(line -> facts.add("table " + line.split("\\s+")[0] + " " + line.split("\\s+")[1]));
            }
        });
        // A bond of Open vSwitch lists its members, whose own files may name another holder.
        files.forEach((path, text) -> {
            Map<String, String> keys = keys(text);
            if (keys.getOrDefault("TYPE", "").equals("OVSBond")) {
                for (String slave : keys.getOrDefault("BOND_IFACES", "").split(" ")) {
                    if (facts.stream().noneMatch(fact -> fact.startsWith("holder " + slave + " "))) {
                        facts.add("holder " + slave + " " + path.substring((FOLDER + "ifcfg-").length()));
                    }
                }
            }
        });
        return facts;
    }

    private static Map<String, String> keys(String text) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            if (!line.startsWith("#") && line.contains("=")) {
                String[] parts = line.split("=", 2);
                keys.put(parts[0], parts[1].replaceAll("^[\"']|[\"']$", ""));
            }
        }
        return keys;
    }

    private static void device(String name, String text, Set<String> facts, GuestNetwork network) {
        Map<String, String> keys = keys(text);
        facts.add("device " + name);
        for (String key : List.of("OVS_BRIDGE", "BRIDGE", "MASTER", "TEAM_MASTER", "IVS_BRIDGE", "NFVSWITCH_BRIDGE")) {
            // None is what a port outside of any bridge gets.
            if (keys.containsKey(key) && !keys.get(key).equals("None")) {
                facts.add("holder " + name + " " + keys.get(key));
            }
        }
        if (keys.containsKey("MTU")) {
            facts.add("mtu " + name + " " + keys.get("MTU"));
        }
        for (int i = 0; i < 20; i++) {
            String n = i == 0 ? "" : String.valueOf(i);
            if (keys.containsKey("IPADDR" + n)) {
                facts.add("address " + name + " " + keys.get("IPADDR" + n) + "/" + bits(keys.get("NETMASK" + n)));
            }
        }
        String v6 = keys.getOrDefault("IPV6ADDR", "") + " " + keys.getOrDefault("IPV6ADDR_SECONDARIES", "");
        for (String address : v6.strip().split(" +")) {
            if (!address.isEmpty()) {
                facts.add("address " + name + " " + address + (address.contains("/") ? "" : "/128"));
            }
        }
        if (keys.getOrDefault("BOOTPROTO", "").equals("dhcp") || keys.containsKey("OVSBOOTPROTO")) {
            facts.add("dhcp4 " + name);
        }
        if (keys.containsKey("DHCPV6C")) {
            facts.add("dhcp6 " + name);
        }
        vlan(name, keys, facts, network);
        if (keys.containsKey("MACADDR")) {
            facts.add("mac " + name + " " + keys.get("MACADDR"));
        }
        for (String command : keys.getOrDefault("OVS_EXTRA", "").split(" -- ")) {
            if (command.startsWith("set bridge " + name + " other-config:hwaddr=")) {
                facts.add("mac " + name + " " + command.substring(command.indexOf('=') + 1));
            }
        }
        for (String key : List.of("DNS1", "DNS2")) {
            if (keys.containsKey(key)) {
                facts.add("dns " + name + " " + keys.get(key));
            }
        }
        if (keys.containsKey("DOMAIN")) {
            facts.add("domain " + name + " " + keys.get("DOMAIN"));
        }
        facts.add("onboot " + name + " " + keys.get("ONBOOT"));
        if (keys.containsKey("DEFROUTE")) {
            facts.add("no-defroute " + name);
        }
        for (String key : List.of("BONDING_OPTS", "TEAM_CONFIG")) {
            if (keys.containsKey(key)) {
                facts.add("bonding " + name + " " + keys.get(key));
            }
        }
        if (keys.containsKey("ETHTOOL_OPTS")) {
            facts.add("ethtool " + name + " " + keys.get("ETHTOOL_OPTS"));
        }
    }

    private static void vlan(String name, Map<String, String> keys, Set<String> facts, GuestNetwork network) {
        if (network.device(name).filter(device -> QUIET.contains(device.type())).isPresent()) {
            return;
        }
        String options = keys.getOrDefault("OVS_OPTIONS", "");
        if (options.startsWith("tag=")) {
            facts.add("vlan " + name + " " + options.substring(4));
        } else if (keys.containsKey("VLAN")) {
            boolean dotted = name.contains(".");
            facts.add("vlan " + name + " " + name.substring(dotted ? name.indexOf('.') + 1 : 4));
            if (dotted) {
                facts.add("base " + name + " " + name.substring(0, name.indexOf('.')));
            }
        }
        if (keys.containsKey("PHYSDEV")) {
            facts.add("base " + name + " " + keys.get("PHYSDEV"));
        }
    }

    private static int bits(String mask) {
        int bits = 0;
        for (String octet : mask.split("\\.")) {
            bits += Integer.bitCount(Integer.parseInt(octet));
        }
        return bits;
    }

    static Set<String> ofNetwork(GuestNetwork network) {
        Set<String> facts = new TreeSet<>();
        for (GuestNetwork.Device device : network.devices()) {
            String name = device.name();
            facts.add("device " + name);
            put(facts, "holder " + name, device.holder());
            device.mtu().ifPresent(mtu -> facts.add("mtu " + name + " " + mtu));
            device.addresses().forEach(address -> facts.add("address " + name + " " + address.address()));
            put(facts, "dhcp4 " + name, device.dhcp4());
            put(facts, "dhcp6 " + name, device.dhcp6());
            if (!QUIET.contains(device.type())) {
                device.vlan().ifPresent(vlan -> facts.add("vlan " + name + " " + vlan));
                put(facts, "base " + name, device.base());
            }
            device.mac().ifPresent(mac -> facts.add("mac " + name + " " + mac));
            device.dnsServers().forEach(server -> facts.add("dns " + name + " " + server));
            put(facts, "domain " + name, String.join(" ", device.domains()));
            facts.add("onboot " + name + " " + (device.onboot() ? "yes" : "no"));
            put(facts, "no-defroute " + name, !device.defroute());
            put(facts, "bonding " + name, device.options().getOrDefault("bonding_options", ""));
            put(facts, "ethtool " + name, device.options().getOrDefault("ethtool_opts", ""));
        }
        network.routes()
                .forEach(route -> facts.add("route " + route.destination() + " via " + route.nextHop() + " dev "
                        + route.device() + (route.table().isEmpty() ? "" : " table " + route.table())
                        + (route.options().isEmpty() ? "" : " " + route.options())));
        network.rules().forEach(rule -> facts.add("rule " + rule.device() + " " + rule.rule()));
        network.tables().forEach(table -> facts.add("table " + table.id() + " " + table.name()));
        return facts;
    }

    private static void put(Set<String> facts, String fact, String value) {
        if (!value.isEmpty()) {
            facts.add(fact + " " + value);
        }
    }

    private static void put(Set<String> facts, String fact, boolean holds) {
        if (holds) {
            facts.add(fact);
        }
    }

    /** Of each holder in the files, its members in the order of the network's lists. */
    static Map<String, List<String>> members(GuestNetwork network) {
        Map<String, List<String>> byHolder = new TreeMap<>();
        Map<String, GuestNetwork.Device> devices = new HashMap<>();
        network.devices().forEach(device -> devices.put(device.name(), device));
        for (GuestNetwork.Device device : network.devices()) {
            // A patch port outside of its bridge names the bridge, and not the other way around.
            if (devices.containsKey(device.holder()) && !device.type().equals("ovs_patch_port")) {
                byHolder.computeIfAbsent(device.holder(), _ -> new ArrayList<>())
                        .add(device.name());
            }
        }
        return byHolder;
    }
}
