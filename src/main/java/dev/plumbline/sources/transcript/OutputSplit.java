package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Scope;
import dev.plumbline.sources.shell.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Cuts the joint output of several commands, if their bounds are certain: an echo, {@code 1: lo:}, a JSON document. */
final class OutputSplit {

    private static final Set<String> ONE_LINE =
            Set.of("hostname", "whoami", "date", "pwd", "nproc", "uname", "uptime", "id");

    private static final Set<String> SHOW = Set.of("show", "list", "ls", "sh", "s", "lst");

    private final List<Asked> asked;
    private final List<Line> lines;

    private OutputSplit(List<Asked> asked, List<Line> lines) {
        this.asked = asked;
        this.lines = lines;
    }

    /**
     * @param asked what printed, in order
     * @return the lines of each; empty where the bounds are not certain
     */
    static Optional<List<List<Line>>> of(List<Asked> asked, List<Line> lines) {
        if (asked.size() == 1) {
            return Optional.of(List.of(lines));
        }
        return new OutputSplit(asked, lines).split();
    }

    /** Whether such a command never prints nothing: then nothing was pasted. */
    static boolean alwaysPrints(Asked.Prints prints) {
        boolean whole = prints.filter() instanceof Filter.None;
        boolean client = prints.scope().is(Scope.Kind.CLUSTER)
                || prints.command().program().equals("virsh");
        return whole && (client || !head(prints).isEmpty());
    }

    private Optional<List<List<Line>>> split() {
        List<Integer> starts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < asked.size(); i++) {
            int start = start(i, from, starts);
            if (start < from || i == 0 && start != 0) {
                return Optional.empty();
            }
            starts.add(start);
            from = fixedLength(asked.get(i))
                    ? start + 1
                    : start + (anchor(asked.get(i)).isPresent() ? 1 : 0);
        }
        for (Asked one : asked) {
            if (anchor(one).isPresent() && count(anchor(one).get()) != peers(one)) {
                return Optional.empty();
            }
        }
        starts.add(lines.size());
        return parts(starts);
    }

    private Optional<List<List<Line>>> parts(List<Integer> starts) {
        List<List<Line>> parts = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            int from = starts.get(i);
            int to = starts.get(i + 1);
            if (to < from || fixedLength(asked.get(i)) && to - from != 1) {
                return Optional.empty();
            }
            parts.add(List.copyOf(lines.subList(from, to)));
        }
        return Optional.of(parts);
    }

    /** Where the output of the i-th begins; -1 if that is not certain. */
    private int start(int i, int from, List<Integer> starts) {
        Optional<Predicate<String>> anchor = anchor(asked.get(i));
        if (anchor.isPresent()) {
            return next(anchor.get(), from);
        }
        if (i == 0) {
            return 0;
        }
        if (fixedLength(asked.get(i - 1))) {
            return starts.get(i - 1) + 1;
        }
        // one line right before the next certain beginning
        boolean known = fixedLength(asked.get(i))
                && i + 1 < asked.size()
                && anchor(asked.get(i + 1)).isPresent();
        int following = known ? next(anchor(asked.get(i + 1)).get(), from) : -1;
        return following - 1 > starts.get(i - 1) ? following - 1 : -1;
    }

    private int next(Predicate<String> anchor, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (anchor.test(lines.get(i).text())) {
                return i;
            }
        }
        return -1;
    }

    private long count(Predicate<String> anchor) {
        return lines.stream().filter(line -> anchor.test(line.text())).count();
    }

    /** How many of the commands begin alike. */
    private long peers(Asked one) {
        return asked.stream().filter(other -> kind(other).equals(kind(one))).count();
    }

    private static boolean fixedLength(Asked one) {
        return one instanceof Asked.Says
                || one instanceof Asked.Prints prints
                        && ONE_LINE.contains(prints.command().program());
    }

    private static String kind(Asked one) {
        return switch (one) {
            case Asked.Says says -> "says " + says.text();
            case Asked.Prints prints -> head(prints);
            default -> "";
        };
    }

    private static Optional<Predicate<String>> anchor(Asked one) {
        return switch (kind(one)) {
            case "" -> Optional.empty();
            case "lo" -> Optional.of(text -> text.startsWith("1: lo: "));
            case "json" -> Optional.of(text -> text.startsWith("[") || text.startsWith("{"));
            case "yaml" -> Optional.of(text -> text.startsWith("apiVersion: "));
            default -> Optional.of(text -> text.equals(((Asked.Says) one).text()));
        };
    }

    /** What the first line of an unfiltered output of this command always is. */
    private static String head(Asked.Prints prints) {
        Command command = prints.command();
        if (!(prints.filter() instanceof Filter.None)) {
            return "";
        }
        List<String> operands = command.operands();
        boolean json = command.has("-j")
                || command.has("-json")
                || command.has("--json")
                || command.option("-o").equals("json");
        if (json) {
            return "json";
        }
        if (command.option("-o").equals("yaml")) {
            return "yaml";
        }
        boolean all = listsLinks(command)
                && IntStream.range(1, operands.size()).allMatch(i -> SHOW.contains(operands.get(i)))
                && !command.has("-4")
                && !command.has("-6");
        return all ? "lo" : "";
    }

    /** {@code ip addr} or {@code ip link} in the form that begins each link with its index and indents the rest. */
    static boolean listsLinks(Command command) {
        List<String> operands = command.operands();
        if (!command.program().equals("ip") || operands.isEmpty()) {
            return false;
        }
        String object = operands.getFirst();
        boolean listing = "address".startsWith(object) || "addresses".equals(object) || "link".startsWith(object);
        return listing
                && command.arguments().stream()
                        .noneMatch(word -> word.matches("-(j|json|br|brief|o|oneline|p|pretty|jp|pj|c)"));
    }
}
