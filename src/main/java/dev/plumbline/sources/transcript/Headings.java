package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.sources.shell.Asked;
import dev.plumbline.sources.shell.Seat;
import dev.plumbline.sources.shell.ShellCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text without a single prompt, in which commands stand as headings over their outputs ({@code oc get vmi:}). Only
 * commands that name their place themselves are taken: whose shell the others were typed into, nothing tells.
 */
final class Headings {

    private static final Prompt NONE = new Prompt("heading", "", "", true, "");

    /** A command with what people put around one: bullets, numbers, asterisks, backticks, a colon. */
    private static final Pattern FORM = Pattern.compile("^\\s{0,12}(?:#{1,6} |[-*+] |\\d{1,2}[.)] |>{1,3} )?[*_`]{0,4}"
            + "((?:oc|kubectl|omc|omg|ssh) [^`]{3,400}?)[`*_]{0,4}:?[`*_]{0,4}\\s*$");

    private Headings() {}

    /** The segments; none where the text has prompts or no such heading. */
    static List<Segment> cut(List<Region> regions) {
        List<Line> lines =
                regions.stream().flatMap(region -> region.lines().stream()).toList();
        boolean prompts = lines.stream()
                .anyMatch(line -> Prompts.looksLikePrompt(line.text().stripLeading()));
        if (prompts || lines.stream().noneMatch(line -> command(line).isPresent())) {
            return List.of();
        }
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = from + 1;
            while (to < lines.size() && command(lines.get(to)).isEmpty()) {
                to++;
            }
            add(segments, lines.subList(from, to));
            from = to;
        }
        return segments;
    }

    private static void add(List<Segment> segments, List<Line> lines) {
        Line head = lines.getFirst();
        Optional<String> command = command(head);
        List<Line> under = trimmed(command.isPresent() ? lines.subList(1, lines.size()) : lines);
        if (command.isEmpty()) {
            human(segments, under);
            return;
        }
        int end = HumanText.isAllHuman(under) ? 0 : firstBlank(under.subList(0, HumanText.outputEnd(under)));
        // no prompt ends the output: what stands behind a blank line may be another's, and none is taken for whole
        segments.add(new Segment.Typed(
                NONE, command.get(), head, head.number(), trimmed(under.subList(0, end)), false, false, 1, ""));
        human(segments, trimmed(under.subList(end, under.size())));
    }

    private static int firstBlank(List<Line> lines) {
        int at = 0;
        while (at < lines.size() && !lines.get(at).text().isBlank()) {
            at++;
        }
        return at;
    }

    private static void human(List<Segment> segments, List<Line> lines) {
        if (!lines.isEmpty()) {
            segments.add(new Segment.Human(lines));
        }
    }

    /** The command of a line that is nothing but one. */
    private static Optional<String> command(Line line) {
        if (line.text().length() > 440) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(line.text());
        if (!matcher.matches()
                || !Programs.isCommand(matcher.group(1), "#")
                || matcher.group(1).endsWith(".")) {
            return Optional.empty();
        }
        Seat nowhere = new Seat(Scope.place(""), Standing.ASSUMED, "", "");
        List<Asked> asked = ShellCommands.read(matcher.group(1), nowhere);
        boolean placed = asked.size() == 1
                && asked.getFirst() instanceof Asked.Prints prints
                && !prints.scope().is(Scope.Kind.PLACE);
        return placed ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static List<Line> trimmed(List<Line> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).text().isBlank()) {
            from++;
        }
        while (to > from && lines.get(to - 1).text().isBlank()) {
            to--;
        }
        return List.copyOf(lines.subList(from, to));
    }
}
