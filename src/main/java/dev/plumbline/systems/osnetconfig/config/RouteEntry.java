package dev.plumbline.systems.osnetconfig.config;

import dev.plumbline.evidence.tree.Tree;

/**
 * A route of an object.
 *
 * @param destination ip_netmask or destination; None or an empty text where neither is given
 * @param table a number or a name; falsy where not given
 * @param isDefault then the destination does not count
 */
public record RouteEntry(
        Value nextHop, Value destination, boolean isDefault, Value options, Value table, Value metric, Tree tree) {

    static RouteEntry of(Value json) {
        if (json.get("next_hop").truthy() && json.get("nexthop").truthy()) {
            throw Stop.invalid("Invalid Route JSON object with both next_hop and nexthop "
                    + "configured. Use either next_hop or nexthop.");
        }
        if (json.get("ip_netmask").truthy() && json.get("destination").truthy()) {
            throw Stop.invalid("Invalid Route JSON object with both ip_netmask and "
                    + "destination configured. Use either ip_netmask or destination.");
        }
        Value nextHop = json.get("next_hop", json.get("nexthop"));
        if (nextHop.isNone()) {
            throw Stop.invalid("Route JSON objects require next_hop or nexthop to be configured.");
        }
        Value none = new Value.Text("", json.tree());
        return new RouteEntry(
                nextHop,
                json.get("ip_netmask", json.get("destination", none)),
                json.get("default").isOn(),
                json.get("route_options", none),
                json.get("table", none),
                json.get("metric", none),
                json.tree());
    }
}
