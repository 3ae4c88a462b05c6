package dev.plumbline.views.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Every colour of the picture, for light and for dark paper. An element carries the colour itself as a presentation
 * attribute (most renderers know no CSS variables) and a class by which a browser turns it dark.
 */
enum Ink {
    PAPER("#ffffff", "#0b1120"),
    TEXT("#0f172a", "#f1f5f9"),
    SOFT("#334155", "#cbd5e1"),
    MUTED("#64748b", "#94a3b8"),
    FAINT("#7b8aa1", "#7f8ea6"),
    BOX("#ffffff", "#111a2e"),
    SHARED("#334155", "#cbd5e1"),
    NODE_FILL("#f1f5f9", "#141d31"),
    NODE_EDGE("#94a3b8", "#56657e"),
    NODE_TAG("#7587a0", "#56657e"),
    POD_FILL("#ffffff", "#0e1628"),
    POD_EDGE("#7c8db5", "#64759c"),
    VM_FILL("#f8fafc", "#17223b"),
    VM_EDGE("#6b7f9e", "#7f93b8"),
    VM_TAG("#5c7091", "#5f7399"),
    ON_TAG("#ffffff", "#ffffff"),
    MTU("#e2e8f0", "#334155"),
    MTU_TEXT("#475569", "#cbd5e1"),
    JUMBO("#1e293b", "#e2e8f0"),
    JUMBO_TEXT("#ffffff", "#0f172a"),
    LOW("#fef3c7", "#422006"),
    LOW_EDGE("#d97706", "#f59e0b"),
    LOW_TEXT("#92400e", "#fcd34d"),
    ERROR("#dc2626", "#f87171"),
    WARNING("#b45309", "#fbbf24"),
    INFO("#334155", "#94a3b8"),
    ON_BADGE("#ffffff", "#0b1120"),
    POD_NETWORK("#64748b", "#94a3b8"),
    NET_0("#2563eb", "#60a5fa"),
    NET_1("#ea580c", "#fb923c"),
    NET_2("#16a34a", "#4ade80"),
    NET_3("#9333ea", "#c084fc"),
    NET_4("#0891b2", "#22d3ee"),
    NET_5("#db2777", "#f472b6"),
    NET_6("#65a30d", "#a3e635"),
    NET_7("#4f46e5", "#a5b4fc"),
    NET_8("#a16207", "#facc15"),
    NET_9("#0f766e", "#2dd4bf");

    private final String light;
    private final String dark;

    Ink(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    String on(Theme theme) {
        return theme == Theme.DARK ? dark : light;
    }

    /** The colour's name in class names and CSS variables. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The colour of the n-th network; after the last the first again. */
    static Ink network(int n) {
        return values()[NET_0.ordinal() + n % 10];
    }

    /** Rules that turn a picture dark: one class a selector, for some renderers stumble over more. */
    static String darkRules() {
        return Arrays.stream(values())
                .map(ink -> ".f-%s{fill:%s}.s-%s{stroke:%s}".formatted(ink.word(), ink.dark, ink.word(), ink.dark))
                .collect(Collectors.joining());
    }

    /** Rules that take every colour from CSS variables, for a page that switches. */
    static String variableRules() {
        return Arrays.stream(values())
                .map(Ink::word)
                .map(w -> ".f-" + w + "{fill:var(--" + w + ")}.s-" + w + "{stroke:var(--" + w + ")}")
                .collect(Collectors.joining("\n"));
    }

    /** The variables' values for one kind of paper. */
    static String variables(Theme theme) {
        return Arrays.stream(values())
                .map(ink -> "--" + ink.word() + ":" + ink.on(theme))
                .collect(Collectors.joining(";"));
    }
}
