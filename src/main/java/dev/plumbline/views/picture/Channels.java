package dev.plumbline.views.picture;

import dev.plumbline.views.picture.BlockPlan.Span;
import dev.plumbline.views.picture.Column.Slot;
import dev.plumbline.views.picture.Piece.Strand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says where in the gap before its end each strand turns. Of the strands that come down to one box the outermost turns
 * last, and so do those that come up: then none of them crosses another.
 */
final class Channels {

    private Channels() {}

    private record Taken(Span span, int from, int to) {}

    static List<Strand> assign(List<Strand> strands) {
        Map<Integer, List<Strand>> byTarget = new LinkedHashMap<>();
        List<Strand> all = new ArrayList<>();
        for (Strand strand : strands) {
            if (strand.bends()) {
                byTarget.computeIfAbsent(strand.to().id(), _ -> new ArrayList<>())
                        .add(strand);
            } else {
                all.add(strand);
            }
        }
        Map<Slot, List<Taken>> taken = new HashMap<>();
        for (List<Strand> group : byTarget.values()) {
            List<Strand> ranked = ranked(group);
            int width = ranked.stream().mapToInt(Strand::channel).max().orElse(0) + 1;
            Span span = ranked.stream()
                    .map(s -> new Span(Math.min(s.fromY(), s.toY()), Math.max(s.fromY(), s.toY())))
                    .reduce(Span::and)
                    .orElseThrow();
            List<Taken> others = taken.computeIfAbsent(group.getFirst().to().slot(), _ -> new ArrayList<>());
            int base = free(others, span, width);
            others.add(new Taken(span, base, base + width));
            ranked.forEach(s -> all.add(s.inChannel(base + s.channel())));
        }
        return all;
    }

    private static List<Strand> ranked(List<Strand> group) {
        List<Strand> ranked = new ArrayList<>();
        List<Strand> down = group.stream()
                .filter(s -> s.fromY() < s.toY())
                .sorted(Comparator.comparingDouble(Strand::fromY).reversed())
                .toList();
        List<Strand> up = group.stream()
                .filter(s -> s.fromY() > s.toY())
                .sorted(Comparator.comparingDouble(Strand::fromY))
                .toList();
        for (int i = 0; i < down.size(); i++) {
            ranked.add(down.get(i).inChannel(i));
        }
        for (int i = 0; i < up.size(); i++) {
            ranked.add(up.get(i).inChannel(i));
        }
        return ranked;
    }

    private static int free(List<Taken> others, Span span, int width) {
        int base = 0;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Taken other : others) {
                if (other.span().meets(span, 2) && base < other.to() && other.from() < base + width) {
                    base = other.to();
                    moved = true;
                }
            }
        }
        return base;
    }
}
