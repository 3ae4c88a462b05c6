package dev.plumbline.sources.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a command line into tokens by POSIX quoting. Nothing is expanded: {@code $(...)} and backticks stay as typed.
 */
final class Lexer {

    private final String line;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean open;

    private Lexer(String line) {
        this.line = line;
    }

    /** @param open a quote, a substitution or a trailing backslash was left open */
    record Tokens(List<Token> list, boolean open) {}

    static Tokens read(String line) {
        Lexer lexer = new Lexer(line);
        lexer.run();
        return new Tokens(List.copyOf(lexer.tokens), lexer.open);
    }

    private void run() {
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (c == '\\' && at + 1 < line.length() && line.charAt(at + 1) == '\n') {
                at += 2;
            } else if (c == '#') {
                int end = line.indexOf('\n', at);
                at = end < 0 ? line.length() : end;
            } else if (!redirection() && !operator()) {
                word();
            }
        }
    }

    private boolean operator() {
        for (String operator : List.of("&&", "||", "|&", ";;", ";", "|", "&", "(", ")", "\n")) {
            if (line.startsWith(operator, at)) {
                tokens.add(new Token(Token.Kind.OPERATOR, operator, at, at + operator.length(), true));
                at += operator.length();
                return true;
            }
        }
        return false;
    }

    private boolean redirection() {
        int i = at;
        while (i < line.length() && i - at < 3 && Character.isDigit(line.charAt(i))) {
            i++;
        }
        for (String sign : List.of("&>>", "&>", "<<<", "<<-", "<<", "<&", "<>", "<", ">>", ">&", ">|", ">")) {
            if (line.startsWith(sign, i)
                    && (i == at || sign.charAt(0) != '&')
                    && !line.startsWith("(", i + sign.length())) {
                tokens.add(
                        new Token(Token.Kind.REDIRECTION, line.substring(at, i) + sign, at, i + sign.length(), true));
                at = i + sign.length();
                return true;
            }
        }
        return false;
    }

    private void word() {
        int from = at;
        StringBuilder text = new StringBuilder();
        boolean literal = true;
        while (at < line.length() && !endsWord(line.charAt(at))) {
            char c = line.charAt(at);
            switch (c) {
                case '\'' -> singleQuoted(text);
                case '"' -> literal &= doubleQuoted(text);
                case '\\' -> escaped(text);
                case '$', '`' -> {
                    literal = false;
                    substitution(text);
                }
                case '*', '?', '[' -> {
                    literal = false;
                    text.append(c);
                    at++;
                }
                default -> {
                    text.append(c);
                    at++;
                    if ((c == '<' || c == '>') && at < line.length() && line.charAt(at) == '(') {
                        parenthesised(text);
                        literal = false;
                    }
                }
            }
        }
        tokens.add(new Token(Token.Kind.WORD, text.toString(), from, at, literal));
    }

    private boolean endsWord(char c) {
        boolean process = (c == '<' || c == '>') && at + 1 < line.length() && line.charAt(at + 1) == '(';
        return !process && " \t\r\n;|&()<>".indexOf(c) >= 0;
    }

    private void singleQuoted(StringBuilder text) {
        int end = line.indexOf('\'', at + 1);
        open |= end < 0;
        int to = end < 0 ? line.length() : end;
        text.append(line, at + 1, to);
        at = Math.min(line.length(), to + 1);
    }

    private boolean doubleQuoted(StringBuilder text) {
        boolean literal = true;
        at++;
        while (at < line.length() && line.charAt(at) != '"') {
            char c = line.charAt(at);
            if (c == '\\' && at + 1 < line.length() && "$`\"\\\n".indexOf(line.charAt(at + 1)) >= 0) {
                if (line.charAt(at + 1) != '\n') {
                    text.append(line.charAt(at + 1));
                }
                at += 2;
            } else if (c == '$' || c == '`') {
                literal = false;
                substitution(text);
            } else {
                text.append(c);
                at++;
            }
        }
        open |= at >= line.length();
        at = Math.min(line.length(), at + 1);
        return literal;
    }

    private void escaped(StringBuilder text) {
        if (at + 1 >= line.length()) {
            open = true;
            at++;
        } else {
            if (line.charAt(at + 1) != '\n') {
                text.append(line.charAt(at + 1));
            }
            at += 2;
        }
    }

    /** Takes {@code $x}, {@code ${x}}, {@code $(...)} or {@code `...`} as it stands. */
    private void substitution(StringBuilder text) {
        if (line.charAt(at) == '`') {
            int end = line.indexOf('`', at + 1);
            open |= end < 0;
            int to = end < 0 ? line.length() : end + 1;
            text.append(line, at, to);
            at = to;
        } else if (line.startsWith("$(", at)) {
            text.append('$');
            at++;
            parenthesised(text);
        } else if (line.startsWith("${", at)) {
            int end = line.indexOf('}', at);
            open |= end < 0;
            int to = end < 0 ? line.length() : end + 1;
            text.append(line, at, to);
            at = to;
        } else if (line.startsWith("$'", at)) {
            at++;
            singleQuoted(text);
        } else {
            text.append('$');
            at++;
        }
    }

    /** From an opening parenthesis to its closing one, quotes respected. */
    private void parenthesised(StringBuilder text) {
        int from = at;
        int depth = 0;
        char quote = 0;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (quote != 0) {
                if (c == '\\' && quote == '"') {
                    at++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '\\') {
                at++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                text.append(line, from, at);
                return;
            }
        }
        at = line.length();
        open = true;
        text.append(line, from, at);
    }
}
