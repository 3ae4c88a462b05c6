package dev.plumbline.sources.shell;

/** A loop's variable in the loop's body. */
final class Variable {

    private Variable() {}

    /**
     * Puts {@code value} for {@code $name} and {@code ${name}} wherever a shell would, that is not in single quotes.
     */
    static String replace(String body, String name, String value) {
        StringBuilder text = new StringBuilder();
        boolean single = false;
        boolean twice = false;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '\\' && !single && i + 1 < body.length()) {
                text.append(c).append(body.charAt(++i));
                continue;
            }
            if (c == '\'' && !twice) {
                single = !single;
            } else if (c == '"' && !single) {
                twice = !twice;
            }
            int length = c == '$' && !single ? reference(body, i, name) : 0;
            if (length > 0) {
                text.append(value);
                i += length - 1;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** The length of the reference that starts here; 0 if there is none. */
    private static int reference(String body, int at, String name) {
        if (body.startsWith("${" + name + "}", at)) {
            return name.length() + 3;
        }
        int end = at + 1 + name.length();
        boolean whole =
                end >= body.length() || !(Character.isLetterOrDigit(body.charAt(end)) || body.charAt(end) == '_');
        return body.startsWith(name, at + 1) && whole ? name.length() + 1 : 0;
    }
}
