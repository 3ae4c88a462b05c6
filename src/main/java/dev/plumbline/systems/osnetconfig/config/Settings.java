package dev.plumbline.systems.osnetconfig.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What nearly every object may be given (objects.py {@code base_opts_from_json}), before its name is known. */
public record Settings(
        boolean useDhcp,
        boolean useDhcpv6,
        List<IpNetwork> addresses,
        List<RouteEntry> routes,
        List<RuleEntry> rules,
        Value mtu,
        boolean primary,
        boolean defroute,
        Value dhclientArgs,
        Value dnsServers,
        Value domain,
        boolean nmControlled,
        boolean onboot,
        boolean persist) {

    /** @param mayBePrimary whether the object's own parser asks for the key primary */
    static Settings of(Value json, boolean mayBePrimary, boolean persist) {
        Value on = new Value.Truth(true, json.tree());
        return new Settings(
                json.get("use_dhcp").isOn(),
                json.get("use_dhcpv6").isOn(),
                list(
                        json.get("addresses"),
                        "Addresses must be a list.",
                        item -> IpNetwork.of(Required.field(item, "ip_netmask", "Address"))),
                list(json.get("routes"), "Routes must be a list.", RouteEntry::of),
                // os-net-config's own slip: it speaks of routes.
                list(json.get("rules"), "Routes must be a list.", RuleEntry::of),
                json.get("mtu"),
                mayBePrimary && json.get("primary").isOn(),
                json.get("defroute", on).isOn(),
                json.get("dhclient_args"),
                json.get("dns_servers"),
                json.get("domain"),
                json.get("nm_controlled").isOn(),
                json.get("onboot", on).isOn(),
                persist);
    }

    private static <T> List<T> list(Value value, String otherwise, Function<Value, T> each) {
        if (!value.truthy()) {
            return List.of();
        }
        if (!(value instanceof Value.Items list)) {
            throw Stop.invalid(otherwise);
        }
        List<T> items = new ArrayList<>();
        list.items().forEach(item -> items.add(each.apply(item)));
        return List.copyOf(items);
    }

    public List<IpNetwork> addresses(boolean v6) {
        return addresses.stream().filter(address -> address.v6() == v6).toList();
    }

    Settings withNetworkManager() {
        return new Settings(
                useDhcp,
                useDhcpv6,
                addresses,
                routes,
                rules,
                mtu,
                primary,
                defroute,
                dhclientArgs,
                dnsServers,
                domain,
                true,
                onboot,
                persist);
    }
}
