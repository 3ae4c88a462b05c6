package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One object as {@code oc describe} prints it: sections that begin in the first column, with what is indented below.
 *
 * @param sections the lines of each section by its title, its own line first
 */
record Description(Map<String, List<Line>> sections) {

    private static final Pattern TITLE = Pattern.compile("([A-Z][A-Za-z ()-]*+):.*");

    /** The objects of an output; each begins with its name. */
    static List<Description> of(List<Line> lines) {
        List<Description> objects = new ArrayList<>();
        List<Line> section = new ArrayList<>();
        for (Line line : lines) {
            Matcher title = TITLE.matcher(line.text());
            if (title.matches()) {
                if (title.group(1).equals("Name")) {
                    objects.add(new Description(new LinkedHashMap<>()));
                }
                section = new ArrayList<>();
                if (!objects.isEmpty()) {
                    objects.getLast().sections().putIfAbsent(title.group(1), section);
                }
                section.add(line);
            } else if (line.text().startsWith(" ")) {
                section.add(line);
            }
        }
        return objects;
    }

    List<Line> section(String title) {
        return sections.getOrDefault(title, List.of());
    }

    /** The text behind a title; empty where there is none or where it is a placeholder. */
    String value(String title) {
        List<Line> lines = section(title);
        return lines.isEmpty() ? "" : behindColon(lines.getFirst().text());
    }

    /** The text behind the title of a line one level below a section. */
    String value(String title, String below) {
        return section(title).stream()
                .map(Line::text)
                .filter(text -> text.startsWith("  " + below + ":"))
                .map(Description::behindColon)
                .findFirst()
                .orElse("");
    }

    /** {@code key=value} of the labels. */
    List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (Line line : section("Labels")) {
            String text = line.text();
            String pair = text.startsWith("Labels:") ? behindColon(text) : text.strip();
            if (pair.indexOf('=') > 0) {
                labels.add(pair);
            }
        }
        return labels;
    }

    /** The lines of one annotation, its key's line first: the value stands behind the key, or indented below it. */
    List<Line> annotation(String key) {
        List<Line> lines = section("Annotations");
        List<Line> found = new ArrayList<>();
        int indent = lines.isEmpty() ? 0 : indentBehind(lines.getFirst().text(), "Annotations:".length());
        for (Line line : lines) {
            boolean first = line.equals(lines.getFirst());
            boolean entry = first || indentBehind(line.text(), 0) == indent;
            if (entry && !found.isEmpty()) {
                return found;
            }
            boolean wanted = entry
                    && line.text().length() > indent
                    && line.text().substring(indent).startsWith(key + ":");
            if (wanted || !found.isEmpty()) {
                found.add(line);
            }
        }
        return found;
    }

    private static int indentBehind(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static String behindColon(String text) {
        String value = text.substring(text.indexOf(':') + 1).strip();
        return value.startsWith("<") && value.endsWith(">") ? "" : value;
    }
}
