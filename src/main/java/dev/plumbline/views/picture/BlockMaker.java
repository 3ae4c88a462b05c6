package dev.plumbline.views.picture;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Step;
import dev.plumbline.topology.Topology.Other;
import dev.plumbline.views.picture.Drawing.Box;
import dev.plumbline.views.picture.Drawing.Cell;
import dev.plumbline.views.picture.Drawing.Form;
import dev.plumbline.views.picture.Drawing.Point;
import dev.plumbline.views.picture.Drawing.Rect;
import dev.plumbline.views.picture.Drawing.Tag;
import dev.plumbline.views.picture.Drawing.Wire;
import dev.plumbline.views.picture.Lane.Face;
import dev.plumbline.views.picture.Lane.Station;
import dev.plumbline.views.picture.Piece.Strand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Turns one block's plan into boxes, wires and tags at their places. */
final class BlockMaker {

    /** From a fork's point to its branches, px. */
    static final double FORK = 14;

    private final BlockPlan plan;
    private final GridPlan grid;
    private final int firstId;
    private final Mentions mentions;

    BlockMaker(BlockPlan plan, GridPlan grid, int firstId, Mentions mentions) {
        this.plan = plan;
        this.grid = grid;
        this.firstId = firstId;
        this.mentions = mentions;
    }

    List<Box> boxes() {
        List<Box> boxes = new ArrayList<>();
        plan.pieces().values().forEach(column -> column.forEach(piece -> boxes.add(box(piece))));
        return boxes;
    }

    private Box box(Piece piece) {
        Station face = piece.face();
        Rect at = rect(piece);
        List<Cell> cells = new ArrayList<>();
        int count = face.faces().size();
        double height = count == 1 ? at.h() : Piece.ROW_HEIGHT;
        double top = count == 1 ? at.y() : at.midY() - (count * (height + Piece.CELL_GAP) - Piece.CELL_GAP) / 2;
        for (Face each : face.faces()) {
            cells.add(new Cell(new Rect(at.x(), top, at.w(), height), each));
            top += height + Piece.CELL_GAP;
        }
        String id = "b" + (firstId + piece.id());
        List<Double> labels = plan.labels().getOrDefault(piece.id(), List.of());
        return new Box(
                id, piece.form(), at, edge(piece), face.face().shape(), cells, piece.lanes(), piece.stations(), labels);
    }

    private static Ink edge(Piece piece) {
        return switch (piece.face().face().shape()) {
            case ABSENT -> Ink.FAINT;
            case DENIED -> Ink.ERROR;
            case CLOUD -> Ink.MUTED;
            case CONTRADICTED -> Ink.ERROR;
            case SEEN, AMBIGUOUS ->
                piece.slot().column().trunk()
                        ? Ink.SHARED
                        : piece.lanes().getFirst().ink();
        };
    }

    private Rect rect(Piece piece) {
        BlockPlan.Span span = plan.span(piece);
        double left = left(piece);
        double width =
                piece.form() == Form.BAR ? Bars.WIDTH : grid.band(piece.slot()).width();
        return new Rect(left, span.top(), width, span.bottom() - span.top());
    }

    private double left(Piece piece) {
        double column = plan.barLanes().getOrDefault(piece.id(), 0) * Bars.PITCH;
        return grid.band(piece.slot()).left() + (piece.form() == Form.BAR ? column : 0);
    }

    private double right(Piece piece) {
        return left(piece)
                + (piece.form() == Form.BAR
                        ? Bars.WIDTH
                        : grid.band(piece.slot()).width());
    }

    List<Wire> wires() {
        List<Wire> wires = new ArrayList<>();
        for (Lane lane : plan.block().lanes()) {
            if (!lane.stations().isEmpty()) {
                Station first = lane.stations().getFirst();
                boolean seen = first.face().shape().seen();
                double y = plan.rows().at(lane);
                wires.add(new Wire(
                        List.of(new Point(GridPlan.MARGIN + grid.pills(), y), new Point(start(lane), y)),
                        lane.ink(),
                        seen ? lane.nic().network().verdict() : Verdict.UNKNOWN,
                        List.of(lane.number()),
                        false));
            }
        }
        // Straight ones first: where a turning strand crosses one it lies above.
        plan.strands().stream().filter(s -> !s.bends()).forEach(s -> wires.add(wire(s)));
        plan.strands().stream().filter(Strand::bends).forEach(s -> wires.add(wire(s)));
        plan.pieces()
                .values()
                .forEach(column -> column.stream().filter(BlockMaker::forked).forEach(fork -> branches(fork, wires)));
        return wires;
    }

    private double start(Lane lane) {
        Station first = lane.stations().getFirst();
        for (Piece piece : plan.pieces().getOrDefault(first.slot(), List.of())) {
            if (piece.lanes().stream().anyMatch(l -> l.number() == lane.number())) {
                return left(piece);
            }
        }
        return grid.band(first.slot()).left();
    }

    private Wire wire(Strand strand) {
        double from = right(strand.from()) + (forked(strand.from()) ? FORK : 0);
        double to = left(strand.to()) - (forked(strand.to()) ? FORK : 0);
        List<Point> points = new ArrayList<>();
        points.add(new Point(from, strand.fromY()));
        if (strand.bends()) {
            double turn = to - 22 - (plan.channels(strand.to().slot()) - 1 - strand.channel()) * Piece.PITCH;
            points.add(new Point(turn, strand.fromY()));
            points.add(new Point(turn, strand.toY()));
        }
        points.add(new Point(to, strand.toY()));
        List<Integer> lanes = strand.lanes().stream().map(Lane::number).toList();
        boolean seen = strand.from().face().face().shape().seen();
        return new Wire(points, strand.ink(), strand.verdict(), lanes, seen);
    }

    private static boolean forked(Piece piece) {
        return piece.face().faces().size() > 1;
    }

    /** At a fork the strands meet every branch; several of them meet as one, in no network's colour. */
    private void branches(Piece fork, List<Wire> wires) {
        List<Strand> in =
                plan.strands().stream().filter(s -> s.to().id() == fork.id()).toList();
        List<Strand> out =
                plan.strands().stream().filter(s -> s.from().id() == fork.id()).toList();
        List<Integer> lanes = fork.lanes().stream().map(Lane::number).toList();
        for (Cell cell : box(fork).cells()) {
            double y = cell.at().midY();
            for (Strand strand : in) {
                Ink ink = in.size() == 1 ? strand.ink() : Ink.SHARED;
                List<Point> points = corner(left(fork) - FORK, strand.toY(), left(fork), y);
                wires.add(new Wire(points, ink, strand.verdict(), lanes, false));
            }
            // One line from a branch is enough where strands leave: the one that is nearest.
            out.stream()
                    .min(Comparator.comparingDouble(s -> Math.abs(s.fromY() - y)))
                    .ifPresent(strand -> {
                        Ink ink = out.size() == 1 ? strand.ink() : Ink.SHARED;
                        List<Point> points = corner(right(fork) + FORK, strand.fromY(), right(fork), y);
                        wires.add(new Wire(points.reversed(), ink, strand.verdict(), lanes, true));
                    });
        }
    }

    private static List<Point> corner(double x, double y, double endX, double endY) {
        return Math.abs(y - endY) < 0.01
                ? List.of(new Point(x, y), new Point(endX, endY))
                : List.of(new Point(x, y), new Point(x, endY), new Point(endX, endY));
    }

    List<Tag> tags() {
        List<Tag> tags = new ArrayList<>();
        for (Strand strand : plan.strands()) {
            Lane lane = strand.lanes().getFirst();
            boolean nat = lane.at(strand.to().slot())
                    .flatMap(Station::step)
                    .filter(Step.NAT::equals)
                    .isPresent();
            if (nat) {
                double middle = (right(strand.from()) + left(strand.to())) / 2;
                Rect at = new Rect(middle - 15, strand.toY() - 8, 30, 16);
                tags.add(new Tag(at, lane.ink(), "NAT", "translated: no layer 2 beyond", List.of(lane.number())));
            }
        }
        for (List<Piece> column : plan.pieces().values()) {
            column.forEach(piece -> strangers(piece, tags));
        }
        return tags;
    }

    private void strangers(Piece piece, List<Tag> tags) {
        if (piece.first().hop().isEmpty() || !piece.slot().column().trunk()) {
            return;
        }
        Hop hop = piece.first().hop().get();
        List<Other> here = mentions.others(hop);
        if (here.isEmpty()) {
            return;
        }
        Rect box = rect(piece);
        boolean bar = piece.form() == Form.BAR;
        String text = "+" + here.size() + (bar ? "" : here.size() == 1 ? " other" : " others");
        double width = Math.ceil(Type.sans(text, 9.5) + (bar ? 6 : 12));
        double left = bar ? box.x() + box.w() / 2 - width / 2 : box.x() + 8;
        String list = here.stream().map(Mentions::told).collect(Collectors.joining("\n"));
        List<Integer> lanes = piece.lanes().stream().map(Lane::number).toList();
        tags.add(new Tag(new Rect(left, box.bottom() + 3, width, 14), Ink.MUTED, text, list, lanes));
    }
}
