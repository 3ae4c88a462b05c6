package dev.plumbline.views.picture;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.views.picture.Column.Zone;
import dev.plumbline.views.picture.Drawing.Box;
import dev.plumbline.views.picture.Drawing.Frame;
import dev.plumbline.views.picture.Drawing.Label;
import dev.plumbline.views.picture.Drawing.Pill;
import dev.plumbline.views.picture.Drawing.Tag;
import dev.plumbline.views.picture.Drawing.Tint;
import dev.plumbline.views.picture.Drawing.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays a whole answer out: the same answer gives the same picture, to the last digit. */
final class Layout {

    private static final double TOP = 100;
    private static final double BETWEEN_BLOCKS = 24;

    private final MapAnswer answer;
    private final Mentions mentions;
    private final Sheet sheet;
    private final List<BlockPlan> plans = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();
    private final List<Tint> tints = new ArrayList<>();
    private final List<Pill> pills = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();

    private Layout(MapAnswer answer, Map<String, Ink> inks, Folding folding) {
        this.answer = answer;
        this.mentions = Mentions.of(answer);
        this.sheet = Sheet.of(answer.topology(), inks, folding);
    }

    static Drawing of(MapAnswer answer) {
        return of(answer, Sheet.inks(answer.topology().machines()));
    }

    /** For paper, where nothing can be searched: crowded nodes show some of their machines as a line only. */
    static Drawing folded(MapAnswer answer) {
        return new Layout(answer, Sheet.inks(answer.topology().machines()), Folding.of(answer)).draw();
    }

    /** @param inks colours by network: a part of a bigger answer keeps that one's colours */
    static Drawing of(MapAnswer answer, Map<String, Ink> inks) {
        return new Layout(answer, inks, Folding.NONE).draw();
    }

    private Drawing draw() {
        double y = TOP;
        for (Sheet.Block block : sheet.blocks()) {
            BlockPlan plan = BlockPlan.of(block, y);
            plans.add(plan);
            y = plan.bottom() + (block.node().isPresent() ? 16 : 0) + BETWEEN_BLOCKS;
        }
        GridPlan grid = GridPlan.of(sheet, plans);
        for (BlockPlan plan : plans) {
            block(plan, grid);
        }
        NoteBook notes = NoteBook.of(answer, mentions, boxes, pills, y + 14);
        Headline headline = Headline.of(answer, sheet);
        double right = Math.max(grid.end() + GridPlan.MARGIN, rightmost() + GridPlan.MARGIN);
        double width = Math.ceil(Math.max(Math.max(right, headline.width()), Math.max(notes.width(), 760)));
        double legend = notes.bottom() + 22;
        return new Drawing(
                width,
                legend + 54,
                headline.title(),
                headline.subtitle(),
                captions(grid),
                List.copyOf(frames),
                List.copyOf(tints),
                List.copyOf(pills),
                List.copyOf(wires),
                List.copyOf(boxes),
                List.copyOf(tags),
                notes.badges(),
                notes.lines(),
                legend,
                new Label(GridPlan.MARGIN, legend + 36, Type.fitSans(headline.footer(), 10, width - 48)));
    }

    private void block(BlockPlan plan, GridPlan grid) {
        FrameMaker.of(plan, grid, frames);
        for (Lane lane : plan.block().lanes()) {
            double y = plan.rows().at(lane);
            pills.add(Pills.of(lane, y, grid.pills()));
            double left = grid.frames() + 2 * GridPlan.NEST + 8;
            tints.add(new Tint(
                    new Drawing.Rect(left, y - 26, grid.end(Zone.POD) + 6 - left, 52), lane.ink(), lane.number()));
        }
        BlockMaker maker = new BlockMaker(plan, grid, boxes.size(), mentions);
        wires.addAll(maker.wires());
        boxes.addAll(maker.boxes());
        tags.addAll(maker.tags());
    }

    private double rightmost() {
        double box = boxes.stream().mapToDouble(b -> b.at().right()).max().orElse(0);
        double frame = frames.stream().mapToDouble(f -> f.at().right()).max().orElse(0);
        return Math.max(box, frame);
    }

    private static List<Label> captions(GridPlan grid) {
        List<Label> captions = new ArrayList<>();
        grid.bands().forEach((slot, band) -> {
            if (slot.extra() == 0 && !slot.column().caption().isEmpty()) {
                captions.add(new Label(band.left(), TOP - 10, slot.column().caption()));
            }
        });
        return List.copyOf(captions);
    }
}
