package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts terminal text at its prompts, and tells human text from outputs. */
final class Segmenter {

    private static final Pattern CLIENT = Pattern.compile(
            "(?:oc|kubectl|virtctl)(?: -n \\S{1,63})? (?:get|debug|rsh|exec|describe|project|ssh|console) \\S"
                    + "|ssh (?:-\\S{1,20} ){0,3}\\S{1,64}@\\S");

    /** Programs whose outputs hold no line that begins with {@code #}, and such as print whatever a file holds. */
    private static final Pattern STRUCTURED = Pattern.compile(
            "\\b(?:ip|bridge|virsh|brctl|ovs-[a-z]{3,9}|(?:oc|kubectl)(?: -n \\S{1,63})? (?:get|describe)"
                    + "|iptables|ethtool|nmcli|ifconfig)\\s");

    private static final Pattern LOOSE =
            Pattern.compile("\\b(?:cat|less|more|head|tail|sed|awk|history|man|logs|jq|yaml)\\b|-h\\b|help");

    private final List<Segment> segments = new ArrayList<>();
    private final Set<String> bareSeen = new HashSet<>();
    private final List<Line> output = new ArrayList<>();
    private Optional<Segment.Typed> typed = Optional.empty();
    private String lead = "";
    private boolean afterBlank;
    private int part;

    private Segmenter() {}

    static List<Segment> cut(List<Region> regions) {
        Segmenter segmenter = new Segmenter();
        for (Region region : regions) {
            if (region.terminal()) {
                segmenter.terminal(region);
            } else {
                segmenter.human(region.lines());
            }
        }
        return List.copyOf(segmenter.segments);
    }

    private void human(List<Line> lines) {
        List<Line> written =
                trimmed(lines.stream().filter(line -> !Noise.isLogFrame(line)).toList());
        if (!written.isEmpty()) {
            segments.add(new Segment.Human(written));
            lead = written.getLast().text();
        }
    }

    private void terminal(Region region) {
        part++;
        List<Line> lines = region.lines();
        boolean head = true;
        for (int i = 0; i < lines.size(); ) {
            Line line = lines.get(i);
            Optional<Glued> glued = glued(line);
            glued.ifPresent(one -> output.add(one.output()));
            Line asked = glued.map(Glued::prompt).orElse(line);
            Optional<Prompt> prompt =
                    prompt(asked, head, i + 1 < lines.size() ? lines.get(i + 1).text() : "");
            if (prompt.isPresent()) {
                flush(true, region.fenced());
                TypedCommand command = TypedCommand.read(prompt.get(), asked, lines, i);
                if (prompt.get().bare()) {
                    bareSeen.add(prompt.get().key());
                }
                typed = Optional.of(new Segment.Typed(
                        prompt.get(),
                        command.text(),
                        line,
                        command.last().number(),
                        List.of(),
                        false,
                        true,
                        part,
                        lead));
                lead = "";
                i += command.lines();
            } else {
                output.add(line);
                i++;
            }
            head = false;
            afterBlank = line.text().isBlank();
        }
        flush(false, region.fenced());
    }

    /** Ends the command before; lines without a command are the rest of an earlier output, or a human's. */
    private void flush(boolean closed, boolean fenced) {
        List<Line> lines = List.copyOf(output);
        output.clear();
        if (typed.isEmpty()) {
            orphans(lines, fenced);
            return;
        }
        Segment.Typed command = typed.get();
        typed = Optional.empty();
        int end = fenced ? HumanText.nextHost(lines) : HumanText.outputEnd(lines);
        List<Line> human = trimmed(lines.subList(end, lines.size()));
        segments.add(command.withOutput(
                trimmedEnd(lines.subList(0, end)), closed && human.isEmpty(), HumanText.isAllHuman(human)));
        if (!human.isEmpty()) {
            human(human);
            part++;
        }
    }

    private void orphans(List<Line> lines, boolean fenced) {
        List<Line> rest = trimmedEnd(lines);
        if (rest.stream().allMatch(line -> line.text().isBlank())) {
            return;
        }
        boolean continues = fenced && continuesLast();
        if (continues) {
            while (segments.getLast() instanceof Segment.Human) {
                segments.removeLast();
            }
            Segment.Typed last = (Segment.Typed) segments.removeLast();
            List<Line> joined = new ArrayList<>(last.output());
            joined.addAll(rest);
            segments.add(last.withOutput(List.copyOf(joined), false, last.whole()));
        } else {
            human(rest);
        }
    }

    /** A block without a prompt goes on with the output before it: nothing stands between, or the word "Output". */
    private boolean continuesLast() {
        if (segments.isEmpty()) {
            return false;
        }
        if (segments.getLast() instanceof Segment.Typed) {
            return true;
        }
        boolean named = segments.getLast() instanceof Segment.Human human
                && human.lines().size() == 1
                && human.lines()
                        .getFirst()
                        .text()
                        .strip()
                        .matches("(?i)[.*_#> ]{0,4}(example |sample )?output[:.*_]{0,4}");
        return named
                && segments.size() > 1
                && segments.get(segments.size() - 2) instanceof Segment.Typed before
                && before.output().isEmpty();
    }

    private record Glued(Line output, Line prompt) {}

    /** A prompt right behind an output that had no line end. */
    private Optional<Glued> glued(Line line) {
        String text = typed.map(command -> command.prompt().text()).orElse("");
        boolean bare = typed.map(command -> command.prompt().bare()).orElse(false);
        if (text.strip().length() < 5 && !(bare && text.startsWith("$ "))) {
            return Optional.empty();
        }
        int at = line.text().indexOf(text, 1);
        if (bare && at > 0 && !Programs.isCommand(line.text().substring(at + text.length()), "#")) {
            return Optional.empty();
        }
        if (at <= 0
                || line.text().startsWith(text)
                || Prompts.clear(line.text()).isPresent()
                || Character.isWhitespace(line.text().charAt(at - 1))) {
            return Optional.empty();
        }
        return Optional.of(new Glued(
                new Line(line.number(), line.text().substring(0, at)),
                new Line(line.number(), line.text().substring(at))));
    }

    private Optional<Prompt> prompt(Line line, boolean head, String next) {
        Optional<Prompt> clear = Prompts.clear(line.text());
        if (clear.isPresent()) {
            return clear;
        }
        return Prompts.bare(line.text()).filter(prompt -> isPrompt(prompt, line.text(), head, next));
    }

    /** Whether a bare sign is a prompt here: by the command behind it and by the shells before. */
    private boolean isPrompt(Prompt prompt, String text, boolean head, String next) {
        String rest = text.substring(prompt.text().length());
        boolean seen = bareSeen.contains(prompt.key());
        boolean free =
                head || seen || afterBlank || typed.map(Segmenter::changesShell).orElse(true);
        if (rest.isBlank()) {
            return seen && (next.isEmpty() || Prompts.looksLikePrompt(next));
        }
        Optional<Prompt> again = Prompts.bare(rest).filter(one -> one.key().equals(prompt.key()));
        if (again.isPresent()) {
            return seen || Programs.isCommand(rest.substring(again.get().text().length()), prompt.key());
        }
        if (Programs.isCommand(rest, prompt.key())) {
            return free
                    || !prompt.key().equals("#")
                    || typed.filter(one -> mayInterrupt(one, rest)).isPresent();
        }
        return prompt.key().equals("$") && (seen || head) && Programs.isPlausible(rest);
    }

    /** Whether {@code #} and this command end that output, and are no remark in it. */
    private static boolean mayInterrupt(Segment.Typed command, String rest) {
        String asked = command.command().length() > 400 ? "" : command.command();
        boolean structured =
                STRUCTURED.matcher(asked).find() && !LOOSE.matcher(asked).find();
        // where the shells name their hosts a remark taken for a prompt can mislead none of them
        return structured
                || command.prompt().namesHost() && CLIENT.matcher(rest).lookingAt();
    }

    private static boolean changesShell(Segment.Typed command) {
        return command.prompt().bare()
                || command.command()
                        .matches("(?s)\\s*(exit|logout|oc|kubectl|virtctl|ssh|sudo|su|bash|sh|chroot|nsenter)\\b.*");
    }

    private static List<Line> trimmed(List<Line> lines) {
        int from = 0;
        while (from < lines.size() && lines.get(from).text().isBlank()) {
            from++;
        }
        return trimmedEnd(lines.subList(from, lines.size()));
    }

    private static List<Line> trimmedEnd(List<Line> lines) {
        int to = lines.size();
        while (to > 0 && lines.get(to - 1).text().isBlank()) {
            to--;
        }
        return List.copyOf(lines.subList(0, to));
    }
}
