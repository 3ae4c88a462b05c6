package dev.plumbline.views.picture;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.views.picture.Drawing.Rect;

/** Draws single shapes, in colours of the theme. Only presentation attributes: some renderers know no style sheet. */
final class Pen {

    private static final String MONO = "JetBrains Mono,DejaVu Sans Mono,Menlo,Consolas,monospace";

    private final Markup out;
    private final Theme theme;
    private final boolean page;

    /** @param page whether a page's style sheet brings the colours, so that they need not be written at every shape */
    Pen(Markup out, Theme theme, boolean page) {
        this.out = out;
        this.theme = theme;
        this.page = page;
    }

    Markup out() {
        return out;
    }

    boolean page() {
        return page;
    }

    Markup rect(Rect at, double radius, Ink fill, Ink stroke, double width) {
        box(at, radius);
        paint("f-" + fill.word() + " s-" + stroke.word());
        return colour("fill", fill, "stroke", stroke).with("stroke-width", width);
    }

    Markup plate(Rect at, double radius, Ink fill) {
        box(at, radius);
        paint("f-" + fill.word());
        return page ? out : out.with("fill", fill.on(theme));
    }

    private void box(Rect at, double radius) {
        out.open("rect")
                .with("x", at.x())
                .with("y", at.y())
                .with("width", at.w())
                .with("height", at.h());
        if (radius > 0) {
            out.with("rx", radius);
        }
    }

    Markup dot(double x, double y, double radius, Ink fill, Ink stroke, double width) {
        out.open("circle").with("cx", x).with("cy", y).with("r", radius);
        paint("f-" + fill.word() + " s-" + stroke.word());
        return colour("fill", fill, "stroke", stroke).with("stroke-width", width);
    }

    Markup path(String points, Ink stroke, double width) {
        out.open("path").with("d", points).with("fill", "none");
        paint("s-" + stroke.word());
        return (page ? out : out.with("stroke", stroke.on(theme))).with("stroke-width", width);
    }

    /** Shapes that hang on a verdict: solid, dashed, dotted, dash-dot also without any colour. */
    static String dashes(Verdict verdict) {
        return switch (verdict) {
            case PROVEN -> "";
            case INFERRED -> "7 5";
            case AMBIGUOUS -> "0.1 6";
            case UNKNOWN -> "3 4";
            case CONTRADICTED -> "13 4 3 4";
        };
    }

    static double weight(Verdict verdict) {
        return switch (verdict) {
            case PROVEN, INFERRED -> 2.6;
            case AMBIGUOUS -> 3.4;
            case UNKNOWN -> 2;
            case CONTRADICTED -> 4.2;
        };
    }

    void mono(double x, double y, String text, double size, boolean bold, Ink ink) {
        words(x, y, size, bold, ink, "")
                .with("font-family", MONO)
                .in()
                .text(text)
                .close("text");
    }

    void sans(double x, double y, String text, double size, boolean bold, Ink ink) {
        words(x, y, size, bold, ink, "").in().text(text).close("text");
    }

    void middle(double x, double y, String text, double size, Ink ink) {
        words(x, y, size, true, ink, "middle").in().text(text).close("text");
    }

    void turned(double x, double y, String text, Ink ink) {
        words(x, y, 10.5, true, ink, "middle")
                .with("font-family", MONO)
                .with("transform", "rotate(-90 " + Markup.number(x) + " " + Markup.number(y) + ")")
                .in()
                .text(text)
                .close("text");
    }

    /** A text element up to its content. @param anchor empty for the start */
    Markup words(double x, double y, double size, boolean bold, Ink ink, String anchor) {
        out.open("text").with("x", x).with("y", y).with("font-size", size);
        if (bold) {
            out.with("font-weight", "700");
        }
        if (!anchor.isEmpty()) {
            out.with("text-anchor", anchor);
        }
        paint("f-" + ink.word());
        return page ? out : out.with("fill", ink.on(theme));
    }

    private void paint(String classes) {
        if (theme == Theme.AUTO || page) {
            out.with("class", classes);
        }
    }

    private Markup colour(String one, Ink first, String two, Ink second) {
        return page ? out : out.with(one, first.on(theme)).with(two, second.on(theme));
    }
}
