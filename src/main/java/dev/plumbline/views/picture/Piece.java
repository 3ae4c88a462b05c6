package dev.plumbline.views.picture;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.views.picture.Column.Slot;
import dev.plumbline.views.picture.Drawing.Form;
import dev.plumbline.views.picture.Lane.Station;
import java.util.Comparator;
import java.util.List;

/**
 * One device of a block, before it has a place.
 *
 * @param id within its block, from 0
 * @param stations one a lane
 */
record Piece(int id, Slot slot, Form form, List<Lane> lanes, List<Station> stations) {

    Station first() {
        return stations.getFirst();
    }

    /** The strongest and the weakest agree on how a box looks only if all lanes see it alike; the best seen wins. */
    Station face() {
        return stations.stream()
                .min(Comparator.<Station, Lane.Shape>comparing(s -> s.face().shape())
                        .thenComparing(s -> !s.face().narrow()))
                .orElseThrow();
    }

    /** Height of its text and of this many strands at its side, in px. */
    double height(int strands) {
        int faces = face().faces().size();
        return Math.max(faces * ROW_HEIGHT + (faces - 1) * CELL_GAP, (strands - 1) * PITCH + 24);
    }

    /** Height of a box with two lines, in px. */
    static final double ROW_HEIGHT = 38;

    static final double CELL_GAP = 6;
    /** Distance of two strands, in px. */
    static final double PITCH = 7;

    /**
     * Lanes that run side by side as one line.
     *
     * @param fromY height at which it leaves; the same as {@code toY} from a bar
     * @param channel how many turns lie nearer to the left in the gap before its end
     */
    record Strand(Piece from, Piece to, List<Lane> lanes, Verdict verdict, double fromY, double toY, int channel) {

        Ink ink() {
            return lanes.getFirst().ink();
        }

        boolean bends() {
            return Math.abs(fromY - toY) > 0.01;
        }

        Strand inChannel(int number) {
            return new Strand(from, to, lanes, verdict, fromY, toY, number);
        }
    }
}
