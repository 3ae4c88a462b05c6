package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells code from prose by fences, or by indentation where there are none. A text without either is one terminal.
 *
 * @param regions in order
 * @param unterminated the line of a fence that is never closed
 */
record Markdown(List<Region> regions, OptionalInt unterminated) {

    private static final Pattern FENCE = Pattern.compile("^([ \\t]{0,12}+)(`{3,}+|~{3,}+)([^`]{0,200}+)$");
    private static final int INDENT = 4;

    static Markdown of(List<Line> text) {
        List<Line> lines = Markup.fenced(text);
        boolean fences = lines.stream().anyMatch(line -> isMarker(line.text()));
        if (!fences) {
            return new Markdown(indented(lines), OptionalInt.empty());
        }
        Markdown fenced = fenced(lines);
        long outside = prompts(fenced.regions, false);
        long inside = prompts(fenced.regions, true);
        // a plain terminal that happened to print a fence
        return outside > inside ? new Markdown(List.of(new Region(text, true, false)), OptionalInt.empty()) : fenced;
    }

    private static long prompts(List<Region> regions, boolean terminal) {
        return regions.stream()
                .filter(region -> region.terminal() == terminal)
                .flatMap(region -> region.lines().stream())
                .filter(line -> terminal
                        ? Prompts.looksLikePrompt(line.text())
                        : Prompts.clear(line.text()).isPresent())
                .count();
    }

    private static Markdown fenced(List<Line> lines) {
        List<Region> regions = new ArrayList<>();
        List<Line> current = new ArrayList<>();
        String fence = "";
        int indent = 0;
        int opened = 0;
        for (Line line : lines) {
            Matcher matcher = FENCE.matcher(isMarker(line.text()) ? line.text() : "");
            boolean marker = matcher.matches();
            if (fence.isEmpty() && marker) {
                add(regions, current, false);
                fence = matcher.group(2);
                indent = matcher.group(1).length();
                opened = line.number();
            } else if (!fence.isEmpty() && marker && closes(matcher, fence)) {
                add(regions, current, true);
                fence = "";
            } else {
                current.add(fence.isEmpty() ? line : dedented(line, indent));
            }
        }
        add(regions, current, !fence.isEmpty());
        return new Markdown(regions, fence.isEmpty() ? OptionalInt.empty() : OptionalInt.of(opened));
    }

    private static boolean isMarker(String text) {
        boolean sign = text.startsWith("```", indentOf(text)) || text.startsWith("~~~", indentOf(text));
        return sign && FENCE.matcher(text).matches();
    }

    private static boolean closes(Matcher marker, String fence) {
        return marker.group(2).startsWith(fence) && marker.group(3).isBlank();
    }

    private static void add(List<Region> regions, List<Line> current, boolean terminal) {
        if (!current.isEmpty()) {
            regions.add(new Region(List.copyOf(current), terminal, terminal));
            current.clear();
        }
    }

    private static Line dedented(Line line, int indent) {
        int cut = 0;
        while (cut < indent
                && cut < line.text().length()
                && Character.isWhitespace(line.text().charAt(cut))) {
            cut++;
        }
        return cut == 0 ? line : new Line(line.number(), line.text().substring(cut));
    }

    /** Blocks indented by four or more that begin with a prompt, in a text whose other lines hold none. */
    private static List<Region> indented(List<Line> lines) {
        if (lines.stream().anyMatch(line -> Prompts.looksLikePrompt(line.text()))
                || lines.stream()
                        .noneMatch(line -> isIndented(line)
                                && Prompts.looksLikePrompt(line.text().strip()))) {
            return List.of(new Region(lines, true, false));
        }
        List<Region> regions = new ArrayList<>();
        List<Line> human = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            if (!isIndented(lines.get(i))
                    || !Prompts.looksLikePrompt(lines.get(i).text().strip())) {
                human.add(lines.get(i++));
                continue;
            }
            int from = i;
            while (i < lines.size()
                    && (isIndented(lines.get(i)) || lines.get(i).text().isBlank())) {
                i++;
            }
            int indent = indentOf(lines.get(from).text());
            add(regions, human, false);
            regions.add(new Region(
                    lines.subList(from, i).stream()
                            .map(line -> dedented(line, indent))
                            .toList(),
                    true,
                    true));
        }
        add(regions, human, false);
        return regions;
    }

    private static boolean isIndented(Line line) {
        String text = line.text();
        return !text.isBlank() && (text.charAt(0) == '\t' || indentOf(text) >= INDENT);
    }

    private static int indentOf(String text) {
        int indent = 0;
        while (indent < text.length() && (text.charAt(indent) == ' ' || text.charAt(indent) == '\t')) {
            indent++;
        }
        return indent;
    }
}
