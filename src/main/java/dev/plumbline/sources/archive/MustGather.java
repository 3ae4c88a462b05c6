package dev.plumbline.sources.archive;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The file names of KubeVirt's must-gather, and its files that hold more than one output. */
final class MustGather {

    /** How such a file is divided. */
    enum Form {
        /** {@code ip a}, appended to the file at every run. */
        LISTINGS,
        /** Titles between two lines of {@code #}. */
        BANNERS,
        /** The ruleset of nft, or banners with iptables' tables where nft is missing. */
        RULES
    }

    /** @param argv the command; empty where the title is not known */
    record Part(String title, List<String> argv, List<Line> lines) {}

    private static final Map<String, List<String>> NODE_FILES = Map.of(
            "bridge", List.of("ip", "-o", "link", "show", "type", "bridge"),
            "vlan", List.of("bridge", "-j", "vlan", "show"));
    private static final Map<String, List<String>> TITLES = Map.of(
            "bridge link show:", List.of("bridge", "link", "show"),
            "bridge fdb show:", List.of("bridge", "fdb", "show"),
            "bridge vlan show:", List.of("bridge", "vlan", "show"),
            "brctl show:", List.of("brctl", "show"),
            "filter table:", List.of("iptables", "-t", "filter", "-L"),
            "nat table:", List.of("iptables", "-t", "nat", "-L"));

    private MustGather() {}

    /** Of a file directly below {@code nodes/NODE/}. */
    static Optional<Meaning> ofNode(Scope node, String name) {
        if (name.equals("ip.txt")) {
            return Optional.of(new Meaning.Several(node, Form.LISTINGS));
        }
        return Optional.ofNullable(NODE_FILES.get(name)).map(argv -> new Meaning.Output(node, argv));
    }

    /** Of a file directly below {@code namespaces/NS/vms/VM/}: {@code POD.dumpxml.xml} and its like. */
    static Optional<Meaning> ofVm(String namespace, String vm, String name) {
        return pod(name, ".dumpxml.xml")
                .or(() -> pod(name, ".list.txt"))
                .or(() -> pod(name, ".ip.txt"))
                .or(() -> pod(name, ".bridge.txt"))
                .or(() -> pod(name, ".ruletables.txt"))
                .map(pod -> {
                    Scope scope = Scope.pod(namespace, pod);
                    return switch (name.substring(pod.length() + 1)) {
                        case "dumpxml.xml" ->
                            new Meaning.Output(scope, List.of("virsh", "dumpxml", namespace + "_" + vm));
                        case "list.txt" -> new Meaning.Output(scope, List.of("virsh", "list"));
                        case "ip.txt" -> new Meaning.Several(scope, Form.LISTINGS);
                        case "bridge.txt" -> new Meaning.Several(scope, Form.BANNERS);
                        default -> new Meaning.Several(scope, Form.RULES);
                    };
                });
    }

    private static Optional<String> pod(String name, String ending) {
        return name.endsWith(ending) && name.length() > ending.length()
                ? Optional.of(name.substring(0, name.length() - ending.length()))
                : Optional.empty();
    }

    static List<Part> divide(Form form, List<Line> lines) {
        return switch (form) {
            case LISTINGS -> listings(lines);
            case BANNERS -> banners(lines);
            case RULES ->
                lines.stream().anyMatch(MustGather::isRule)
                        ? banners(lines)
                        : List.of(new Part("ruleset", List.of("nft", "list", "ruleset"), lines));
        };
    }

    /** Loopback is interface 1 of every namespace and comes first: there another listing begins. */
    private static List<Part> listings(List<Line> lines) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).text().startsWith("1: lo:")) {
                parts.add(new Part("ip a", List.of("ip", "a"), lines.subList(from, i)));
                from = i;
            }
        }
        return parts;
    }

    private static List<Part> banners(List<Line> lines) {
        Map<Integer, String> titles = new LinkedHashMap<>();
        for (int i = 1; i + 1 < lines.size(); i++) {
            if (isRule(lines.get(i - 1)) && isRule(lines.get(i + 1)) && !isRule(lines.get(i))) {
                titles.put(i, lines.get(i).text().strip());
            }
        }
        List<Integer> rows = List.copyOf(titles.keySet());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int end = i + 1 < rows.size() ? rows.get(i + 1) - 1 : lines.size();
            String title = titles.getOrDefault(rows.get(i), "");
            List<String> argv = TITLES.getOrDefault(title.toLowerCase(Locale.ROOT), List.of());
            parts.add(new Part(title, argv, lines.subList(Math.min(rows.get(i) + 2, end), end)));
        }
        return parts;
    }

    /** A line of nothing but {@code #}, as the script frames its titles with. */
    private static boolean isRule(Line line) {
        String text = line.text().strip();
        return text.length() >= 4 && text.chars().allMatch(c -> c == '#');
    }
}
