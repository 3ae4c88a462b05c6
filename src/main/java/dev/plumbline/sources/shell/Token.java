package dev.plumbline.sources.shell;

/**
 * A piece of a command line.
 *
 * @param kind word, operator or redirection
 * @param text a word without its quotes; an operator as typed
 * @param from where it starts in the line
 * @param to where the next character stands
 * @param literal false where the shell would have expanded something in it ({@code $x}, backticks, globs)
 */
record Token(Kind kind, String text, int from, int to, boolean literal) {

    enum Kind {
        WORD,
        OPERATOR,
        REDIRECTION
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    /** Whether a command ends here. */
    boolean separates() {
        return kind == Kind.OPERATOR
                && switch (text) {
                    case ";", "\n", "&", "&&", "||", ";;" -> true;
                    default -> false;
                };
    }

    boolean pipes() {
        return isOperator("|") || isOperator("|&");
    }
}
