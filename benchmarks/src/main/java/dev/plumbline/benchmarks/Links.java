package dev.plumbline.benchmarks;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Made listings of a node's links: veths, every other one a bridge port, in the forms that {@code ip} prints. */
final class Links {

    private Links() {}

    /** {@code ip -j -d link} as the kernel's tool prints it: one line. */
    static Observation json(int count) {
        String text =
                IntStream.rangeClosed(1, count).mapToObj(Links::object).collect(Collectors.joining(",", "[", "]"));
        return observed(Command.of("ip", "-j", "-d", "link"), List.of(text));
    }

    /** {@code ip link}: two lines a link. */
    static Observation text(int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            lines.add(i + ": veth" + hex(i) + "@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue "
                    + master(i) + "state UP mode DEFAULT group default");
            lines.add("    link/ether " + mac(i) + " brd ff:ff:ff:ff:ff:ff link-netnsid " + i % 200);
        }
        return observed(Command.of("ip", "link"), lines);
    }

    private static String object(int i) {
        return """
                {"ifindex":%d,"link_index":2,"ifname":"veth%s","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],\
                "mtu":1500,"qdisc":"noqueue",%s"operstate":"UP","linkmode":"DEFAULT","group":"default","txqlen":1000,\
                "link_type":"ether","address":"%s","broadcast":"ff:ff:ff:ff:ff:ff","link_netnsid":%d,"promiscuity":1,\
                "min_mtu":68,"max_mtu":65535,"linkinfo":{"info_kind":"veth"},"inet6_addr_gen_mode":"eui64",\
                "num_tx_queues":2,"num_rx_queues":2,"gso_max_size":65536,"gso_max_segs":65535}""".formatted(i, hex(i), i % 2 == 0 ? "\"master\":\"br" + i % 50 + "\"," : "", mac(i), i % 200);
    }

    private static String master(int i) {
        return i % 2 == 0 ? "master br" + i % 50 + " " : "";
    }

    private static String hex(int i) {
        return String.format(Locale.ROOT, "%08x", i * 2654435761L & 0xffffffffL);
    }

    private static String mac(int i) {
        return String.format(
                Locale.ROOT, "0a:58:%02x:%02x:%02x:%02x", i >> 24 & 255, i >> 16 & 255, i >> 8 & 255, i & 255);
    }

    private static Observation observed(Command command, List<String> lines) {
        List<Line> numbered = IntStream.range(0, lines.size())
                .mapToObj(i -> new Line(i + 2, lines.get(i)))
                .toList();
        return new Observation(
                "made",
                "",
                Vantage.of(Scope.node("worker-0"), Standing.STATED),
                command,
                "",
                Filter.NONE,
                new Line(1, command.line()),
                numbered);
    }
}
