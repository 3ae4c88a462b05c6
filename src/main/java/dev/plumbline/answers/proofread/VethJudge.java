package dev.plumbline.answers.proofread;

import dev.plumbline.answers.proofread.Ruling.Truth;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Topology.Other;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Judges whether every veth on the node's bridges is a virt-launcher's. */
final class VethJudge {

    private final Chart chart;

    VethJudge(Chart chart) {
        this.chart = chart;
    }

    Ruling judge() {
        Set<String> launchers = new LinkedHashSet<>();
        List<Origin> evidence = new ArrayList<>();
        for (NicLine line : chart.lines()) {
            List<Stop> veths = line.of(Sort.VETH);
            boolean bridged = !line.of(Sort.NODE_BRIDGE).isEmpty();
            if (bridged && !veths.isEmpty() && line.machine().kind().equals("vm")) {
                Stop veth = veths.getFirst();
                Stop tap = line.of(Sort.POD_LINK).stream().findFirst().orElse(veth);
                if (line.between(tap, veth) == Verdict.PROVEN && launchers.add(veth.name())) {
                    evidence.addAll(line.evidence(tap, veth));
                }
            }
        }
        List<Other> others = chart.strangers().stream()
                .filter(other -> other.device().scope().is(Scope.Kind.NODE) && chart.sort(other.device()) == Sort.VETH)
                .toList();
        int all = launchers.size() + others.size();
        if (all == 0) {
            return Ruling.open("no veth on a bridge was seen", List.of());
        }
        String count = launchers.size() + " of " + all + " are";
        List<Other> strangers =
                others.stream().filter(VethJudge::isOfAnotherPod).toList();
        if (!strangers.isEmpty()) {
            return new Ruling(
                    Truth.WRONG,
                    count + "; " + strangers.getFirst().device().name() + " is "
                            + strangers.getFirst().why(),
                    evidence,
                    List.of());
        }
        if (others.isEmpty() && !chart.horizon().sawBridges()) {
            return Ruling.open(count + "; not every bridge was seen", evidence);
        }
        return others.isEmpty()
                ? Ruling.holds(count, evidence)
                : Ruling.open(
                        count + "; of " + others.size() + " the owner is not known: "
                                + String.join(
                                        ", ",
                                        others.stream()
                                                .map(other -> other.device().name())
                                                .limit(4)
                                                .toList()),
                        evidence);
    }

    private static boolean isOfAnotherPod(Other other) {
        return other.verdict() == Verdict.PROVEN
                && other.why().contains(" of pod/")
                && !other.why().contains("/virt-launcher-");
    }
}
