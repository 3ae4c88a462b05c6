package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows without their header ({@code --no-headers}, or a {@code grep} that left it behind): read only where the shapes
 * of all cells leave no doubt which column is which.
 */
final class Headerless {

    private static final String AGE = "(?:[0-9]++[smhdy])++";
    private static final String IP = "(?<ip>[0-9]++\\.[0-9.]++|[0-9a-f]*+:[0-9a-f:]++)";

    private static final String BARE = "(?<name>\\S++) ++";
    private static final String IN_NAMESPACE = "(?<namespace>\\S++) ++(?<name>\\S++) ++";

    private static final String POD =
            "[0-9]++/[0-9]++ ++(?<status>[A-Z]\\S*+) ++[0-9]++(?: \\([0-9a-z]++ ago\\))?+ ++" + AGE;
    private static final String POD_WIDE =
            " ++(?:" + IP + "|<none>) ++(?<node>[^\\s<]\\S*+) ++(?:<none>|\\S++) ++(?:<none>|[0-9]++/[0-9]++)\\s*+";
    private static final String INSTANCE =
            AGE + " ++(?<phase>[A-Z][a-zA-Z]++) ++" + IP + " ++(?<node>\\S++) ++(?:True|False)\\s*+";

    private Headerless() {}

    static Table.Listing read(List<Line> lines, Kubectl command) {
        Optional<Pattern> shape = command.targets().only().flatMap(resource -> shape(resource, command));
        List<Table.Row> rows = new ArrayList<>();
        shape.ifPresent(pattern -> lines.forEach(line -> {
            Matcher matcher = pattern.matcher(line.text());
            if (matcher.matches()) {
                rows.add(new Table.Row(line, cells(matcher)));
            }
        }));
        long listed = lines.stream().filter(line -> !line.text().isBlank()).count();
        return new Table.Listing(rows, rows.size() == listed);
    }

    private static Optional<Pattern> shape(Resource resource, Kubectl command) {
        String name = command.allNamespaces() ? IN_NAMESPACE : BARE;
        boolean wide = command.output().equals("wide");
        boolean more = command.has("show-labels") || command.has("label-columns");
        if (more) {
            return Optional.empty();
        }
        return switch (resource) {
            case POD -> Optional.of(Pattern.compile(name + POD + (wide ? POD_WIDE : "\\s*+")));
            case INSTANCE -> wide ? Optional.empty() : Optional.of(Pattern.compile(name + INSTANCE));
            case NETWORK_DEFINITION -> Optional.of(Pattern.compile(name + AGE + "\\s*+"));
            default -> Optional.empty();
        };
    }

    private static Map<String, String> cells(Matcher matcher) {
        Map<String, String> cells = new HashMap<>();
        Map<String, String> titles = Map.of(
                "namespace",
                "NAMESPACE",
                "name",
                "NAME",
                "ip",
                "IP",
                "node",
                "NODE",
                "status",
                "STATUS",
                "phase",
                "PHASE");
        for (String group : matcher.namedGroups().keySet()) {
            String text = matcher.group(group);
            if (text != null) {
                cells.put(titles.getOrDefault(group, group), text);
            }
        }
        if (cells.containsKey("PHASE") && cells.containsKey("NODE")) {
            cells.put("NODENAME", cells.get("NODE"));
        }
        return cells;
    }
}
