package dev.plumbline.systems.osnetconfig.ifcfg;

import dev.plumbline.systems.osnetconfig.config.NetObject;
import dev.plumbline.systems.osnetconfig.config.NetObject.Port;
import dev.plumbline.systems.osnetconfig.config.Value;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keys of an object that say how its device works, as texts; only those that are set, sorted. */
final class Options {

    private Options() {}

    static Map<String, String> of(Port port) {
        Map<String, String> options = new TreeMap<>();
        put("ethtool_opts", port.ethtool(), options);
        switch (port) {
            case NetObject.OvsBridge bridge -> {
                put("ovs_options", bridge.ovsOptions(), options);
                put("ovs_fail_mode", bridge.failMode(), options);
                put("ovs_extra", bridge.ovsExtra(), options);
                if (!bridge.internal()) {
                    options.put("ovs_internal", "false");
                }
            }
            case NetObject.OvsBond bond -> {
                put("ovs_options", bond.ovsOptions(), options);
                put("ovs_extra", bond.ovsExtra(), options);
                bond.primaryMember().ifPresent(primary -> options.put("primary", primary));
            }
            case NetObject.OvsDpdkBond bond -> {
                put("ovs_options", bond.ovsOptions(), options);
                put("ovs_extra", bond.ovsExtra(), options);
            }
            case NetObject.OvsDpdkPort dpdk -> {
                put("driver", dpdk.driver(), options);
                put("ovs_extra", dpdk.ovsExtra(), options);
            }
            case NetObject.LinuxBond bond -> put("bonding_options", bond.bondingOptions(), options);
            case NetObject.Team team -> put("bonding_options", team.teamConfig(), options);
            case NetObject.OvsTunnel tunnel -> {
                put("tunnel_type", tunnel.tunnelType(), options);
                put("ovs_options", tunnel.ovsOptions(), options);
                put("ovs_extra", tunnel.ovsExtra(), options);
            }
            case NetObject.OvsPatchPort patch -> {
                put("peer", patch.peer(), options);
                put("ovs_extra", patch.ovsExtra(), options);
            }
            case NetObject.Vlan vlan -> {
                put("ovs_options", vlan.ovsOptions(), options);
                put("ovs_extra", vlan.ovsExtra(), options);
            }
            case NetObject.SriovPf physical -> {
                options.put("numvfs", physical.functions().toString());
                put("link_mode", physical.linkMode(), options);
            }
            case NetObject.SriovVf function -> options.put("vfid", function.id().toString());
            default -> {}
        }
        return Collections.unmodifiableMap(options);
    }

    private static void put(String key, Value value, Map<String, String> options) {
        if (value.truthy()) {
            options.put(key, value.str());
        }
    }

    private static void put(String key, List<String> texts, Map<String, String> options) {
        if (!texts.isEmpty()) {
            options.put(key, String.join(" -- ", texts));
        }
    }
}
