package dev.plumbline.views.picture;

import dev.plumbline.evidence.Scope;
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
import dev.plumbline.views.picture.Lane.Shape;
import dev.plumbline.views.picture.Lane.Station;
import dev.plumbline.views.picture.Piece.Strand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Turns one block's plan into boxes, wires and tags at their places. */
final class BlockMaker {

    private final BlockPlan plan;
    private final GridPlan grid;
    private final int firstId;
    private final List<Other> others;

    BlockMaker(BlockPlan plan, GridPlan grid, int firstId, List<Other> others) {
        this.plan = plan;
        this.grid = grid;
        this.firstId = firstId;
        this.others = others;
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
        double label = plan.labels().getOrDefault(piece.id(), at.midY());
        return new Box(id, piece.form(), at, edge(piece), face.face().shape(), cells, piece.lanes(), piece.stations(), label);
    }

    private static Ink edge(Piece piece) {
        return switch (piece.face().face().shape()) {
            case ABSENT -> Ink.FAINT;
            case CLOUD -> Ink.MUTED;
            case CONTRADICTED -> Ink.ERROR;
            case SEEN, AMBIGUOUS ->
                piece.slot().column().trunk() ? Ink.SHARED : piece.lanes().getFirst().ink();
        };
    }

    private Rect rect(Piece piece) {
        BlockPlan.Span span = plan.span(piece);
        double left = left(piece);
        double width = piece.form() == Form.BAR ? Bars.WIDTH : grid.width().get(piece.slot());
        return new Rect(left, span.top(), width, span.bottom() - span.top());
    }

    private double left(Piece piece) {
        double column = plan.barLanes().getOrDefault(piece.id(), 0) * Bars.PITCH;
        return grid.left().get(piece.slot()) + (piece.form() == Form.BAR ? column : 0);
    }

    private double right(Piece piece) {
        return left(piece) + (piece.form() == Form.BAR ? Bars.WIDTH : grid.width().get(piece.slot()));
    }

    List<Wire> wires() {
        List<Wire> wires = new ArrayList<>();
        for (Lane lane : plan.block().lanes()) {
            if (!lane.stations().isEmpty()) {
                Station first = lane.stations().getFirst();
                boolean seen = first.face().shape() != Shape.ABSENT;
                double y = plan.rows().at(lane);
                wires.add(new Wire(
                        List.of(new Point(GridPlan.MARGIN + grid.pills(), y), new Point(start(lane), y)),
                        lane.ink(),
                        seen ? lane.nic().network().verdict() : Verdict.UNKNOWN,
                        List.of(lane.number())));
            }
        }
        // Straight ones first: where a turning strand crosses one it lies above.
        plan.strands().stream().filter(s -> !s.bends()).forEach(s -> wires.add(wire(s)));
        plan.strands().stream().filter(Strand::bends).forEach(s -> wires.add(wire(s)));
        return wires;
    }

    private double start(Lane lane) {
        Station first = lane.stations().getFirst();
        for (Piece piece : plan.pieces().get(first.slot())) {
            if (piece.lanes().stream().anyMatch(l -> l.number() == lane.number())) {
                return left(piece);
            }
        }
        return grid.left().get(first.slot());
    }

    private Wire wire(Strand strand) {
        double from = right(strand.from());
        double to = left(strand.to());
        List<Point> points = new ArrayList<>();
        points.add(new Point(from, strand.fromY()));
        if (strand.bends()) {
            double turn = to - 22 - (plan.channels(strand.to().slot()) - 1 - strand.channel()) * Piece.PITCH;
            points.add(new Point(turn, strand.fromY()));
            points.add(new Point(turn, strand.toY()));
        }
        points.add(new Point(to, strand.toY()));
        List<Integer> lanes = strand.lanes().stream().map(Lane::number).toList();
        return new Wire(points, strand.ink(), strand.verdict(), lanes);
    }

    List<Tag> tags() {
        List<Tag> tags = new ArrayList<>();
        for (Strand strand : plan.strands()) {
            Lane lane = strand.lanes().getFirst();
            boolean nat = lane.at(strand.to().slot()).flatMap(Station::step).filter(Step.NAT::equals).isPresent();
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
        List<Other> here = others.stream()
                .filter(o -> o.on().equals(hop.label()) && sameNode(o.device().scope(), hop.scope()))
                .toList();
        if (here.isEmpty()) {
            return;
        }
        Rect box = rect(piece);
        boolean bar = piece.form() == Form.BAR;
        String text = "+" + here.size() + (bar ? "" : here.size() == 1 ? " other" : " others");
        double width = Math.ceil(Type.sans(text, 9.5) + (bar ? 6 : 12));
        double left = bar ? box.x() + box.w() / 2 - width / 2 : box.x() + 8;
        String list = here.stream()
                .map(o -> o.device().name() + ": " + (o.why().isEmpty() ? o.verdict().word() : o.why()))
                .collect(Collectors.joining("\n"));
        tags.add(new Tag(new Rect(left, box.bottom() + 3, width, 14), Ink.MUTED, text, list, List.of()));
    }

    private static boolean sameNode(Scope one, Scope other) {
        return one.cluster().equals(other.cluster()) && one.path().equals(other.path());
    }
}
