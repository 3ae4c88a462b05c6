package dev.plumbline.pastes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Outputs that a capture lacks, computed from those it has, as the programs would have printed them. */
final class Derived {

    private static final Pattern HEAD = Pattern.compile("(\\d+): ([^:@]+)(@\\S+)?: (<\\S*>) (.*)");
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Derived() {}

    static List<String> grep(List<String> lines, String needle) {
        return lines.stream().filter(line -> line.contains(needle)).toList();
    }

    /** {@code jq .} */
    static List<String> pretty(List<String> json) {
        return PRETTY.writeValueAsString(PRETTY.readTree(String.join("\n", json)))
                .lines()
                .toList();
    }

    /** {@code ip -o link}: each device on one line. */
    static List<String> oneLine(List<String> ipLink) {
        List<String> out = new ArrayList<>();
        for (String line : ipLink) {
            if (HEAD.matcher(line).matches() || out.isEmpty()) {
                out.add(line);
            } else {
                out.add(out.removeLast() + "\\" + line);
            }
        }
        return out;
    }

    /** {@code ip -br link}. */
    static List<String> brief(List<String> ipLink) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i + 1 < ipLink.size(); i++) {
            Matcher head = HEAD.matcher(ipLink.get(i));
            if (head.matches()) {
                String name = head.group(2) + (head.group(3) == null ? "" : head.group(3));
                String state = word(ipLink.get(i), "state");
                String mac = ipLink.get(i + 1).strip().split(" ")[1];
                out.add(String.format("%-16s %-14s %s %s ", name, state, mac, head.group(4)));
            }
        }
        return out;
    }

    /** {@code ip link show master BRIDGE}. */
    static List<String> ofMaster(List<String> ipLink, String bridge) {
        List<String> out = new ArrayList<>();
        boolean shown = false;
        for (String line : ipLink) {
            shown = HEAD.matcher(line).matches() ? line.contains(" master " + bridge + " ") : shown;
            if (shown) {
                out.add(line);
            }
        }
        return out;
    }

    /** {@code brctl show}: bridges in order, each with its ports. */
    static List<String> brctl(List<String> ipLink, List<String> bridges) {
        Map<String, List<String>> ports = new LinkedHashMap<>();
        Map<String, String> macs = new LinkedHashMap<>();
        bridges.forEach(bridge -> ports.put(bridge, new ArrayList<>()));
        for (int i = 0; i + 1 < ipLink.size(); i++) {
            Matcher head = HEAD.matcher(ipLink.get(i));
            if (head.matches()) {
                macs.put(head.group(2), ipLink.get(i + 1).strip().split(" ")[1].replace(":", ""));
                ports.getOrDefault(word(ipLink.get(i), "master"), new ArrayList<>())
                        .add(head.group(2));
            }
        }
        List<String> out = new ArrayList<>(List.of("bridge name\tbridge id\t\tSTP enabled\tinterfaces"));
        ports.forEach((bridge, names) -> {
            out.add(bridge + "\t\t8000." + macs.getOrDefault(bridge, "000000000000") + "\tno\t\t"
                    + (names.isEmpty() ? "" : names.getFirst()));
            names.stream().skip(1).forEach(name -> out.add("\t\t\t\t\t\t\t" + name));
        });
        return out;
    }

    /** The bridges among the devices that {@code bridge link} or {@code ip link} name as masters. */
    static List<String> bridges(List<String> ipLink) {
        return ipLink.stream()
                .map(line -> word(line, "master"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    static String word(String line, String after) {
        Matcher matcher = Pattern.compile(" " + after + " (\\S+)").matcher(line);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** A table as kubectl pads it. */
    static List<String> table(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length() + 3);
            }
        });
        List<String> out = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i))
                        .append(" "
                                .repeat(
                                        i == columns - 1
                                                ? 0
                                                : widths[i] - row.get(i).length()));
            }
            out.add(line.toString());
        }
        return out;
    }
}
