package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import java.util.List;
import java.util.Optional;

/**
 * A command of iproute2: options, then an object, then what to do with it. Every word may be abbreviated to any prefix;
 * of several that fit, the first in the tool's own table is meant ({@code -b} is batch, {@code ip n} is neighbour).
 *
 * @param object the object's full name
 * @param arguments the words after it
 * @param family inet, inet6, link or empty
 */
record IpCommand(String object, List<String> arguments, boolean json, boolean brief, boolean oneLine, String family) {

    private static final List<String> OPTIONS = List.of(
            "-loops",
            "-family",
            "-4",
            "-6",
            "-0",
            "-M",
            "-B",
            "-human-readable",
            "-iec",
            "-stats",
            "-statistics",
            "-details",
            "-resolve",
            "-oneline",
            "-timestamp",
            "-tshort",
            "-Version",
            "-force",
            "-batch",
            "-brief",
            "-json",
            "-pretty",
            "-rcvbuf",
            "-color",
            "-compressvlans",
            "-help",
            "-netns",
            "-Numeric",
            "-all",
            "-echo");

    private static final List<String> WITH_VALUE = List.of("-loops", "-family", "-batch", "-rcvbuf", "-netns");

    private static final List<String> IP_OBJECTS = List.of(
            "address",
            "addrlabel",
            "maddress",
            "route",
            "rule",
            "neighbor",
            "neighbour",
            "ntable",
            "ntbl",
            "link",
            "l2tp",
            "fou",
            "ila",
            "macsec",
            "tunnel",
            "tunl",
            "tuntap",
            "tap",
            "token",
            "tcpmetrics",
            "tcp_metrics",
            "monitor",
            "xfrm",
            "mroute",
            "mrule",
            "netns",
            "netconf",
            "vrf",
            "sr",
            "nexthop",
            "mptcp",
            "ioam",
            "help",
            "stats");

    private static final List<String> BRIDGE_OBJECTS = List.of("link", "fdb", "mdb", "vlan", "vni", "monitor", "help");

    /** The command where it is iproute2's {@code ip}. */
    static Optional<IpCommand> ip(Command command) {
        return of(command, "ip", IP_OBJECTS);
    }

    /** The command where it is iproute2's {@code bridge}. */
    static Optional<IpCommand> bridge(Command command) {
        return of(command, "bridge", BRIDGE_OBJECTS);
    }

    private static Optional<IpCommand> of(Command command, String program, List<String> objects) {
        if (!command.program().equals(program)) {
            return Optional.empty();
        }
        List<String> words = command.arguments();
        boolean json = false;
        boolean brief = false;
        boolean oneLine = false;
        String family = "";
        int i = 0;
        for (; i < words.size() && words.get(i).startsWith("-"); i++) {
            String option = full(words.get(i).replaceFirst("^--", "-"), OPTIONS);
            String value = WITH_VALUE.contains(option) && i + 1 < words.size() ? words.get(++i) : "";
            json |= option.equals("-json");
            brief |= option.equals("-brief");
            oneLine |= option.equals("-oneline");
            family = switch (option) {
                case "-4" -> "inet";
                case "-6" -> "inet6";
                case "-0" -> "link";
                case "-family" -> value;
                default -> family;
            };
        }
        String object = i < words.size() ? full(words.get(i), objects) : "";
        return object.isEmpty()
                ? Optional.empty()
                : Optional.of(new IpCommand(object, words.subList(i + 1, words.size()), json, brief, oneLine, family));
    }

    /** The first of these that begins with the word; empty where none does. */
    private static String full(String word, List<String> table) {
        return table.stream().filter(each -> each.startsWith(word)).findFirst().orElse("");
    }

    /** The words after show, list or lst; empty where the command does something else. */
    Optional<List<String>> shown(String... verbs) {
        if (arguments.isEmpty()) {
            return Optional.of(List.of());
        }
        String verb = full(arguments.getFirst(), List.of(verbs));
        return List.of("show", "list", "lst").contains(verb)
                ? Optional.of(arguments.subList(1, arguments.size()))
                : Optional.empty();
    }
}
