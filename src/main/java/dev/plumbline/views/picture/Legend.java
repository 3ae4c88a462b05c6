package dev.plumbline.views.picture;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.views.picture.Drawing.Point;
import dev.plumbline.views.picture.Drawing.Wire;
import java.util.List;

/** Says what the lines' styles mean. */
final class Legend {

    private final Pen pen;

    Legend(Pen pen) {
        this.pen = pen;
    }

    void draw(double x, double y) {
        double at = x;
        pen.out().open("g").with("class", "legend").in();
        WireWriter wires = new WireWriter(pen);
        for (Verdict verdict : Verdict.values()) {
            wires.wire(new Wire(List.of(new Point(at, y), new Point(at + 40, y)), Ink.SOFT, verdict, List.of(), false));
            String text = verdict == Verdict.UNKNOWN ? "not collected" : verdict.word();
            pen.sans(at + 48, y + 4, text, 11, false, Ink.MUTED);
            at += 48 + Type.sans(text, 11) + 20;
        }
        pen.out().close("g").line();
    }
}
