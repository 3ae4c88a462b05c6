package dev.plumbline.views.picture;

import dev.plumbline.views.picture.Drawing.Box;
import dev.plumbline.views.picture.Drawing.Cell;
import dev.plumbline.views.picture.Drawing.Form;
import dev.plumbline.views.picture.Drawing.Rect;
import dev.plumbline.views.picture.Lane.Face;
import dev.plumbline.views.picture.Lane.Shape;
import java.util.OptionalInt;

/** Draws devices. */
final class BoxWriter {

    private static final double PAD = 10;

    private final Pen pen;
    private final Markup out;

    BoxWriter(Pen pen) {
        this.pen = pen;
        this.out = pen.out();
    }

    /** A bar's body lies beneath the wires that only pass it. */
    void bar(Box box) {
        out.open("g").with("class", "body").with("data-lane", lanes(box)).in();
        outline(pen.rect(box.at(), 5, Ink.BOX, box.edge(), 1.6), box.shape()).end();
        out.close("g").line();
    }

    void box(Box box) {
        out.open("g").with("class", "hop").with("data-hop", box.id()).with("data-lane", lanes(box));
        if (pen.page()) {
            out.with("tabindex", "0").with("role", "button").with("aria-label", spoken(box));
        }
        out.in();
        if (!pen.page()) {
            out.open("title")
                    .in()
                    .text(Telling.box(box.lanes(), box.stations()))
                    .close("title");
        }
        if (box.form() == Form.BAR) {
            name(box);
        } else if (box.shape() == Shape.CLOUD) {
            cloud(box);
        } else {
            box.cells().forEach(cell -> cell(box, cell));
        }
        out.close("g").line();
    }

    private static String lanes(Box box) {
        return SvgWriter.lanes(box.lanes().stream().map(Lane::number).toList());
    }

    private static String spoken(Box box) {
        Lane.Station station = box.stations().getFirst();
        String what = station.slot().column().caption().isEmpty()
                ? "device"
                : station.slot().column().caption();
        return what + " " + box.cells().getFirst().face().name() + ", "
                + station.verdict().word();
    }

    private void name(Box box) {
        Face face = box.cells().getFirst().face();
        String text = Bars.text(face);
        double half = Type.detail(text) / 2 + 5;
        double middle = box.at().x() + box.at().w() / 2;
        for (double label : box.labels()) {
            pen.plate(new Rect(box.at().x() + 1.5, label - half, box.at().w() - 3, 2 * half), 4, Ink.BOX)
                    .end();
            pen.turned(middle + 3.7, label, text, face.down() ? Ink.ERROR : face.narrow() ? Ink.WARNING : Ink.TEXT);
        }
        // The whole bar can be pointed at, not only its name.
        out.open("rect")
                .with("x", box.at().x())
                .with("y", box.at().y())
                .with("width", box.at().w())
                .with("height", box.at().h())
                .with("fill", "#fff")
                .with("fill-opacity", "0")
                .with("class", "hit")
                .end();
    }

    private void cell(Box box, Cell cell) {
        Rect at = cell.at();
        Face face = cell.face();
        Ink edge = face.down() ? Ink.ERROR : box.edge();
        outline(pen.rect(at, 5, Ink.BOX, edge, face.down() ? 2 : 1.5), box.shape())
                .end();
        if (face.down()) {
            hatch(at, Type.detail(face.detail()));
        }
        boolean quiet = !face.shape().seen();
        double name = at.midY() - 3.5;
        pen.mono(
                at.x() + PAD,
                face.detail().isEmpty() ? at.midY() + 4.5 : name,
                face.name(),
                12.5,
                true,
                face.shape() == Shape.DENIED ? Ink.ERROR : quiet ? Ink.MUTED : Ink.TEXT);
        if (!face.detail().isEmpty()) {
            pen.mono(at.x() + PAD, name + 15, face.detail(), 10.5, false, Ink.MUTED);
        }
        double right = mtu(at.right() - 6, name - 4.2, face);
        if (face.down()) {
            Rect word = new Rect(right - GridPlan.DOWN, name - 11.5, GridPlan.DOWN, 15);
            pen.rect(word, 3, Ink.BOX, Ink.ERROR, 1.2).end();
            pen.middle(word.x() + word.w() / 2, name - 0.6, "down", 10, Ink.ERROR);
        }
    }

    private double mtu(double right, double middle, Face face) {
        OptionalInt mtu = face.mtu();
        if (mtu.isEmpty()) {
            return right;
        }
        double width = GridPlan.pill(mtu.getAsInt());
        Rect at = new Rect(right - width, middle - 7.5, width, 15);
        if (face.narrow()) {
            pen.rect(at, 7.5, Ink.WARNING, Ink.PAPER, 1).end();
            pen.middle(at.x() + width / 2, at.midY() + 3.6, Integer.toString(mtu.getAsInt()), 10, Ink.ON_BADGE);
            return at.x() - 6;
        }
        Ink text = switch (mtu.getAsInt()) {
            case 1500 -> {
                pen.plate(at, 7.5, Ink.MTU).end();
                yield Ink.MTU_TEXT;
            }
            case 9000 -> {
                pen.plate(at, 7.5, Ink.JUMBO).end();
                yield Ink.JUMBO_TEXT;
            }
            default -> {
                boolean low = mtu.getAsInt() < 1500;
                pen.rect(at, 7.5, low ? Ink.LOW : Ink.BOX, low ? Ink.LOW_EDGE : Ink.MTU_TEXT, 1)
                        .end();
                yield low ? Ink.LOW_TEXT : Ink.MTU_TEXT;
            }
        };
        pen.middle(at.x() + width / 2, at.midY() + 3.6, Integer.toString(mtu.getAsInt()), 10, text);
        return at.x() - 6;
    }

    /** Slanted strokes along the lower edge: a device that is down shows it in print, too. */
    private void hatch(Rect at, double text) {
        StringBuilder strokes = new StringBuilder();
        for (double x = at.x() + PAD + text + 6; x + 5 < at.right() - 3; x += 7) {
            strokes.append("M").append(Markup.number(x)).append(' ').append(Markup.number(at.bottom() - 1.5));
            strokes.append("l4 -5");
        }
        pen.path(strokes.toString(), Ink.ERROR, 1).end();
    }

    private void cloud(Box box) {
        Rect at = box.at();
        double left = at.x();
        double w = at.w();
        double bottom = at.bottom();
        String path = "M" + n(left + 14) + " " + n(bottom) + "H" + n(left + w - 14)
                + "A12 12 0 0 0 " + n(left + w - 9) + " " + n(bottom - 22)
                + "A30 30 0 0 0 " + n(left + w * 0.63) + " " + n(bottom - 33)
                + "A42 42 0 0 0 " + n(left + w * 0.29) + " " + n(bottom - 32)
                + "A24 24 0 0 0 " + n(left + 8) + " " + n(bottom - 20)
                + "A11 11 0 0 0 " + n(left + 14) + " " + n(bottom) + "z";
        pen.path(path, Ink.MUTED, 1.5).with("stroke-dasharray", "5 3.5").end();
        Face face = box.cells().getFirst().face();
        double middle = left + w / 2;
        pen.middle(middle, bottom - 17, face.name(), 11, Ink.SOFT);
        pen.words(middle, bottom - 5, 9.5, false, Ink.MUTED, "middle")
                .in()
                .text(face.detail())
                .close("text");
    }

    private static String n(double value) {
        return Markup.number(value);
    }

    private Markup outline(Markup rect, Shape shape) {
        return switch (shape) {
            case SEEN -> rect;
            case ABSENT, DENIED, CLOUD -> rect.with("stroke-dasharray", "5 3.5");
            case AMBIGUOUS -> rect.with("stroke-dasharray", "0.1 4").with("stroke-linecap", "round");
            case CONTRADICTED -> rect.with("stroke-dasharray", "9 3 2 3");
        };
    }
}
