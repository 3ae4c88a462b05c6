package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Line;
import dev.plumbline.sources.shell.Script;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as typed behind a prompt, over as many lines as it took.
 *
 * @param text joined; a heredoc's text is left out
 * @param lines how many lines it took
 * @param last its last line
 */
record TypedCommand(String text, int lines, Line last) {

    private static final int MOST_LINES = 60;
    private static final int LONGEST = 16_000;
    private static final Pattern HEREDOC = Pattern.compile("<<-?\\s{0,3}[\"']?([A-Za-z_]\\w{0,40})[\"']?");

    static TypedCommand read(Prompt prompt, Line asked, List<Line> all, int at) {
        if (asked.text().length() > LONGEST) {
            return new TypedCommand("", 1, asked);
        }
        StringBuilder text = new StringBuilder(
                once(prompt, asked.text().substring(prompt.text().length())));
        int end = at;
        while (end - at < MOST_LINES && text.length() < LONGEST && end + 1 < all.size()) {
            int next = continuation(text, all, end);
            if (next == end) {
                break;
            }
            end = next;
        }
        return new TypedCommand(text.toString().strip(), end - at + 1, all.get(end));
    }

    /** Without the prompt that was pasted twice. */
    private static String once(Prompt prompt, String rest) {
        String text = rest;
        for (int i = 0; i < 3; i++) {
            String head = text;
            Optional<Prompt> again = prompt.bare() ? Prompts.bare(head) : Prompts.clear(head);
            boolean same = again.isPresent() && again.get().key().equals(prompt.key());
            if (!same
                    || prompt.bare()
                            && !Programs.isCommand(
                                    head.substring(again.get().text().length()), prompt.key())) {
                return text;
            }
            text = text.substring(again.get().text().length());
        }
        return text;
    }

    /** Takes the next line where the command goes on there; the last line taken. */
    private static int continuation(StringBuilder text, List<Line> all, int end) {
        Matcher heredoc = HEREDOC.matcher(text);
        if (heredoc.find() && !text.toString().contains("<<<")) {
            int close = heredocEnd(heredoc.group(1), all, end);
            text.replace(heredoc.start(), heredoc.end(), " ");
            return close;
        }
        String next = all.get(end + 1).text();
        boolean marked = next.startsWith("> ") || next.equals(">");
        String more = marked ? next.substring(Math.min(2, next.length())) : next;
        if (endsInBackslash(text)) {
            text.append('\n').append(more);
            return end + 1;
        }
        if (Script.parse(text.toString()).complete()) {
            return end;
        }
        if (marked) {
            text.append('\n').append(more);
            return end + 1;
        }
        return unmarked(text, all, end);
    }

    /** A loop or a quote over several lines without continuation prompts: only if it does close soon. */
    private static int unmarked(StringBuilder text, List<Line> all, int end) {
        StringBuilder tried = new StringBuilder(text);
        for (int i = end + 1; i < Math.min(all.size(), end + 20) && tried.length() < LONGEST; i++) {
            String line = all.get(i).text();
            if (Prompts.looksLikePrompt(line)) {
                return end;
            }
            tried.append('\n').append(line);
            if (Script.parse(tried.toString()).complete()) {
                text.setLength(0);
                text.append(tried);
                return i;
            }
        }
        return end;
    }

    private static int heredocEnd(String delimiter, List<Line> all, int end) {
        for (int i = end + 1; i < Math.min(all.size(), end + 500); i++) {
            if (all.get(i).text().replaceFirst("^> ?", "").strip().equals(delimiter)) {
                return i;
            }
        }
        return end;
    }

    private static boolean endsInBackslash(StringBuilder text) {
        int count = 0;
        for (int i = text.length() - 1; i >= 0 && text.charAt(i) == '\\'; i--) {
            count++;
        }
        return count % 2 == 1;
    }
}
