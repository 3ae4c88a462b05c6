package dev.plumbline.views.picture;

import dev.plumbline.views.picture.Column.Slot;
import dev.plumbline.views.picture.Drawing.Form;
import dev.plumbline.views.picture.Lane.Station;
import dev.plumbline.views.picture.Piece.Strand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The straight lines within the rows: from device to device as far as each lane has the row to itself. */
final class LaneWires {

    private LaneWires() {}

    static List<Strand> of(Map<Slot, List<Piece>> pieces, RowPlan rows) {
        List<Strand> strands = new ArrayList<>();
        Map<Integer, Piece> last = new HashMap<>();
        for (List<Piece> column : pieces.values()) {
            for (Piece piece : column) {
                for (int i = 0; i < piece.lanes().size(); i++) {
                    Lane lane = piece.lanes().get(i);
                    Station station = piece.stations().get(i);
                    Piece from = last.put(lane.number(), piece);
                    if (from != null && piece.form() != Form.COMPACT) {
                        double y = rows.at(lane);
                        strands.add(new Strand(from, piece, List.of(lane), station.verdict(), y, y, 0));
                    }
                }
            }
        }
        return strands;
    }
}
