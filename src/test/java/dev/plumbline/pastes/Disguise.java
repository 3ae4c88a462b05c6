package dev.plumbline.pastes;

import java.util.ArrayList;
import java.util.List;

/** The forms in which terminal text travels. */
final class Disguise {

    private static final List<String> WORDS = List.of(
            "Then I looked at the next place:",
            "This is what it says there.",
            "And here is the rest, sorry for the length.",
            "The output of the other side follows.",
            "### Next step");

    private Disguise() {}

    static List<String> of(List<List<String>> sections, Choices choices) {
        int form = choices.below(10);
        List<List<String>> files = form == 0
                ? split(sections, choices)
                : List.of(sections.stream().flatMap(List::stream).toList());
        if (form == 1 || form == 2) {
            files = List.of(fenced(sections, choices));
        }
        boolean quoted = form == 3;
        boolean coloured = form == 4;
        String end = choices.chance(12) ? "\r\n" : "\n";
        return files.stream()
                .map(lines -> {
                    StringBuilder text = new StringBuilder();
                    for (String line : lines) {
                        text.append(quoted ? "> " : "")
                                .append(coloured ? colour(line) : line)
                                .append(end);
                    }
                    return text.toString();
                })
                .toList();
    }

    private static List<List<String>> split(List<List<String>> sections, Choices choices) {
        List<List<String>> files = new ArrayList<>();
        for (List<String> section : sections) {
            if (files.isEmpty() || choices.chance(40)) {
                files.add(new ArrayList<>());
            }
            files.getLast().addAll(section);
        }
        return files;
    }

    private static List<String> fenced(List<List<String>> sections, Choices choices) {
        List<String> lines = new ArrayList<>();
        for (List<String> section : sections) {
            lines.add(choices.of(WORDS));
            lines.add("");
            lines.add(choices.of("```", "```console", "```bash", "~~~"));
            String fence = lines.getLast().startsWith("~") ? "~~~" : "```";
            lines.addAll(section);
            lines.add(fence);
            lines.add("");
        }
        return lines;
    }

    /** A coloured prompt, as bash on many hosts shows it, after a title for the window. */
    private static String colour(String line) {
        int end = Math.max(line.indexOf("# "), line.indexOf("$ "));
        boolean prompt = end > 0 && end < 40 && line.matches("[\\[(a-z].*");
        return prompt
                ? "\u001b]0;" + line.substring(0, end) + "\u0007\u001b[01;32m" + line.substring(0, end + 1)
                        + "\u001b[00m" + line.substring(end + 1)
                : line;
    }
}
