package dev.plumbline.views.picture;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.views.picture.Lane.Face;
import dev.plumbline.views.picture.Lane.Shape;
import dev.plumbline.views.picture.Lane.Station;
import java.util.List;

/**
 * A picture laid out: everything has its place, nothing is drawn yet. Lengths are in px; lists are in drawing order.
 */
record Drawing(
        double width,
        double height,
        String title,
        String subtitle,
        List<Label> captions,
        List<Frame> frames,
        List<Tint> tints,
        List<Pill> pills,
        List<Wire> wires,
        List<Box> boxes,
        List<Tag> tags,
        List<Badge> badges,
        List<NoteLine> notes,
        double legendY,
        Label footer) {

    record Rect(double x, double y, double w, double h) {

        double right() {
            return x + w;
        }

        double bottom() {
            return y + h;
        }

        double midY() {
            return y + h / 2;
        }

        boolean overlaps(Rect other) {
            return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
        }

        boolean contains(Rect other) {
            return x <= other.x && y <= other.y && right() >= other.right() && bottom() >= other.bottom();
        }
    }

    record Point(double x, double y) {}

    record Label(double x, double y, String text) {}

    enum FrameKind {
        NODE,
        POD,
        VM
    }

    /** @param doubt the verdict's word where the placement is not proven, else empty */
    record Frame(FrameKind kind, Rect at, String name, String doubt, boolean dashed, String tooltip) {}

    /** The band behind a lane. */
    record Tint(Rect at, Ink ink, int lane) {}

    /**
     * A network at the start of its lane.
     *
     * @param narrow whether the path takes less than its first device sends
     */
    record Pill(
            Rect at, Ink ink, String name, Verdict verdict, String under, boolean narrow, int lane, String tooltip) {}

    /**
     * @param lanes the NICs whose frames it carries
     * @param from whether it begins at a device, and so with a dot
     */
    record Wire(List<Point> points, Ink ink, Verdict verdict, List<Integer> lanes, boolean from) {

        /** What was not seen meets nothing. */
        boolean to() {
            return verdict != Verdict.UNKNOWN;
        }
    }

    enum Form {
        /** In one row. */
        ROW,
        /** Over the rows it serves. */
        TALL,
        /** Narrow over many rows, its name turned. */
        BAR,
        /** Where strands from many rows come together. */
        COMPACT
    }

    /**
     * A device.
     *
     * @param id generated
     * @param cells one; several for a fork
     * @param stations one a lane, in the lanes' order
     * @param labels middles of a bar's turned name, which a long bar repeats
     */
    record Box(
            String id,
            Form form,
            Rect at,
            Ink edge,
            Shape shape,
            List<Cell> cells,
            List<Lane> lanes,
            List<Station> stations,
            List<Double> labels) {}

    record Cell(Rect at, Face face) {}

    /** A small word at a wire or beneath a bridge. */
    record Tag(Rect at, Ink ink, String text, String tooltip, List<Integer> lanes) {}

    /** A note's number at what it speaks of. */
    record Badge(double x, double y, int number, Ink ink) {}

    /** @param word of severity, may be empty */
    record NoteLine(double y, int number, Ink ink, String word, String text) {}
}
