package dev.plumbline.views.picture;

import dev.plumbline.views.picture.Sheet.Block;
import dev.plumbline.views.picture.Sheet.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The heights of one block: its frames and its lanes.
 *
 * @param y the lanes' middles by their number, px
 * @param machines in the block's order
 * @param top of the node's frame
 * @param bottom of the lowest machine
 */
record RowPlan(Map<Integer, Double> y, List<Extent> machines, double top, double bottom) {

    static final double HEADER = 34;

    private static final double PITCH = 58;
    private static final double AIR = 14;
    private static final double BETWEEN_MACHINES = 18;
    private static final double BETWEEN_FOLDED = 10;

    /** Tops and bottoms of one machine's two frames. */
    record Extent(double podTop, double vmTop, double firstRow, double vmBottom, double podBottom) {}

    static RowPlan of(Block block, double top) {
        Map<Integer, Double> y = new HashMap<>();
        List<Extent> machines = new ArrayList<>();
        double bottom = top;
        double next = top + (block.node().isPresent() ? HEADER : 0);
        for (Rows rows : block.machines()) {
            double podTop = next;
            if (rows.folded()) {
                machines.add(new Extent(next, next, next, next + HEADER, next + HEADER));
                bottom = next + HEADER;
                next = bottom + BETWEEN_FOLDED;
                continue;
            }
            double vmTop = podTop + (rows.podDrawn() ? HEADER : 0);
            double above = rows.lanes().isEmpty() ? 0 : tall(rows.lanes().getFirst());
            double firstRow = vmTop + (rows.isVm() ? HEADER : 0) + 29 + above;
            double row = firstRow;
            Lane before = null;
            for (Lane lane : rows.lanes()) {
                if (before != null) {
                    double air = bridge(before).equals(bridge(lane)) ? 0 : AIR;
                    row += Math.max(PITCH + air, (height(before) + height(lane)) / 2 + 20);
                }
                y.put(lane.number(), row);
                before = lane;
            }
            double vmBottom = row + 39 + (before == null ? 0 : tall(before));
            double podBottom = vmBottom + (rows.podDrawn() && rows.isVm() ? 14 : 0);
            machines.add(new Extent(podTop, vmTop, firstRow, vmBottom, podBottom));
            bottom = podBottom;
            next = bottom + BETWEEN_MACHINES;
        }
        return new RowPlan(y, machines, top, bottom);
    }

    /** Of the lane's tallest box: a fork needs more room than a row has. */
    private static double height(Lane lane) {
        int faces =
                lane.stations().stream().mapToInt(s -> s.faces().size()).max().orElse(1);
        return faces * Piece.ROW_HEIGHT + (faces - 1) * Piece.CELL_GAP;
    }

    private static double tall(Lane lane) {
        return Math.max(0, (height(lane) - Piece.ROW_HEIGHT) / 2 - 10);
    }

    double at(Lane lane) {
        return y.getOrDefault(lane.number(), 0.0);
    }

    private static Optional<String> bridge(Lane lane) {
        return lane.in(Column.HOST_BRIDGE).map(Lane.Station::key);
    }
}
