package dev.plumbline.answers.proofread;

import dev.plumbline.answers.proofread.Ruling.Truth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Judges a row of names, which are to lie on one NIC's line. */
final class ChainJudge {

    private final Chart chart;
    private final PairJudge pairs;

    ChainJudge(Chart chart, PairJudge pairs) {
        this.chart = chart;
        this.pairs = pairs;
    }

    /** @param ordered whether they stand in the order of the line, one way or the other */
    Ruling judge(List<Named> names, boolean ordered) {
        Optional<Match> best = best(names, ordered);
        if (best.isPresent() && best.get().stops().size() == names.size()) {
            return best.get().ruling();
        }
        Optional<Named> anchor = best.flatMap(match ->
                names.stream().filter(name -> match.stops().containsKey(name)).findFirst());
        Ruling whole = Ruling.holds("", List.of());
        if (anchor.isPresent() && best.get().stops().size() > 1) {
            for (Named name : names) {
                if (!best.get().stops().containsKey(name)) {
                    whole = whole.and(beside(specific(names, best.get(), anchor.get()), name));
                }
            }
        } else {
            for (int i = 1; i < names.size(); i++) {
                whole = whole.and(
                        pairs.judge(names.get(i - 1), names.get(i), false).uncorrected());
            }
        }
        return whole.is(Truth.TRUE) ? Ruling.open("no line of one NIC has all of them", whole.evidence()) : whole;
    }

    private Ruling beside(Named anchor, Named name) {
        Ruling ruling = pairs.judge(anchor, name, true);
        return ruling.correctedAt(name.word());
    }

    /** A name that lies on one line only says more than a bridge that many share. */
    private static Named specific(List<Named> names, Match match, Named first) {
        return names.stream()
                .filter(name -> match.stops().containsKey(name)
                        && match.stops().get(name).sort().isOfOneNic())
                .findFirst()
                .orElse(first);
    }

    /** @param stops those of the names that lie on the line, where they do */
    private record Match(NicLine line, Map<Named, Stop> stops) {

        Ruling ruling() {
            List<Stop> all = List.copyOf(stops.values());
            Stop first = Collections.min(all, java.util.Comparator.comparingInt(Stop::hop));
            Stop last = Collections.max(all, java.util.Comparator.comparingInt(Stop::hop));
            Ruling ruling = PairJudge.on(line, first, last);
            for (Stop stop : all) {
                ruling = ruling.and(PairJudge.on(line, first, stop));
            }
            return ruling.is(Truth.TRUE) ? Ruling.holds("the line of " + line.ref(), ruling.evidence()) : ruling;
        }
    }

    private Optional<Match> best(List<Named> names, boolean ordered) {
        TreeSet<Integer> lines = new TreeSet<>();
        names.forEach(name -> name.places().forEach(place -> lines.add(place.line())));
        Optional<Match> best = Optional.empty();
        for (int number : lines) {
            List<Match> ways = new ArrayList<>();
            ways.add(match(number, names, ordered));
            if (ordered) {
                ways.add(match(number, names.reversed(), true));
            }
            for (Match way : ways) {
                int size = way.stops().size();
                int record = best.map(match -> match.stops().size()).orElse(0);
                boolean better = size > record
                        || (size == record
                                && size == names.size()
                                && size > 0
                                && !best.get().ruling().is(Truth.TRUE)
                                && way.ruling().is(Truth.TRUE));
                best = better ? Optional.of(way) : best;
            }
        }
        return best;
    }

    private Match match(int number, List<Named> names, boolean ordered) {
        Map<Named, Stop> stops = new TreeMap<>(
                java.util.Comparator.comparingInt((Named name) -> name.word().column())
                        .thenComparing(Named::name));
        int at = -1;
        for (Named name : names) {
            int reached = at;
            Optional<Stop> found = name.places().stream()
                    .filter(place -> place.line() == number)
                    .map(Named.Place::stop)
                    .filter(stop -> !ordered || !stop.sort().isDevice() || stop.hop() > reached)
                    .findFirst();
            if (found.isPresent()) {
                stops.put(name, found.get());
                at = found.get().sort().isDevice() ? found.get().hop() : at;
            }
        }
        return new Match(chart.line(number), stops);
    }
}
