package dev.plumbline.views;

import java.io.IOException;
import java.util.HexFormat;

/**
 * Makes text from input harmless on a terminal and in a document: a name may hold escape sequences, line ends, or marks
 * that turn the reading direction around.
 */
public final class Clean {

    private static final String REPLACEMENT = "\ufffd";

    private Clean() {}

    /** One line of text: control, format, unassigned and half characters become U+FFFD, a tab a space. */
    public static String line(String text) {
        if (text.codePoints().noneMatch(Clean::unsafe)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\t') {
                clean.append(' ');
            } else if (unsafe(point)) {
                clean.append(REPLACEMENT);
            } else {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString();
    }

    /** For JSON and YAML, where such characters stand in quoted strings only: they become escapes. */
    static Appendable escaping(Appendable out) {
        return new Escaping(out);
    }

    private static boolean unsafe(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** A character beyond the basic plane comes as two, and the two may come in two calls. */
    private static final class Escaping implements Appendable {

        private final Appendable out;
        private char high;

        Escaping(Appendable out) {
            this.out = out;
        }

        @Override
        public Appendable append(CharSequence text) throws IOException {
            return append(text, 0, text.length());
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            int kept = start;
            for (int i = start; i < end; i++) {
                char c = text.charAt(i);
                if (c >= 0x7f || high != 0) {
                    out.append(text, kept, i);
                    append(c);
                    kept = i + 1;
                }
            }
            out.append(text, kept, end);
            return this;
        }

        @Override
        public Appendable append(char c) throws IOException {
            if (high != 0) {
                char first = high;
                high = 0;
                if (Character.isLowSurrogate(c)) {
                    boolean shown = !unsafe(Character.toCodePoint(first, c));
                    return write(first, shown).write(c, shown);
                }
                write(first, false);
            }
            if (Character.isHighSurrogate(c)) {
                high = c;
                return this;
            }
            return write(c, c < 0x7f || !unsafe(c));
        }

        private Escaping write(char c, boolean shown) throws IOException {
            if (shown) {
                out.append(c);
            } else {
                out.append("\\u").append(HexFormat.of().toHexDigits(c));
            }
            return this;
        }
    }
}
