package dev.plumbline.answers.proofread;

import dev.plumbline.answers.proofread.Ruling.Truth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

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
        Direction direction = Direction.of(names, ordered);
        Ruling whole = Ruling.holds("", List.of());
        if (anchor.isPresent() && best.get().stops().size() > 1) {
            for (Named name : names) {
                if (!best.get().stops().containsKey(name)) {
                    whole = whole.and(beside(anchors(names, best.get(), anchor.get()), name, direction));
                }
            }
        } else {
            for (int i = 1; i < names.size(); i++) {
                whole = whole.and(
                        pairs.apart(names.get(i - 1), names.get(i), direction.order(names.get(i - 1), names.get(i)))
                                .uncorrected());
            }
        }
        return whole.is(Truth.TRUE) ? Ruling.open("no line of one NIC has all of them", whole.evidence()) : whole;
    }

    /** The first proof against them, best one that mends it, else what is said of the first. */
    private Ruling beside(List<Named> anchors, Named name, Direction direction) {
        List<Ruling> rulings = anchors.stream()
                .map(anchor ->
                        pairs.apart(anchor, name, direction.order(anchor, name)).correctedAt(name.word()))
                .toList();
        return rulings.stream()
                .filter(ruling -> ruling.is(Truth.WRONG))
                .min(Comparator.comparing(ruling -> ruling.corrections().isEmpty()))
                .orElse(rulings.getFirst());
    }

    /** Names that lie on one line only say more than a bridge that many share. */
    private static List<Named> anchors(List<Named> names, Match match, Named first) {
        List<Named> anchors = names.stream()
                .filter(name -> match.stops().containsKey(name)
                        && match.stops().get(name).sort().isOfOneNic())
                .toList();
        return anchors.isEmpty() ? List.of(first) : anchors;
    }

    /** Which way along the line a row of names may run. */
    private record Direction(List<Named> names, boolean down, boolean up) {

        static Direction of(List<Named> names, boolean ordered) {
            return new Direction(
                    names, !ordered || !hasStep(names, (s, t) -> s > t), !ordered || !hasStep(names, (s, t) -> s < t));
        }

        /** Whether two names, whatever they stand for, lie so in every reading. */
        private static boolean hasStep(List<Named> names, BiPredicate<Integer, Integer> so) {
            for (int i = 1; i < names.size(); i++) {
                Set<Sort> before = names.get(i - 1).all();
                Set<Sort> after = names.get(i).all();
                boolean all = !before.isEmpty()
                        && !after.isEmpty()
                        && before.stream()
                                .allMatch(s -> after.stream()
                                        .allMatch(t ->
                                                s.isDevice() && t.isDevice() && so.test(s.ordinal(), t.ordinal())));
                if (all) {
                    return true;
                }
            }
            return false;
        }

        /** Where a thing of the first name's sort may stand as against the other's. */
        BiPredicate<Sort, Sort> order(Named a, Named b) {
            boolean first = names.indexOf(a) < names.indexOf(b);
            boolean mayRise = first ? down : up;
            boolean mayFall = first ? up : down;
            return (s, t) -> !s.isDevice()
                    || !t.isDevice()
                    || (mayRise && s.compareTo(t) <= 0)
                    || (mayFall && s.compareTo(t) >= 0);
        }
    }

    /** @param stops those of the names that lie on the line, where they do */
    private record Match(NicLine line, Map<Named, Stop> stops) {

        Ruling ruling() {
            List<Stop> all = List.copyOf(stops.values());
            Stop first = Collections.min(all, Comparator.comparingInt(Stop::hop));
            Stop last = Collections.max(all, Comparator.comparingInt(Stop::hop));
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
                Comparator.comparingInt((Named name) -> name.word().column()).thenComparing(Named::name));
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
