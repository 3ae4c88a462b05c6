package dev.plumbline.views.picture;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.views.picture.Drawing.Point;
import dev.plumbline.views.picture.Drawing.Wire;
import java.util.ArrayList;
import java.util.List;

/** Draws lines: rounded at their corners, with a casing beneath, so that a crossing reads as over and under. */
final class WireWriter {

    private static final double RADIUS = 8;

    private final Pen pen;
    private final Markup out;

    WireWriter(Pen pen) {
        this.pen = pen;
        this.out = pen.out();
    }

    void wire(Wire wire) {
        out.open("g")
                .with("class", "wire")
                .with("data-lane", SvgWriter.lanes(wire.lanes()))
                .in();
        List<Point> points = wire.verdict() == Verdict.UNKNOWN ? stub(wire.points()) : wire.points();
        String path = path(points);
        double weight = Pen.weight(wire.verdict());
        pen.path(path, Ink.PAPER, weight + 3).end();
        pen.path(path, ink(wire), weight);
        String dashes = Pen.dashes(wire.verdict());
        if (!dashes.isEmpty()) {
            out.with("stroke-dasharray", dashes);
        }
        if (wire.verdict() == Verdict.AMBIGUOUS) {
            out.with("stroke-linecap", "round");
        }
        out.end().close("g").line();
    }

    /** Dots lie above boxes: a line without one only passes by. */
    void dots(List<Wire> wires) {
        for (Wire wire : wires) {
            out.open("g")
                    .with("class", "dots")
                    .with("data-lane", SvgWriter.lanes(wire.lanes()))
                    .in();
            if (wire.from()) {
                dot(wire.points().getFirst(), wire);
            }
            if (wire.to()) {
                dot(wire.points().getLast(), wire);
            }
            out.close("g");
        }
        out.line();
    }

    private void dot(Point at, Wire wire) {
        pen.dot(at.x(), at.y(), 3.4, ink(wire), Ink.BOX, 1.2).end();
    }

    private static Ink ink(Wire wire) {
        return wire.verdict() == Verdict.CONTRADICTED ? Ink.ERROR : wire.ink();
    }

    /** The line breaks off before its end. */
    private static List<Point> stub(List<Point> points) {
        Point before = points.get(points.size() - 2);
        Point end = points.getLast();
        if (before.x() == end.x()) {
            return points;
        }
        double rest = Math.max(10, (end.x() - before.x()) * 0.35);
        Point cut = new Point(Math.max(before.x() + 4, end.x() - rest), end.y());
        List<Point> shorter = new ArrayList<>(points.subList(0, points.size() - 1));
        shorter.add(cut);
        return shorter;
    }

    private static String path(List<Point> points) {
        StringBuilder path = new StringBuilder("M" + at(points.getFirst()));
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            Point before = points.get(i - 1);
            Point after = points.get(i + 1);
            double radius = Math.min(RADIUS, Math.min(length(before, corner), length(corner, after)) / 2);
            path.append("L").append(at(toward(corner, before, radius)));
            path.append("Q").append(at(corner)).append(' ').append(at(toward(corner, after, radius)));
        }
        return path.append("L").append(at(points.getLast())).toString();
    }

    private static double length(Point a, Point b) {
        return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
    }

    private static Point toward(Point from, Point to, double distance) {
        double length = length(from, to);
        double share = length == 0 ? 0 : distance / length;
        return new Point(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
    }

    private static String at(Point point) {
        return Markup.number(point.x()) + " " + Markup.number(point.y());
    }
}
