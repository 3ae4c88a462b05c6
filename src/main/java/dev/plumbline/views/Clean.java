package dev.plumbline.views;

/**
 * Makes text from input harmless on a terminal and in a document: a name may hold escape sequences, line ends, or marks
 * that turn the reading direction around.
 */
public final class Clean {

    private static final String REPLACEMENT = "\ufffd";

    private Clean() {}

    /** One line of text: control, format, unassigned and half characters become U+FFFD, a tab a space. */
    public static String line(String text) {
        if (ascii(text)) {
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

    /** Printable ASCII: nearly all names are, and tables of many machines hold millions of cells. */
    static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Whether it can drive a terminal, start a line or alter what others look like. */
    static boolean unsafe(int point) {
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
}
