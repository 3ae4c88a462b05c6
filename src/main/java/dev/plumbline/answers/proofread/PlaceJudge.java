package dev.plumbline.answers.proofread;

import dev.plumbline.answers.proofread.Ruling.Correction;
import dev.plumbline.answers.proofread.Ruling.Truth;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.PodSeen;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Machine.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges on which node a machine or a pod runs. */
final class PlaceJudge {

    private final Chart chart;

    PlaceJudge(Chart chart) {
        this.chart = chart;
    }

    /** Empty where {@code what} is no machine and no pod. */
    Optional<Ruling> judge(Named what, Named node) {
        List<Placement> placements = chart.woven().topology().machines().stream()
                .filter(machine -> is(machine, what.name()))
                .flatMap(machine -> machine.active().stream())
                .toList();
        List<PodSeen> pods = chart.woven().facts().all(PodSeen.class).stream()
                .filter(pod -> pod.name().equals(what.name()) && !pod.node().isEmpty())
                .toList();
        if (placements.isEmpty() && pods.isEmpty()) {
            return what.sorts().contains(Sort.MACHINE) || what.sorts().contains(Sort.POD)
                    ? Optional.of(Ruling.open("where " + what.name() + " runs is not seen", List.of()))
                    : Optional.empty();
        }
        for (PodSeen pod : pods) {
            if (pod.node().equals(node.name())) {
                return Optional.of(Ruling.holds(said(node), List.of(pod.origin())));
            }
        }
        return Optional.of(byPlacement(what, node, placements, pods));
    }

    private static boolean is(Machine machine, String name) {
        return machine.name().equals(name)
                || machine.path().equals(name)
                || machine.active().flatMap(Placement::pod).filter(name::equals).isPresent();
    }

    private static Ruling byPlacement(Named what, Named node, List<Placement> placements, List<PodSeen> pods) {
        List<Origin> evidence = new ArrayList<>();
        List<String> instead = new ArrayList<>();
        for (Placement placed : placements) {
            if (placed.node().equals(Optional.of(node.name()))) {
                return placed.verdict() == Verdict.PROVEN
                        ? Ruling.holds(said(node), placed.evidence())
                        : Ruling.open("only " + placed.verdict().word() + ": by " + placed.rule(), placed.evidence());
            }
            if (placed.node().isEmpty() || placed.verdict() != Verdict.PROVEN) {
                return Ruling.open("where " + what.name() + " runs is not proven", placed.evidence());
            }
            instead.add(placed.node().get());
            evidence.addAll(placed.evidence());
        }
        pods.forEach(pod -> {
            instead.add(pod.node());
            evidence.add(pod.origin());
        });
        List<String> distinct = instead.stream().distinct().sorted().toList();
        return new Ruling(
                Truth.WRONG,
                what.name() + " runs on " + String.join(", ", distinct),
                evidence,
                distinct.size() == 1 ? List.of(new Correction(node.word(), distinct.getFirst())) : List.of());
    }

    /** The full name, where a short form was written. */
    private static String said(Named node) {
        return node.name().equals(node.word().text()) ? "" : node.name();
    }
}
