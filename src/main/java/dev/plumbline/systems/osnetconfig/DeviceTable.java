package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table written by hand, a device a line: name, MAC, operstate, PCI address of the device link; {@code -} where that
 * file or link is missing. Then {@code key=value}: physfn (an SR-IOV virtual function of that device) and vfid (which
 * one), perm_hwaddr, vendor; any other key is passed over. {@code #} starts a comment line.
 */
final class DeviceTable {

    private static final int COLUMNS = 4;
    private static final String NAME = "[^\\s/:=]{1,15}";
    private static final Pattern ROW = Pattern.compile(
            NAME + " (?:-|[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5,19}+) (?:-|[A-Za-z]{1,20}) \\S+(?: [a-z_]+=\\S*)*+");

    private DeviceTable() {}

    static boolean looksLikeOne(String row) {
        return ROW.matcher(joined(row)).matches();
    }

    private static String joined(String row) {
        return row.strip().replaceAll("\\s++", " ");
    }

    static NicListing of(YamlFile file) {
        List<NetDevice> devices = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Line line : file.lines()) {
            String row = joined(line.text());
            if (row.isEmpty() || row.startsWith("#")) {
                continue;
            }
            if (!looksLikeOne(row)) {
                problems.add(problem(file, line, "'" + row + "'", "NAME MAC OPERSTATE PCI [KEY=VALUE]..."));
            } else if (!names.add(row.split(" ", 2)[0])) {
                problems.add(problem(file, line, "a device listed twice", "each name once"));
            } else {
                devices.add(device(List.of(row.split(" "))));
            }
        }
        return new NicListing(List.copyOf(devices), List.of(), List.copyOf(problems), true);
    }

    private static NetDevice device(List<String> words) {
        Map<String, String> more = new HashMap<>();
        for (String word : words.subList(COLUMNS, words.size())) {
            int equals = word.indexOf('=');
            more.put(word.substring(0, equals), word.substring(equals + 1));
        }
        String pci = given(words.get(3));
        return new NetDevice(
                words.get(0),
                given(words.get(1)),
                given(words.get(2)),
                !pci.isEmpty(),
                more.containsKey("physfn"),
                more.getOrDefault("perm_hwaddr", ""),
                pci,
                VirtualFunction.of(more.getOrDefault("physfn", ""), more.getOrDefault("vfid", "")),
                more.getOrDefault("vendor", ""));
    }

    private static String given(String word) {
        return word.equals("-") ? "" : word;
    }

    private static Problem problem(YamlFile file, Line line, String found, String expected) {
        return new Problem(
                new Origin(file.name(), "", line.number(), "", line.text().strip()), found, expected);
    }
}
