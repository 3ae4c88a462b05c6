package dev.plumbline.views;

import dev.plumbline.evidence.Verdict;

/** Colours for a terminal, or none. Colour never says what the words do not. */
public enum Ink {
    NONE,
    ANSI;

    private static final String RESET = "\u001b[0m";

    /** Green proven, cyan inferred, yellow ambiguous or unknown, red contradicted. */
    public String verdict(Verdict verdict, String text) {
        return switch (verdict) {
            case PROVEN -> with("32", text);
            case INFERRED -> with("36", text);
            case AMBIGUOUS, UNKNOWN -> with("33", text);
            case CONTRADICTED -> with("31", text);
        };
    }

    public String strong(String text) {
        return with("1", text);
    }

    public String faint(String text) {
        return with("2", text);
    }

    /** For what is wrong. */
    public String alarm(String text) {
        return with("31", text);
    }

    private String with(String code, String text) {
        return this == NONE || text.isEmpty() ? text : "\u001b[" + code + "m" + text + RESET;
    }
}
