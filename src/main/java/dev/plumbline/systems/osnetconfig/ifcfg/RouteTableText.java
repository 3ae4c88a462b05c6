package dev.plumbline.systems.osnetconfig.ifcfg;

import dev.plumbline.systems.osnetconfig.config.NetObject;
import dev.plumbline.systems.osnetconfig.config.Stop;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** /etc/iproute2/rt_tables: foreign tables stay unless they stand in the way. */
final class RouteTableText {

    static final String PATH = "/etc/iproute2/rt_tables";

    private static final String HEADER =
            "# reserved values\n#\n255\tlocal\n254\tmain\n253\tdefault\n0\tunspec\n#\n# local\n#\n#1\tinr.ruhep\n";
    private static final List<String> HEADER_LINES = List.of(HEADER.split("\n", -1));
    private static final List<String> IDS = List.of("0", "253", "254", "255");
    private static final List<String> NAMES = List.of("unspec", "default", "main", "local");
    private static final String OURS = "# os-net-config managed table";

    private RouteTableText() {}

    static String of(String existing, Map<BigInteger, NetObject.RouteTable> tables) {
        StringBuilder text = new StringBuilder(HEADER);
        Set<String> ids = tables.keySet().stream().map(BigInteger::toString).collect(Collectors.toSet());
        Set<String> names =
                tables.values().stream().map(table -> table.name().str()).collect(Collectors.toSet());
        for (String line : existing.split("\n", -1)) {
            boolean comment = line.startsWith("#") && !HEADER_LINES.contains(line.strip());
            if (!HEADER_LINES.contains(line) && (comment || isForeign(line, ids, names))) {
                text.append(line).append('\n');
            }
        }
        tables.forEach(
                (id, table) -> text.append(line(id.toString(), table.name().str())));
        return text.toString();
    }

    private static boolean isForeign(String line, Set<String> ids, Set<String> names) {
        if (line.contains(OURS)) {
            return false;
        }
        String[] words = line.strip().split("\\s++");
        if (words[0].isEmpty()) {
            // A line of blanks only.
            throw new Stop("IndexError", "list index out of range");
        }
        return words.length > 1
                && words[0].chars().allMatch(c -> c >= '0' && c <= '9')
                && !IDS.contains(words[0])
                && !NAMES.contains(words[1])
                && !ids.contains(words[0].replaceFirst("^0+(?=.)", ""))
                && !names.contains(words[1]);
    }

    private static String line(String id, String name) {
        if (IDS.contains(id)) {
            throw conflict(name, id, NAMES.get(IDS.indexOf(id)), id);
        }
        if (NAMES.contains(name)) {
            throw conflict(name, id, name, IDS.get(NAMES.indexOf(name)));
        }
        return id + "\t" + name + "    " + OURS + "\n";
    }

    private static Stop conflict(String name, String id, String reserved, String reservedId) {
        return new Stop(
                "ConfigurationError",
                "Table " + name + "(" + id + ") conflicts with reserved table " + reserved + "(" + reservedId + ")");
    }
}
