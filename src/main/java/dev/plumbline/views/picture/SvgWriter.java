package dev.plumbline.views.picture;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.views.picture.Drawing.Badge;
import dev.plumbline.views.picture.Drawing.Frame;
import dev.plumbline.views.picture.Drawing.Label;
import dev.plumbline.views.picture.Drawing.NoteLine;
import dev.plumbline.views.picture.Drawing.Pill;
import dev.plumbline.views.picture.Drawing.Rect;
import dev.plumbline.views.picture.Drawing.Tag;
import dev.plumbline.views.picture.Drawing.Tint;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a drawing as SVG. */
final class SvgWriter {

    private static final String SANS = "Inter,Segoe UI,DejaVu Sans,Helvetica,Arial,sans-serif";

    private final Drawing drawing;
    private final Theme theme;
    private final Markup out = new Markup();
    private final Pen pen;

    private SvgWriter(Drawing drawing, Theme theme, boolean page) {
        this.drawing = drawing;
        this.theme = theme;
        this.pen = new Pen(out, theme, page);
    }

    /** A file of its own. */
    static String file(Drawing drawing, Theme theme) {
        return new SvgWriter(drawing, theme, false).write();
    }

    /** For a page whose style sheet has the colours and whose script tells the evidence. */
    static String inPage(Drawing drawing) {
        return new SvgWriter(drawing, Theme.AUTO, true).write();
    }

    private String write() {
        String box = "0 0 " + Markup.number(drawing.width()) + " " + Markup.number(drawing.height());
        out.open("svg").with("xmlns", "http://www.w3.org/2000/svg").with("viewBox", box);
        out.with("width", drawing.width()).with("height", drawing.height()).with("font-family", SANS);
        out.with("role", pen.page() ? "group" : "img")
                .with("aria-label", drawing.title())
                .in()
                .line();
        if (!pen.page()) {
            out.open("title").in().text(drawing.title()).close("title").line();
            if (theme == Theme.AUTO) {
                String rules = Ink.darkRules() + ".tint{opacity:.17}";
                out.raw("<style>@media (prefers-color-scheme:dark){" + rules + "}</style>")
                        .line();
            }
            pen.plate(new Rect(0, 0, drawing.width(), drawing.height()), 0, Ink.PAPER)
                    .end()
                    .line();
        }
        head();
        drawing.frames().forEach(this::frame);
        drawing.tints().forEach(this::tint);
        BoxWriter boxes = new BoxWriter(pen);
        drawing.boxes().stream().filter(b -> b.form() == Drawing.Form.BAR).forEach(boxes::bar);
        WireWriter wires = new WireWriter(pen);
        drawing.wires().forEach(wires::wire);
        drawing.boxes().forEach(boxes::box);
        wires.dots(drawing.wires());
        drawing.pills().forEach(this::pill);
        drawing.tags().forEach(this::tag);
        drawing.badges().forEach(b -> badge(b.x(), b.y(), b));
        drawing.notes().forEach(this::note);
        new Legend(pen).draw(GridPlan.MARGIN, drawing.legendY());
        Label footer = drawing.footer();
        pen.sans(footer.x(), footer.y(), footer.text(), 10, false, Ink.FAINT);
        return out.line().close("svg").line().toString();
    }

    private void head() {
        pen.sans(GridPlan.MARGIN, 36, drawing.title(), 21, true, Ink.TEXT);
        pen.sans(GridPlan.MARGIN, 57, drawing.subtitle(), 13, false, Ink.MUTED);
        for (Label caption : drawing.captions()) {
            pen.words(caption.x(), caption.y(), 10.5, true, Ink.FAINT, "")
                    .with("letter-spacing", "0.5")
                    .in()
                    .text(caption.text())
                    .close("text");
        }
        out.line();
    }

    private void frame(Frame frame) {
        Rect at = frame.at();
        Ink fill;
        Ink edge;
        Ink plate;
        switch (frame.kind()) {
            case NODE -> {
                fill = Ink.NODE_FILL;
                edge = Ink.NODE_EDGE;
                plate = Ink.NODE_TAG;
            }
            case POD -> {
                fill = Ink.POD_FILL;
                edge = Ink.POD_EDGE;
                plate = Ink.POD_EDGE;
            }
            default -> {
                fill = Ink.VM_FILL;
                edge = Ink.VM_EDGE;
                plate = Ink.VM_TAG;
            }
        }
        out.open("g").with("class", "frame").in();
        tooltip(frame.tooltip());
        pen.rect(at, 10, fill, edge, 1.4);
        if (frame.dashed()) {
            out.with("stroke-dasharray", "7 5");
        }
        out.end();
        String word = frame.kind().name();
        double width = Type.sans(word, 10) + 16;
        pen.plate(new Rect(at.x() + 10, at.y() + 9, width, 17), 4, plate).end();
        pen.words(at.x() + 10 + width / 2, at.y() + 21.3, 10, true, Ink.ON_TAG, "middle")
                .with("letter-spacing", "0.6")
                .in()
                .text(word)
                .close("text");
        double x = at.x() + 18 + width;
        pen.sans(x, at.y() + 22, frame.name(), 13, true, Ink.TEXT);
        if (!frame.doubt().isEmpty()) {
            double end = x + Type.sans(frame.name(), 13) + 8;
            double doubt = Type.sans(frame.doubt(), 10) + 12;
            pen.rect(new Rect(end, at.y() + 9.5, doubt, 16), 8, Ink.PAPER, edge, 1)
                    .with("stroke-dasharray", "3 2")
                    .end();
            pen.middle(end + doubt / 2, at.y() + 21, frame.doubt(), 10, Ink.MUTED);
        }
        out.close("g").line();
    }

    private void tint(Tint tint) {
        out.open("g").with("class", "tint").with("opacity", "0.07");
        out.with("data-lane", Integer.toString(tint.lane())).in();
        pen.plate(tint.at(), 8, tint.ink()).end();
        out.close("g");
    }

    private void pill(Pill pill) {
        out.open("g")
                .with("class", "pill")
                .with("data-lane", Integer.toString(pill.lane()))
                .with("data-pill", Integer.toString(pill.lane()));
        if (pen.page()) {
            out.with("tabindex", "0").with("role", "button");
            out.with(
                    "aria-label",
                    "NETWORK " + pill.name() + ", " + pill.verdict().word());
        }
        out.in();
        tooltip(pill.tooltip());
        Rect at = pill.at();
        double middle = at.y() + 15.3;
        if (pill.verdict() == Verdict.PROVEN) {
            pen.plate(at, 11, pill.ink()).end();
            pen.sans(at.x() + 12, middle, pill.name(), 12, true, Ink.ON_BADGE);
        } else {
            Ink edge = pill.verdict() == Verdict.CONTRADICTED ? Ink.ERROR : pill.ink();
            pen.rect(at, 11, Ink.BOX, edge, pill.verdict() == Verdict.CONTRADICTED ? 2.4 : 1.8);
            out.with(
                    "stroke-dasharray",
                    pill.verdict() == Verdict.INFERRED
                            ? "6 3.5"
                            : pill.verdict() == Verdict.CONTRADICTED ? "9 3 2 3" : "0.1 4");
            out.with("stroke-linecap", pill.verdict() == Verdict.INFERRED ? "butt" : "round")
                    .end();
            pen.sans(at.x() + 12, middle, pill.name(), 12, true, pill.ink());
        }
        pen.sans(
                at.x() + 12,
                at.bottom() + 14,
                pill.under(),
                10,
                pill.narrow(),
                pill.narrow() ? Ink.WARNING : Ink.MUTED);
        out.close("g").line();
    }

    private void tag(Tag tag) {
        out.open("g").with("class", "tag").with("data-lane", lanes(tag.lanes())).in();
        tooltip(tag.tooltip());
        pen.rect(tag.at(), tag.at().h() / 2, Ink.BOX, tag.ink(), 1.2).end();
        pen.middle(tag.at().x() + tag.at().w() / 2, tag.at().midY() + 3.4, tag.text(), 9.5, Ink.SOFT);
        out.close("g").line();
    }

    static String lanes(List<Integer> lanes) {
        return lanes.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private void badge(double x, double y, Badge badge) {
        pen.dot(x, y, 8, badge.ink(), Ink.PAPER, 1.5).end();
        pen.middle(x, y + 3.5, Integer.toString(badge.number()), 9.5, Ink.ON_BADGE);
    }

    private void note(NoteLine note) {
        double x = GridPlan.MARGIN + 8;
        badge(x, note.y() + 4, new Badge(x, note.y(), note.number(), note.ink()));
        double text = x + 17;
        if (!note.word().isEmpty()) {
            pen.sans(text, note.y() + 8, note.word(), 11, true, note.ink());
            text += Type.sans(note.word(), 11) + 8;
        }
        pen.sans(text, note.y() + 8, note.text(), 12, false, Ink.SOFT);
        out.line();
    }

    private void tooltip(String text) {
        if (!pen.page() && !text.isEmpty()) {
            out.open("title").in().text(text).close("title");
        }
    }
}
