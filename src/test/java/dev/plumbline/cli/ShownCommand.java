package dev.plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command behind a prompt in a document, and the output that the document shows.
 *
 * @param line 1-based line of the command on its page
 * @param command without the prompt
 * @param output as shown; a line {@value #LEFT_OUT} stands for any lines left out
 */
record ShownCommand(int line, String command, List<String> output) {

    static final String LEFT_OUT = "...";

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    ShownCommand {
        output = List.copyOf(output);
    }

    List<String> words() {
        return WORD.matcher(command)
                .results()
                .map(word -> Stream.of(1, 2, 3)
                        .map(word::group)
                        .filter(group -> group != null)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** Whether a run that printed {@code real} is truly shown. */
    boolean shows(List<String> real) {
        return refreshed(real).equals(output);
    }

    /** The shown output made true: as long as before, with the same lines left out as far as the run still has their like. */
    List<String> refreshed(List<String> real) {
        List<List<String>> parts = parts();
        if (parts.size() == 1) {
            return real;
        }
        List<String> fresh =
                new ArrayList<>(real.subList(0, Math.min(parts.getFirst().size(), real.size())));
        int from = fresh.size();
        int last = Math.max(from, real.size() - parts.getLast().size());
        for (List<String> part : parts.subList(1, parts.size() - 1)) {
            int at = place(part, real.subList(from, last)) + from;
            int end = Math.min(at + part.size(), last);
            fresh.add(LEFT_OUT);
            fresh.addAll(real.subList(at, end));
            from = end;
        }
        fresh.add(LEFT_OUT);
        fresh.addAll(real.subList(last, real.size()));
        return fresh;
    }

    /** What stands before, between and behind the marks. */
    private List<List<String>> parts() {
        List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        for (String shown : output) {
            if (shown.equals(LEFT_OUT)) {
                parts.add(new ArrayList<>());
            } else {
                parts.getLast().add(shown);
            }
        }
        return parts;
    }

    /** Where the part stands in the output; where it does not stand there any more, the line most like its first. */
    private static int place(List<String> part, List<String> real) {
        if (part.isEmpty()) {
            return 0;
        }
        int best = 0;
        int alike = -1;
        for (int i = 0; i < real.size(); i++) {
            int end = Math.min(i + part.size(), real.size());
            if (real.subList(i, end).equals(part)) {
                return i;
            }
            int common = common(real.get(i), part.getFirst());
            if (common > alike) {
                best = i;
                alike = common;
            }
        }
        return best;
    }

    private static int common(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }

    @Override
    public String toString() {
        return "line " + line + ": " + command;
    }
}
