package dev.plumbline.answers.proofread;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a line without the marks around it.
 *
 * @param text without quotes, emphasis and punctuation around it
 * @param column where {@code text} begins in the line
 * @param raw with all marks
 */
record Token(String text, int column, String raw) {

    private static final Pattern NAME =
            Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_.:@-]{0,62}|[0-9.]{7,18}(?:/[0-9]{1,2})?");
    private static final String BEFORE = "`'\"*_([{<";
    private static final String AFTER = "`'\"*_)]}>,;.!?";

    /** The words between blanks, in order. */
    static List<Token> of(String line) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < line.length()) {
            if (Character.isWhitespace(line.charAt(i))) {
                i++;
                continue;
            }
            int from = i;
            while (i < line.length() && !Character.isWhitespace(line.charAt(i))) {
                i++;
            }
            tokens.add(bare(line.substring(from, i), from));
        }
        return tokens;
    }

    private static Token bare(String raw, int column) {
        int from = 0;
        int to = raw.length();
        while (from < to && BEFORE.indexOf(raw.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && AFTER.indexOf(raw.charAt(to - 1)) >= 0) {
            to--;
        }
        return new Token(raw.substring(from, to), column + from, raw);
    }

    /** Whether it is written as names of devices and machines are, with a digit: prose words have none. */
    boolean isNameLike() {
        Matcher name = NAME.matcher(text);
        return name.matches() && text.chars().anyMatch(Character::isDigit);
    }

    Word word() {
        return Word.of(text, column);
    }
}
