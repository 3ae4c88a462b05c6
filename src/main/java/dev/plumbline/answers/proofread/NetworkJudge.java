package dev.plumbline.answers.proofread;

import dev.plumbline.answers.proofread.Ruling.Correction;
import dev.plumbline.answers.proofread.Ruling.Truth;
import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.NetworkDefinition;
import java.util.List;

/** Judges which bridge a network is on: its definition says so, or a NIC that is proven to be on it. */
final class NetworkJudge {

    private final Chart chart;
    private final PairJudge pairs;

    NetworkJudge(Chart chart, PairJudge pairs) {
        this.chart = chart;
        this.pairs = pairs;
    }

    Ruling judge(Named network, Named bridge) {
        List<NetworkDefinition> definitions = chart.networks(network.name());
        List<NetworkDefinition> stated =
                definitions.stream().filter(one -> !one.bridge().isEmpty()).toList();
        List<Origin> origins = stated.stream().map(NetworkDefinition::origin).toList();
        if (stated.stream().anyMatch(one -> one.bridge().equals(bridge.name()))) {
            return Ruling.holds("by its definition", origins);
        }
        if (!stated.isEmpty() && stated.size() == definitions.size()) {
            List<String> instead = stated.stream()
                    .map(NetworkDefinition::bridge)
                    .distinct()
                    .sorted()
                    .toList();
            return new Ruling(
                    Truth.WRONG,
                    "by its definition " + network.name() + " is on " + String.join(", ", instead),
                    origins,
                    instead.size() == 1 ? List.of(new Correction(bridge.word(), instead.getFirst())) : List.of());
        }
        Ruling seen =
                network.known() && bridge.known() ? pairs.judge(network, bridge, false) : Ruling.open("", List.of());
        List<NetworkDefinition> hinted =
                definitions.stream().filter(one -> !one.resource().isEmpty()).toList();
        if (seen.is(Truth.TRUE) || hinted.isEmpty()) {
            return seen.says().isEmpty() && !seen.is(Truth.TRUE)
                    ? Ruling.open("no output shows the bridge of " + network.name(), List.of())
                    : seen;
        }
        boolean same = hinted.stream().allMatch(one -> one.resource().equals(bridge.name()));
        return Ruling.open(
                same
                        ? "resourceName is a scheduling hint; the bridge in the config is not seen"
                        : "the scheduling hint resourceName says "
                                + hinted.getFirst().resource(),
                hinted.stream().map(NetworkDefinition::origin).toList());
    }
}
