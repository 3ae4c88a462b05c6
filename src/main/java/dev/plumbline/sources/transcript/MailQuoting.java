package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Line;
import java.util.ArrayList;
import java.util.List;

/** Takes {@code > } off quoted mail. A shell's continuation prompt looks the same but stands under a command. */
final class MailQuoting {

    private static final int DEEPEST = 8;

    private MailQuoting() {}

    static List<Line> strip(List<Line> lines) {
        List<Line> now = lines;
        for (int depth = 0; depth < DEEPEST; depth++) {
            List<Line> next = once(now);
            if (next == now) {
                return now;
            }
            now = next;
        }
        return now;
    }

    private static List<Line> once(List<Line> lines) {
        List<Line> out = new ArrayList<>(lines.size());
        boolean changed = false;
        int from = 0;
        while (from < lines.size()) {
            int to = from;
            while (to < lines.size() && !lines.get(to).text().isBlank()) {
                to++;
            }
            List<Line> block = lines.subList(from, to);
            boolean quoted = isQuoted(block);
            changed |= quoted;
            for (Line line : block) {
                out.add(quoted ? new Line(line.number(), unquoted(line.text())) : line);
            }
            if (to < lines.size()) {
                out.add(lines.get(to));
            }
            from = to + 1;
        }
        return changed ? out : lines;
    }

    /** Most lines begin with the sign, and not because a command above goes on. */
    private static boolean isQuoted(List<Line> block) {
        long marked = block.stream().filter(line -> line.text().startsWith(">")).count();
        if (marked * 2 <= block.size()) {
            return false;
        }
        for (int i = 1; i < block.size(); i++) {
            boolean begins = block.get(i).text().startsWith(">")
                    && !block.get(i - 1).text().startsWith(">");
            if (begins && Prompts.looksLikePrompt(block.get(i - 1).text())) {
                return false;
            }
        }
        return true;
    }

    private static String unquoted(String text) {
        return !text.startsWith(">") ? text : text.substring(text.startsWith("> ") ? 2 : 1);
    }
}
