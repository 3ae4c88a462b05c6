package dev.plumbline.views.picture;

import dev.plumbline.views.picture.Column.Slot;
import dev.plumbline.views.picture.Drawing.Form;
import dev.plumbline.views.picture.Lane.Station;
import dev.plumbline.views.picture.Sheet.Block;
import dev.plumbline.views.picture.Sheet.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Gathers the lanes' stations into pieces: what several lanes share is drawn once. */
final class Pieces {

    private final List<Lane> lanes;
    private final Map<Slot, List<Piece>> bySlot = new TreeMap<>();
    private int next;

    private Pieces(List<Lane> lanes) {
        this.lanes = lanes;
    }

    /** The pieces of a block, slots ascending, in each slot by first lane. */
    static Map<Slot, List<Piece>> of(Block block) {
        Pieces pieces = new Pieces(block.lanes());
        TreeSet<Slot> slots = new TreeSet<>();
        pieces.lanes.forEach(lane -> lane.stations().forEach(s -> slots.add(s.slot())));
        for (Slot slot : slots) {
            if (slot.column().trunk()) {
                pieces.shared(slot);
            } else {
                block.machines().forEach(rows -> pieces.runs(slot, rows));
            }
        }
        return pieces.bySlot;
    }

    /** Within a machine the same device in neighbouring rows is one box, a guest's bond say. */
    private void runs(Slot slot, Rows rows) {
        List<Lane> run = new ArrayList<>();
        String key = "";
        for (Lane lane : rows.lanes()) {
            String here = lane.at(slot).map(Station::key).orElse("");
            if (!here.equals(key)) {
                add(slot, run);
                run = new ArrayList<>();
                key = here;
            }
            if (!here.isEmpty()) {
                run.add(lane);
            }
        }
        add(slot, run);
    }

    private void add(Slot slot, List<Lane> run) {
        if (!run.isEmpty()) {
            put(slot, run.size() == 1 ? Form.ROW : Form.TALL, run);
        }
    }

    private void shared(Slot slot) {
        Map<String, List<Lane>> groups = new LinkedHashMap<>();
        for (Lane lane : lanes) {
            lane.at(slot)
                    .ifPresent(s -> groups.computeIfAbsent(s.key(), _ -> new ArrayList<>())
                            .add(lane));
        }
        boolean bridges = slot.equals(Slot.of(Column.HOST_BRIDGE));
        boolean bars = bridges && interleaved(slot, groups.values());
        for (List<Lane> group : groups.values()) {
            Form form = !bridges ? Form.COMPACT : bars ? Form.BAR : group.size() == 1 ? Form.ROW : Form.TALL;
            put(slot, form, group);
        }
    }

    /** Whether a line of another device would run through a tall box of this slot. */
    private boolean interleaved(Slot slot, Collection<List<Lane>> groups) {
        for (List<Lane> group : groups) {
            int from = group.getFirst().number();
            int to = group.getLast().number();
            Set<Integer> members = group.stream().map(Lane::number).collect(Collectors.toSet());
            for (Lane lane : lanes) {
                boolean between = lane.number() > from && lane.number() < to && !members.contains(lane.number());
                if (between && !lane.stations().isEmpty() && lane.last().slot().compareTo(slot) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private void put(Slot slot, Form form, List<Lane> group) {
        List<Station> stations =
                group.stream().map(l -> l.at(slot).orElseThrow()).toList();
        bySlot.computeIfAbsent(slot, _ -> new ArrayList<>())
                .add(new Piece(next++, slot, form, List.copyOf(group), stations));
    }
}
