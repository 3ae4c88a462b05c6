package dev.plumbline.systems.osnetconfig.schema;

import static dev.plumbline.systems.osnetconfig.schema.Rule.here;
import static dev.plumbline.systems.osnetconfig.schema.Rule.oneOf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of an object type, put together. */
final class Keys {

    private static final Rule RULES = Rule.list(
                    Rule.object(ordered("rule", Forms.TEXT, "comment", Forms.TEXT), List.of("rule")))
            .and(new Rule.Keyword.MinItems(1));
    private static final Rule ADDRESSES = Rule.list(
                    Rule.object(ordered("ip_netmask", Forms.CIDR), List.of("ip_netmask")))
            .and(new Rule.Keyword.MinItems(1));

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Edition edition;

    Keys(Edition edition, String type) {
        this.edition = edition;
        rules.put("type", Rule.of(new Rule.Keyword.Enum(List.of(type))));
    }

    Keys and(String key, Rule rule) {
        rules.put(key, rule);
        return this;
    }

    /** A key that train does not know. */
    Keys later(String key, Rule rule) {
        return edition == Edition.TRAIN ? this : and(key, rule);
    }

    Keys text(String... keys) {
        return all(Forms.TEXT, keys);
    }

    Keys integer(String... keys) {
        return all(Forms.INTEGER, keys);
    }

    Keys bool(String... keys) {
        return all(Forms.BOOLEAN, keys);
    }

    Keys ovsExtra() {
        return and("ovs_extra", Forms.TEXT_OR_TEXTS);
    }

    Keys dcb() {
        return later("dcb", Rule.object(Map.of("dscp2prio", priorities()), List.of("dscp2prio")));
    }

    static Rule priorities() {
        return Rule.list(Rule.object(
                ordered("priority", Forms.INTEGER, "protocol", Forms.INTEGER, "selector", Forms.INTEGER),
                List.of("priority", "protocol")));
    }

    /** What nearly all types have; the last two are put there by os-net-config itself before it judges. */
    Keys common() {
        return bool("use_dhcp", "use_dhcpv6")
                .and("addresses", ADDRESSES)
                .and("routes", Rule.list(edition == Edition.TRAIN ? trainRoute() : route()))
                .and("rules", RULES)
                .integer("mtu")
                .bool("defroute", "nm_controlled", "onboot")
                .text("dhclient_args")
                .and("dns_servers", Forms.ADDRESSES)
                .and("domain", Forms.TEXT_OR_TEXTS)
                .and("nic_mapping", Rule.type("object", "null"))
                .bool("persist_mapping");
    }

    Map<String, Rule> rules() {
        return rules;
    }

    private Keys all(Rule rule, String... keys) {
        for (String key : keys) {
            and(key, rule);
        }
        return this;
    }

    /** Either the old words or the new ones, and none of them needed. */
    private static Rule trainRoute() {
        return oneOf(
                here(Rule.object(trainRouteKeys("ip_netmask", "next_hop"), List.of())),
                here(Rule.object(trainRouteKeys("destination", "nexthop"), List.of())));
    }

    private static Map<String, Rule> trainRouteKeys(String destination, String hop) {
        return ordered(
                "default",
                Forms.BOOLEAN,
                destination,
                Forms.CIDR,
                hop,
                Forms.ADDRESS,
                "route_options",
                Forms.TEXT,
                "table",
                Forms.INTEGER_OR_TEXT);
    }

    /** One hop, and one destination at most, which only a default route may lack. */
    private static Rule route() {
        Map<String, Rule> keys = new LinkedHashMap<>(trainRouteKeys("ip_netmask", "next_hop"));
        keys.putAll(trainRouteKeys("destination", "nexthop"));
        keys.put("metric", Forms.INTEGER);
        return Rule.object(keys, List.of())
                .and(new Rule.Keyword.AllOf(List.of(
                        oneOf(here(needs("ip_netmask")), here(needs("destination")), here(defaultOnly())),
                        oneOf(here(needs("next_hop")), here(needs("nexthop"))))));
    }

    private static Rule needs(String key) {
        return Rule.of(new Rule.Keyword.Required(List.of(key)));
    }

    private static Rule defaultOnly() {
        return needs("default").and(new Rule.Keyword.Without(List.of("ip_netmask", "destination")));
    }

    private static Map<String, Rule> ordered(Object... keysAndRules) {
        Map<String, Rule> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndRules.length; i += 2) {
            map.put((String) keysAndRules[i], (Rule) keysAndRules[i + 1]);
        }
        return map;
    }
}
