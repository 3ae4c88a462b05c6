package dev.plumbline.answers.proofread;

import dev.plumbline.answers.NearNames;
import dev.plumbline.answers.proofread.Ruling.Correction;
import dev.plumbline.answers.proofread.Ruling.Truth;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Judges whether two names belong together: true in one reading is true; wrong only where every fitting one is ruled out. */
final class PairJudge {

    private final Chart chart;
    private final Masters masters;
    private final Exclusions exclusions;

    PairJudge(Chart chart, Masters masters) {
        this.chart = chart;
        this.masters = masters;
        this.exclusions = new Exclusions(chart, masters);
    }

    /** @param same whether they are said to be one thing, so that no device further down the line is meant */
    Ruling judge(Named a, Named b, boolean same) {
        if (!a.known() && !b.known()) {
            return Ruling.open("no output shows " + a.name() + " or " + b.name(), List.of());
        }
        if (!a.known() || !b.known()) {
            return a.known()
                    ? unseen(a, b, (s, t) -> s.fits(t) || !a.fits(t))
                    : unseen(b, a, (s, t) -> s.fits(t) || !b.fits(t));
        }
        boolean fits = a.fits(b);
        Optional<Ruling> together =
                byMaster(a, b).or(() -> onOneLine(a, b, fits).map(ruling -> asNeighbours(ruling, a, b, fits, same)));
        if (together.isPresent()) {
            return together.get();
        }
        Ruling wrong = ruledOut(a, b, (s, t) -> !fits || s.fits(t));
        Optional<String> loose = fits && !same && wrong.is(Truth.WRONG) ? looseLine(a, b) : Optional.empty();
        return loose.isPresent()
                ? Ruling.open("as neighbours wrong (" + wrong.says() + "), but " + loose.get(), wrong.evidence())
                : wrong;
    }

    /** The kernel's own statement that one is a port of the other. */
    private Optional<Ruling> byMaster(Named a, Named b) {
        Map<Scope, DeviceId> there = new HashMap<>();
        b.devices().forEach(id -> there.put(id.scope(), id));
        for (DeviceId one : a.devices()) {
            DeviceId other = there.get(one.scope());
            if (other != null) {
                DeviceId port = masters.of(one).equals(Optional.of(other.name())) ? one : other;
                DeviceId bridge = port.equals(one) ? other : one;
                if (masters.of(port).equals(Optional.of(bridge.name()))) {
                    return Optional.of(Ruling.holds(port.name() + " master " + bridge.name(), masters.evidence(port)));
                }
            }
        }
        return Optional.empty();
    }

    /** Names far apart on a line are no neighbours where, of what was not seen, two may be. */
    private Ruling asNeighbours(Ruling ruling, Named a, Named b, boolean fits, boolean same) {
        boolean loose = !fits && ruling.is(Truth.TRUE) && a.mayFit(b);
        return loose && (same || looseLine(a, b).isEmpty())
                ? Ruling.open("one line has both, but of one name not every device was seen", ruling.evidence())
                : ruling;
    }

    /**
     * Whether no line can have both names.
     *
     * @param order whether a thing of the first sort may stand before one of the other
     */
    Ruling apart(Named a, Named b, BiPredicate<Sort, Sort> order) {
        if (!a.known() && !b.known()) {
            return judge(a, b, true);
        } else if (!a.known()) {
            return unseen(b, a, (s, t) -> order.test(t, s));
        }
        return b.known() ? ruledOut(a, b, order) : unseen(a, b, order);
    }

    /** True where one line proves it; unproven where lines only infer it. */
    private Optional<Ruling> onOneLine(Named a, Named b, boolean fits) {
        Map<Integer, List<Stop>> others = new HashMap<>();
        b.places()
                .forEach(place -> others.computeIfAbsent(place.line(), _ -> new ArrayList<>())
                        .add(place.stop()));
        Optional<Ruling> weak = Optional.empty();
        for (Named.Place place : a.places()) {
            for (Stop other : others.getOrDefault(place.line(), List.of())) {
                if (fits && !place.stop().sort().fits(other.sort())) {
                    continue;
                }
                NicLine line = chart.line(place.line());
                Ruling ruling = on(line, place.stop(), other);
                if (ruling.is(Truth.TRUE)) {
                    return Optional.of(ruling);
                }
                weak = weak.isPresent() ? weak : Optional.of(ruling);
            }
        }
        return weak;
    }

    static Ruling on(NicLine line, Stop one, Stop other) {
        List<Origin> evidence = line.evidence(one, other);
        Verdict verdict = line.between(one, other);
        if (verdict == Verdict.PROVEN) {
            return Ruling.holds(
                    line.onlyStep(one, other).map(hop -> step(line, hop)).orElse(""), evidence);
        }
        String why = line.weakest(one, other)
                .map(hop -> hop.why().isEmpty() ? "by " + hop.rule() : hop.why())
                .orElseGet(() -> tie(line, one.verdict() == verdict ? one : other));
        return Ruling.open("only " + verdict.word() + ": " + why, evidence);
    }

    private static String tie(NicLine line, Stop stop) {
        return switch (stop.sort()) {
            case ADDRESS -> stop.name() + " is configured, not observed";
            case NETWORK ->
                "the network of " + line.ref()
                        + (line.nic().network().rule().isEmpty()
                                ? ""
                                : ", by " + line.nic().network().rule());
            case ALIAS -> "the alias " + stop.name();
            default -> "the place of " + line.machine().name();
        };
    }

    private static String step(NicLine line, Hop hop) {
        Optional<String> mac =
                line.nic().mac().map(Object::toString).filter(_ -> hop.step().equals(Optional.of(Step.VIRTIO)));
        return mac.or(() -> hop.step().map(Step::word)).orElse("");
    }

    private Ruling ruledOut(Named a, Named b, BiPredicate<Sort, Sort> means) {
        List<Exclusion> all = new ArrayList<>();
        for (Sort s : a.all()) {
            for (Sort t : b.all()) {
                if (!means.test(s, t)) {
                    continue;
                }
                List<Exclusion> found = exclusions.of(a, s, b, t);
                if (found.isEmpty()) {
                    return Ruling.open(
                            "nothing shows " + a.name() + " and " + b.name() + " together, and nothing rules it out",
                            List.of());
                }
                all.addAll(found);
            }
        }
        Set<String> says = new java.util.LinkedHashSet<>();
        List<Origin> evidence = new ArrayList<>();
        if (all.isEmpty()) {
            return Ruling.open("nothing shows what " + a.name() + " and " + b.name() + " are", List.of());
        }
        all.forEach(one -> {
            says.add(one.says());
            evidence.addAll(one.evidence());
        });
        return new Ruling(Truth.WRONG, String.join("; ", says), evidence, correction(a, b, all));
    }

    /** Names to put in, each enough by itself: for the second name where the evidence gives one, then for the first. */
    private static List<Correction> correction(Named a, Named b, List<Exclusion> all) {
        List<Correction> possible = new ArrayList<>();
        for (Named of : List.of(a, b)) {
            Set<String> instead = new HashSet<>();
            all.stream().filter(one -> one.of().equals(of)).forEach(one -> instead.addAll(one.instead()));
            Named replaced = of.equals(a) ? b : a;
            if (instead.size() == 1) {
                possible.add(new Correction(replaced.word(), instead.iterator().next()));
            }
        }
        return possible;
    }

    /** A device further down the first one's line, as written: perhaps that was meant. */
    private Optional<String> looseLine(Named a, Named b) {
        for (Named.Place place : a.places()) {
            NicLine line = chart.line(place.line());
            for (Stop other : line.stops()) {
                boolean below = other.sort().isDevice()
                        && other.name().equals(b.name())
                        && b.sorts().contains(other.sort())
                        && (place.stop().sort() == Sort.ALIAS
                                || (place.stop().sort().isDevice()
                                        && other.hop() > place.stop().hop()));
                if (below) {
                    return Optional.of("the line of " + line.ref() + " crosses the "
                            + other.sort().word() + " " + b.name());
                }
            }
        }
        return Optional.empty();
    }

    /** One name is in no output. Its place says what it should be, or a proven neighbour of nearly the same spelling does. */
    private Ruling unseen(Named known, Named unseen, BiPredicate<Sort, Sort> means) {
        Ruling open = Ruling.open("no output shows " + unseen.name(), List.of());
        Set<Sort> sorts = unseen.word().sorts().isEmpty()
                ? near(known, unseen.name())
                : unseen.word().sorts();
        if (sorts.isEmpty()) {
            return open;
        }
        Named guessed =
                new Named(unseen.word(), unseen.name(), List.of(), List.of(), sorts, List.of(sorts), unseen.beyond());
        Ruling wrong = ruledOut(known, guessed, means);
        return wrong.is(Truth.WRONG)
                ? new Ruling(Truth.WRONG, "no output shows it; " + wrong.says(), wrong.evidence(), wrong.corrections())
                : open;
    }

    private Set<Sort> near(Named known, String name) {
        int bound = Math.max(1, Math.min(2, name.length() / 3));
        int best = bound + 1;
        Set<Sort> sorts = EnumSet.noneOf(Sort.class);
        for (Named.Place place : known.places()) {
            for (Stop stop : chart.line(place.line()).stops()) {
                boolean fits =
                        place.stop().sort().fits(stop.sort()) && !stop.name().equals(known.name());
                best = fits ? nearer(name, stop.name(), stop.sort(), best, sorts) : best;
            }
        }
        for (DeviceId bridge : known.devices()) {
            for (DeviceId port : masters.ports(bridge)) {
                best = nearer(name, port.name(), chart.sort(port), best, sorts);
            }
        }
        return sorts;
    }

    private static int nearer(String name, String other, Sort sort, int best, Set<Sort> sorts) {
        int apart = NearNames.apart(name, other);
        if (apart > best || apart > Math.max(1, Math.min(2, name.length() / 3))) {
            return best;
        }
        if (apart < best) {
            sorts.clear();
        }
        sorts.add(sort);
        return apart;
    }
}
