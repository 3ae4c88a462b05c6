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

    /** One line of text: every control, format, unassigned or half character is replaced by U+FFFD, a tab by a space. */
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

    /** A JSON or YAML writer's output in which such characters can stand in quoted strings only: they become escapes. */
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

    private record Escaping(Appendable out) implements Appendable {

        @Override
        public Appendable append(CharSequence text) throws IOException {
            return append(text, 0, text.length());
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            int kept = start;
            for (int i = start; i < end; i++) {
                if (escaped(text.charAt(i))) {
                    out.append(text, kept, i);
                    escape(text.charAt(i));
                    kept = i + 1;
                }
            }
            out.append(text, kept, end);
            return this;
        }

        @Override
        public Appendable append(char c) throws IOException {
            if (escaped(c)) {
                escape(c);
            } else {
                out.append(c);
            }
            return this;
        }

        /** Characters beyond the basic plane are written as two; the tags among them alter no direction and pass. */
        private static boolean escaped(char c) {
            return c >= 0x7f && !Character.isSurrogate(c) && unsafe(c);
        }

        private void escape(char c) throws IOException {
            out.append("\\u").append(HexFormat.of().toHexDigits(c));
        }
    }
}
