package dev.plumbline.views.picture;

/** Writes XML. Everything that is not a literal of this package goes through {@link #escape}. */
final class Markup {

    private final StringBuilder out = new StringBuilder(1 << 14);

    /** Opens an element; attributes follow. */
    Markup open(String name) {
        out.append('<').append(name);
        return this;
    }

    Markup with(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value, out);
        out.append('"');
        return this;
    }

    Markup with(String name, double value) {
        out.append(' ').append(name).append("=\"");
        number(value, out);
        out.append('"');
        return this;
    }

    /** Ends the start tag: content follows. */
    Markup in() {
        out.append('>');
        return this;
    }

    Markup text(String text) {
        escape(text, out);
        return this;
    }

    /** Text that is already markup, or a style sheet of ours. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Closes an element without content. */
    Markup end() {
        out.append("/>");
        return this;
    }

    Markup close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    Markup line() {
        out.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** At most one decimal, the same in every locale. */
    static String number(double value) {
        StringBuilder text = new StringBuilder(8);
        number(value, text);
        return text.toString();
    }

    private static void number(double value, StringBuilder out) {
        long tenths = Math.round(value * 10);
        if (tenths < 0) {
            out.append('-');
            tenths = -tenths;
        }
        out.append(tenths / 10);
        if (tenths % 10 != 0) {
            out.append('.').append((char) ('0' + tenths % 10));
        }
    }

    /**
     * Text for content or a quoted attribute. What XML cannot hold, and what would turn the direction of the text
     * around it, is shown as a replacement character.
     */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        escape(text, safe);
        return safe.toString();
    }

    private static void escape(String text, StringBuilder out) {
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n' -> out.append("&#10;");
                default -> out.appendCodePoint(harmless(c) ? c : 0xFFFD);
            }
        }
    }

    /** The same for text that becomes no markup: it goes into a page as JSON and out of it as plain text. */
    static String clean(String text) {
        if (text.codePoints().allMatch(c -> harmless(c))) {
            return text;
        }
        return text.codePoints()
                .map(c -> harmless(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static boolean harmless(int c) {
        boolean control = c < 0x20 || (c >= 0x7F && c < 0xA0);
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
        boolean none = (c >= 0xD800 && c <= 0xDFFF) || (c & 0xFFFE) == 0xFFFE || c == 0x2028 || c == 0x2029;
        return !control && !turns && !none;
    }
}
