package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Line;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Tells what a human wrote under an output from the output. When in doubt it is output. */
final class HumanText {

    private static final Pattern MAPPING =
            Pattern.compile("^\\s*\\S{1,80}+\\s+(?:--|->|-->|=>|<->|<-->|==|maps to)\\s+\\S.{0,200}$");
    private static final Pattern START = Pattern.compile("^(?:[A-Z*]|\\d{1,2}[.)] |- [A-Za-z]).*", Pattern.DOTALL);
    private static final Pattern MACHINE = Pattern.compile(
            "^(?:Error|error|Warning|WARNING|Unable|Cannot|Failed|Device|Usage|Settings|Connection|No |Not "
                    + "|Last login).*",
            Pattern.DOTALL);
    private static final Pattern WORD =
            Pattern.compile("[(\"'`*_]{0,3}[A-Za-z][A-Za-z'’/-]*[)\"'`*_]{0,3}[.,:;!?]{0,2}");

    /** {@code worker-1:} alone on its line. Keys of YAML at the margin have no digit, names of folders have slashes. */
    private static final Pattern HOST = Pattern.compile("^[A-Za-z][\\w.-]{0,80}+:\\s{0,3}$");

    private HumanText() {}

    /** Where another machine's name stands over lines of its own; the number of lines before it. */
    static int nextHost(List<Line> lines) {
        for (int i = 1; i + 1 < lines.size(); i++) {
            boolean apart =
                    lines.get(i - 1).text().isBlank() || lines.get(i + 1).text().startsWith("1: lo");
            if (apart && isHost(lines.get(i).text())) {
                return i;
            }
        }
        return lines.size();
    }

    private static boolean isHost(String text) {
        return text.length() < 90
                && HOST.matcher(text).matches()
                && text.chars().anyMatch(Character::isDigit);
    }

    /**
     * Where human text begins in an output: behind a blank line, or right at its end as a heading of what follows.
     *
     * @return the number of lines that are output
     */
    static int outputEnd(List<Line> lines) {
        int host = nextHost(lines);
        if (host < lines.size()) {
            return Math.min(host, outputEnd(lines.subList(0, host)));
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i - 1).text().isBlank() && !Noise.is(lines.get(i)) && isParagraph(lines, i)) {
                return i;
            }
        }
        int last = lines.size() - 1;
        boolean heading = last >= 0
                && lines.get(last).text().endsWith(":")
                && lines.get(last).text().split("\\s+", 5).length >= 5
                && isSentence(lines.get(last).text(), lines.get(last).text());
        return heading ? last : lines.size();
    }

    /** Whether every paragraph looks written by a human. */
    static boolean isAllHuman(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            boolean begins = !lines.get(i).text().isBlank()
                    && (i == 0 || lines.get(i - 1).text().isBlank());
            if (begins && !isParagraph(lines, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isParagraph(List<Line> lines, int from) {
        int to = from;
        boolean mapping = true;
        while (to < lines.size() && !lines.get(to).text().isBlank()) {
            mapping &= MAPPING.matcher(clipped(lines.get(to).text())).matches();
            to++;
        }
        return to > from
                && (mapping
                        || isSentence(
                                clipped(lines.get(from).text()),
                                clipped(lines.get(to - 1).text())));
    }

    private static String clipped(String text) {
        return text.length() > 400 ? text.substring(0, 400) : text;
    }

    /** A paragraph begins like a sentence, is made of words, and ends like one. */
    private static boolean isSentence(String firstLine, String lastLine) {
        String end = lastLine.stripTrailing();
        if (!START.matcher(firstLine).matches() || MACHINE.matcher(firstLine).matches() || end.isEmpty()) {
            return false;
        }
        if (end.endsWith("...") || ".:!?".indexOf(end.charAt(end.length() - 1)) < 0) {
            return false;
        }
        String[] words = firstLine.strip().split("\\s+");
        long plain = Arrays.stream(words)
                .filter(word -> WORD.matcher(word).matches())
                .count();
        return words.length >= 4 && plain * 10 >= words.length * 6L;
    }
}
