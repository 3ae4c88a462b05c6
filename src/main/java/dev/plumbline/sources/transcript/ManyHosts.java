package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Line;
import dev.plumbline.sources.shell.Asked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the outputs of many hosts apart, each under its host's name. */
final class ManyHosts {

    private static final Pattern ANSIBLE =
            Pattern.compile("^([\\w.-]{1,255}+) \\| (CHANGED|SUCCESS|FAILED|UNREACHABLE)!?"
                    + "(?: \\| rc=(-?\\d{1,5}) >>| => .{0,20000})$");
    private static final Pattern PREFIX = Pattern.compile("^([\\w.-]{1,255}+): (?s)(.*)$");
    private static final Pattern RULE = Pattern.compile("^-{8,200}$");
    private static final Pattern NODE_SET =
            Pattern.compile("([\\w.-]{0,200}?)\\[(\\d{1,4})-(\\d{1,4})\\]([\\w.-]{0,100})");

    private ManyHosts() {}

    /**
     * One host's lines.
     *
     * @param failure why they are not to be used; empty where they are
     * @param complete false where the command failed there, so that something may be missing
     */
    record Block(String host, List<Line> lines, String failure, boolean complete) {}

    static List<Block> read(Asked.Form form, List<Line> lines) {
        return switch (form) {
            case ANSIBLE -> ansible(lines);
            case PREFIXED -> prefixed(lines);
            case FOLDED -> folded(lines);
        };
    }

    private static List<Block> ansible(List<Line> lines) {
        List<Block> blocks = new ArrayList<>();
        String host = "";
        String failure = "";
        boolean complete = true;
        List<Line> body = new ArrayList<>();
        for (Line line : lines) {
            Matcher matcher = ANSIBLE.matcher(line.text().length() > 20_400 ? "" : line.text());
            if (matcher.matches()) {
                if (!host.isEmpty()) {
                    blocks.add(new Block(host, trimmed(body), failure, complete));
                }
                body.clear();
                host = matcher.group(1);
                complete = !matcher.group(2).equals("FAILED");
                failure = matcher.group(2).equals("UNREACHABLE")
                        ? "ansible could not reach the host"
                        : matcher.group(3) == null ? "ansible printed no output" : "";
            } else if (!host.isEmpty() && !line.text().startsWith("[WARNING]")) {
                body.add(line);
            }
        }
        if (!host.isEmpty()) {
            blocks.add(new Block(host, trimmed(body), failure, complete));
        }
        return blocks;
    }

    private static List<Block> prefixed(List<Line> lines) {
        Map<String, List<Line>> byHost = new LinkedHashMap<>();
        for (Line line : lines) {
            Matcher matcher = PREFIX.matcher(line.text());
            if (matcher.matches()
                    && !matcher.group(1).equals("clush")
                    && !matcher.group(1).startsWith("pdsh@")) {
                byHost.computeIfAbsent(matcher.group(1), _ -> new ArrayList<>())
                        .add(new Line(line.number(), matcher.group(2)));
            }
        }
        List<Block> blocks = new ArrayList<>();
        byHost.forEach((host, body) -> blocks.add(new Block(host, List.copyOf(body), "", true)));
        return blocks;
    }

    private static List<Block> folded(List<Line> lines) {
        List<Block> blocks = new ArrayList<>();
        List<String> hosts = List.of();
        List<Line> body = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean head = i + 2 < lines.size() && isRule(lines, i) && isRule(lines, i + 2);
            if (head) {
                add(blocks, hosts, body);
                hosts = nodes(lines.get(i + 1).text().replaceFirst(" \\(\\d{1,5}\\)$", ""));
                i += 2;
            } else {
                body.add(lines.get(i));
            }
        }
        add(blocks, hosts, body);
        return blocks;
    }

    private static boolean isRule(List<Line> lines, int at) {
        return RULE.matcher(lines.get(at).text()).matches();
    }

    private static void add(List<Block> blocks, List<String> hosts, List<Line> body) {
        for (String host : hosts) {
            blocks.add(new Block(host, trimmed(body), "", true));
        }
        body.clear();
    }

    /** {@code a,b}, {@code controller-[0-2]}; a form beyond these names nobody. */
    static List<String> nodes(String set) {
        List<String> hosts = new ArrayList<>();
        Matcher range = NODE_SET.matcher(set);
        if (range.matches() && !range.group(2).matches("0\\d+")) {
            int to = Integer.parseInt(range.group(3));
            for (int i = Integer.parseInt(range.group(2)); i <= to && hosts.size() < 1000; i++) {
                hosts.add(range.group(1) + i + range.group(4));
            }
        } else if (set.matches("[\\w.,-]{1,20000}")) {
            hosts.addAll(List.of(set.split(",")));
        }
        hosts.removeIf(String::isBlank);
        return hosts;
    }

    private static List<Line> trimmed(List<Line> lines) {
        int to = lines.size();
        while (to > 0 && lines.get(to - 1).text().isBlank()) {
            to--;
        }
        return List.copyOf(lines.subList(0, to));
    }
}
