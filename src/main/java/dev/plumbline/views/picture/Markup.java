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
        out.append(' ').append(name).append("=\"").append(escape(value)).append('"');
        return this;
    }

    Markup with(String name, double value) {
        out.append(' ').append(name).append("=\"").append(number(value)).append('"');
        return this;
    }

    /** Ends the start tag: content follows. */
    Markup in() {
        out.append('>');
        return this;
    }

    Markup text(String text) {
        out.append(escape(text));
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
        long tenths = Math.round(value * 10);
        String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10;
        return tenths % 10 == 0 ? whole : whole + "." + Math.abs(tenths) % 10;
    }

    /**
     * Text for content or a quoted attribute. What XML cannot hold, and what would turn the direction of the text around
     * it, is shown as a replacement character.
     */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\n' -> safe.append("&#10;");
                default -> safe.appendCodePoint(harmless(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    static boolean harmless(int c) {
        boolean control = c < 0x20 || (c >= 0x7F && c < 0xA0);
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
        boolean none = (c >= 0xD800 && c <= 0xDFFF) || (c & 0xFFFE) == 0xFFFE || c == 0x2028 || c == 0x2029;
        return !control && !turns && !none;
    }
}
