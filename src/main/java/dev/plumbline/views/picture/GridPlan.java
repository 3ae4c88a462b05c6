package dev.plumbline.views.picture;

import dev.plumbline.topology.Step;
import dev.plumbline.views.picture.Column.Slot;
import dev.plumbline.views.picture.Column.Zone;
import dev.plumbline.views.picture.Drawing.Form;
import dev.plumbline.views.picture.Lane.Face;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The columns of the whole picture: where each begins and how wide its boxes are, in px.
 *
 * @param end right edge of the last column
 */
record GridPlan(SortedMap<Slot, Band> bands, double pills, double end) {

    /** One column's boxes. */
    record Band(double left, double width) {

        double right() {
            return left + width;
        }
    }

    static final double MARGIN = 24;
    /** Distance of nested frames' left edges. */
    static final double NEST = 18;

    private static final double PILL_TO_FRAME = 22;
    private static final double GAP = 40;
    private static final double BORDER_GAP = 58;

    static GridPlan of(Sheet sheet, List<BlockPlan> plans) {
        double pills = sheet.lanes().stream()
                .mapToDouble(l -> Pills.width(l.nic()))
                .max()
                .orElse(80);
        TreeSet<Slot> slots = new TreeSet<>();
        plans.forEach(plan -> slots.addAll(plan.pieces().keySet()));
        SortedMap<Slot, Band> bands = new TreeMap<>();
        double x = MARGIN + pills + PILL_TO_FRAME + 2 * NEST;
        double captionEnd = 0;
        Slot before = Slot.of(Column.ADDRESS);
        boolean first = true;
        for (Slot slot : slots) {
            double gap = first ? NEST : before.column().zone() == slot.column().zone() ? GAP : BORDER_GAP;
            int channels = plans.stream().mapToInt(p -> p.channels(slot)).max().orElse(0);
            if (channels > 0) {
                gap = Math.max(gap, 22 + channels * Piece.PITCH + 22);
            }
            gap = Math.max(
                    gap, plans.stream().mapToDouble(p -> room(p, slot)).max().orElse(0));
            if (plans.stream().anyMatch(p -> forked(p, slot))) {
                gap += BlockMaker.FORK;
            }
            // Narrow boxes under long captions would push the captions into each other.
            x = Math.max(x + gap, captionEnd + 14);
            captionEnd = x + caption(slot);
            double wide = plans.stream().mapToDouble(p -> width(p, slot)).max().orElse(0);
            bands.put(slot, new Band(x, wide));
            x += wide;
            before = slot;
            first = false;
        }
        boolean wire = before.column().zone() == Zone.WIRE;
        return new GridPlan(bands, pills, x + (wire ? 0 : 3 * NEST));
    }

    /** Of a slot that some block uses. */
    Band band(Slot slot) {
        return Optional.ofNullable(bands.get(slot)).orElseThrow();
    }

    /** Left edge of a node's frame. */
    double frames() {
        return MARGIN + pills + PILL_TO_FRAME;
    }

    /** Right edge of the last column of a zone or of one before it. */
    double end(Zone zone) {
        return bands.entrySet().stream()
                .filter(band -> band.getKey().column().zone().compareTo(zone) <= 0)
                .mapToDouble(band -> band.getValue().right())
                .max()
                .orElse(frames() + 220);
    }

    /** A word on the line needs room beside it for the line's style. */
    private static double room(BlockPlan plan, Slot slot) {
        boolean nat = plan.pieces().getOrDefault(slot, List.of()).stream()
                .flatMap(p -> p.stations().stream())
                .anyMatch(s -> s.step().filter(Step.NAT::equals).isPresent());
        return nat ? 72 : 0;
    }

    private static boolean forked(BlockPlan plan, Slot slot) {
        return plan.pieces().getOrDefault(slot, List.of()).stream()
                .anyMatch(p -> p.face().faces().size() > 1);
    }

    private static double caption(Slot slot) {
        return slot.extra() == 0
                ? Type.sans(slot.column().caption(), 10.5)
                        + slot.column().caption().length()
                : 0;
    }

    private static double width(BlockPlan plan, Slot slot) {
        int bars = plan.bars(slot);
        double wide = bars == 0 ? 0 : (bars - 1) * Bars.PITCH + Bars.WIDTH;
        for (Piece piece : plan.pieces().getOrDefault(slot, List.of())) {
            if (piece.form() != Form.BAR) {
                for (Face face : piece.face().faces()) {
                    wide = Math.max(wide, width(face));
                }
            }
        }
        return wide;
    }

    /** Width of a box with this text, px. */
    static double width(Face face) {
        double pill = face.mtu().isPresent() ? 8 + pill(face.mtu().getAsInt()) : 0;
        double down = face.down() ? 8 + DOWN : 0;
        double first = 10 + Type.name(face.name()) + pill + down + (pill + down > 0 ? 6 : 10);
        return Math.ceil(Math.max(48, Math.max(first, 20 + Type.detail(face.detail()))));
    }

    /** Width of the word down in a box. */
    static final double DOWN = 36;

    /** Width of an MTU in its pill. */
    static double pill(int mtu) {
        return Integer.toString(mtu).length() * 6.7 + 9;
    }
}
