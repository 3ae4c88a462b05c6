package dev.plumbline.sources.transcript;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line looked like on the terminal: escapes, backspaces and carriage returns played, invisible characters gone.
 */
final class TerminalText {

    private static final Pattern COLUMNS = Pattern.compile("^Script started on .{0,300}COLUMNS=\"(\\d{1,4})\"");
    /** Inserting and deleting shifts the rest of a line: only on lines short enough for that to be cheap. */
    private static final int SHIFTABLE = 4096;

    private final String raw;
    private final int columns;
    private final StringBuilder screen = new StringBuilder();
    private int cursor;
    private int at;

    private TerminalText(String raw, int columns) {
        this.raw = raw;
        this.columns = columns;
    }

    /** @param columns the terminal's width where it is known, else 0 */
    static String clean(String raw, int columns) {
        int end = raw.length();
        while (end > 0 && raw.charAt(end - 1) == '\r') {
            end--;
        }
        String line = raw.substring(0, end);
        return isClean(line) ? line : new TerminalText(line, columns).play();
    }

    /** The width that the head of a {@code script} log states; 0 for any other line. */
    static int columns(String line) {
        if (!line.startsWith("Script started on ")) {
            return 0;
        }
        Matcher matcher = COLUMNS.matcher(line);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static boolean isClean(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c < 0x20 && c != '\t' || c >= 0x7f && (c < 0xa1 || c == 0xad || isInvisible(c) || isSpace(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInvisible(char c) {
        return c >= 0x200b && c <= 0x200f
                || c >= 0x202a && c <= 0x202e
                || c >= 0x2060 && c <= 0x2064
                || c == 0xfeff
                || c == 0xad;
    }

    /** Spaces that word processors and chat put for a plain one. */
    private static boolean isSpace(char c) {
        return c == 0xa0 || c == 0x202f || c >= 0x2000 && c <= 0x200a || c == 0x3000;
    }

    private String play() {
        while (at < raw.length()) {
            char c = raw.charAt(at++);
            switch (c) {
                case 0x1b -> escape();
                case 0x9b -> control();
                case '\b' -> cursor = Math.max(0, cursor - 1);
                case '\r' -> carriageReturn();
                case '\t' -> put('\t');
                default -> {
                    if (isSpace(c)) {
                        put(' ');
                    } else if (c >= 0x20 && (c < 0x7f || c >= 0xa0) && !isInvisible(c)) {
                        put(c);
                    }
                }
            }
        }
        return screen.toString();
    }

    private void put(char c) {
        if (cursor < screen.length()) {
            screen.setCharAt(cursor, c);
        } else {
            screen.append(c);
        }
        cursor++;
    }

    /** At the right margin readline writes a space and returns, to move to the next row: the line just goes on. */
    private void carriageReturn() {
        boolean margin = columns > 20 && cursor == screen.length() && cursor > columns && (cursor - 1) % columns == 0;
        if (margin && screen.charAt(cursor - 1) == ' ') {
            screen.setLength(cursor - 1);
            cursor--;
        } else {
            cursor = 0;
        }
    }

    private void escape() {
        if (at >= raw.length()) {
            return;
        }
        char c = raw.charAt(at++);
        switch (c) {
            case '[' -> control();
            case ']', 'P', '_', '^', 'X' -> string();
            case '(', ')', '*', '+', '#', '%', ' ' -> at++;
            default -> {}
        }
    }

    /** An operating-system command or another string: up to BEL, ST, or the end of the line. */
    private void string() {
        while (at < raw.length()) {
            char c = raw.charAt(at++);
            if (c == 0x07 || c == 0x9c) {
                return;
            }
            if (c == 0x1b) {
                at += at < raw.length() && raw.charAt(at) == '\\' ? 1 : 0;
                return;
            }
        }
    }

    private void control() {
        int from = at;
        while (at < raw.length() && raw.charAt(at) >= 0x20 && raw.charAt(at) < 0x40) {
            at++;
        }
        if (at >= raw.length()) {
            return;
        }
        int count = count(raw.substring(from, at));
        int length = screen.length();
        switch (raw.charAt(at++)) {
            case 'K' -> {
                if (count <= 0 && cursor < length) {
                    screen.setLength(cursor);
                }
            }
            case 'C' -> cursor = Math.min(length, cursor + Math.max(1, count));
            case 'D' -> cursor = Math.max(0, cursor - Math.max(1, count));
            case 'G' -> cursor = Math.min(length, Math.max(0, count - 1));
            case 'P' -> {
                if (cursor < length && length < SHIFTABLE) {
                    screen.delete(cursor, Math.min(length, cursor + Math.max(1, count)));
                }
            }
            case '@' -> {
                if (cursor < length && length < SHIFTABLE) {
                    screen.insert(cursor, " ".repeat(Math.clamp(count, 1, SHIFTABLE)));
                }
            }
            default -> {}
        }
    }

    private static int count(String digits) {
        return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
    }
}
