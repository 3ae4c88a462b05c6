package dev.plumbline.systems.osnetconfig.config;

import java.math.BigInteger;
import java.util.List;

/** Makes routing tables, and reads rules that stand alone, of which nothing is made. */
final class TableReader {

    private static final List<Integer> IDS = List.of(0, 253, 254, 255);
    private static final List<String> NAMES = List.of("unspec", "default", "main", "local");

    private TableReader() {}

    static NetObject routeRule(Value json) {
        RuleEntry.of(json);
        return new NetObject.Aside("route_rule", json.tree());
    }

    static NetObject routeTable(Value json) {
        Value name = Required.field(json, "name", "RouteTable");
        Value id = Required.field(json, "table_id", "RouteTable");
        for (int i = 0; i < IDS.size(); i++) {
            boolean number = (id instanceof Value.Whole || id instanceof Value.Truth)
                    && id.integer().equals(BigInteger.valueOf(IDS.get(i)));
            if (number) {
                throw reserved(id.str(), id.str() + " " + NAMES.get(i));
            }
        }
        for (int i = 0; i < IDS.size(); i++) {
            if (name.isText(NAMES.get(i))) {
                throw reserved(name.str(), IDS.get(i) + " " + name.str());
            }
        }
        return new NetObject.RouteTable(name, id, json.tree());
    }

    private static Stop reserved(String given, String table) {
        return Stop.invalid("Route table \"" + given + "\" conflicts with reserved table \"" + table + "\"");
    }
}
