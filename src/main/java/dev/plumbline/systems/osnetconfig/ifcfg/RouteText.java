package dev.plumbline.systems.osnetconfig.ifcfg;

import dev.plumbline.systems.osnetconfig.config.RouteEntry;
import dev.plumbline.systems.osnetconfig.config.RuleEntry;
import dev.plumbline.systems.osnetconfig.config.Stop;
import dev.plumbline.systems.osnetconfig.config.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The routes of a device in the order in which its route files hold them: the default first. Of several defaults of one
 * family only the last is kept, whatever their tables.
 *
 * @param device the device's name
 */
record RouteText(String device, List<Line> v4, List<Line> v6) {

    static final RouteText NONE = new RouteText("", List.of(), List.of());

    /** @param table empty for the main one, or where the options name it */
    record Line(RouteEntry route, String table, String options, String text) {}

    static RouteText of(String device, List<RouteEntry> routes) {
        return new RouteText(device, lines(device, routes, false), lines(device, routes, true));
    }

    private static List<Line> lines(String device, List<RouteEntry> routes, boolean v6) {
        List<Line> lines = new ArrayList<>();
        boolean hasDefault = false;
        for (RouteEntry route : routes) {
            Line line = line(device, route);
            if (isV6(route.nextHop()) != v6) {
                continue;
            }
            if (!route.isDefault()) {
                lines.add(line);
            } else if (hasDefault) {
                lines.set(0, line);
            } else {
                lines.addFirst(line);
                hasDefault = true;
            }
        }
        return List.copyOf(lines);
    }

    private static Line line(String device, RouteEntry route) {
        String options = route.options().truthy() ? " " + route.options().str() : "";
        String table = "";
        if (route.table().truthy() && !namesTable(route.options())) {
            table = route.table().str();
        }
        String to = route.isDefault() ? "default" : route.destination().str();
        String text = to + " via " + route.nextHop().str() + " dev " + device
                + (table.isEmpty() ? "" : " table " + table) + options + "\n";
        return new Line(route, table, options, text);
    }

    private static boolean namesTable(Value options) {
        if (options instanceof Value.Text text) {
            return text.text().contains("table ");
        }
        throw Stop.noAttribute(options.type(), "find");
    }

    private static boolean isV6(Value hop) {
        return switch (hop) {
            case Value.Text text -> text.text().indexOf(':') >= 0;
            case Value.Items list -> list.items().stream().anyMatch(item -> item.isText(":"));
            case Value.Fields fields -> fields.fields().containsKey(":");
            default -> throw Stop.type("argument of type '" + hop.type() + "' is not iterable");
        };
    }

    String content(boolean family6) {
        StringBuilder text = new StringBuilder();
        (family6 ? v6 : v4).forEach(line -> text.append(line.text()));
        return text.toString();
    }

    static String rules(List<RuleEntry> rules) {
        StringBuilder text = new StringBuilder(Lines.HEADER);
        for (RuleEntry rule : rules) {
            if (rule.comment().truthy()) {
                text.append("# ").append(rule.comment().str()).append('\n');
            }
            text.append(rule.rule().str()).append('\n');
        }
        return text.toString();
    }
}
