package dev.plumbline.cli;

import dev.plumbline.answers.CheckAnswer;
import dev.plumbline.answers.Finding;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.Need;
import dev.plumbline.answers.SourcesAnswer;
import dev.plumbline.answers.StandIn;
import dev.plumbline.answers.plan.PlanAnswer;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.facts.BuiltInstead;
import dev.plumbline.facts.Fact;
import dev.plumbline.plan.Blueprint;
import dev.plumbline.plan.Manifests;
import dev.plumbline.sources.Gathered;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that the given sources lead to, before any target narrows it.
 *
 * @param skipped outputs that were passed over, by sources and by readers
 * @param problems parts that could not be read, by sources and by readers
 */
public record Survey(
        Gathered gathered,
        List<Fact> facts,
        List<Skipped> skipped,
        List<Problem> problems,
        Topology topology,
        List<Need> needs,
        CheckAnswer checked,
        Optional<Blueprint> blueprint) {

    /** What resources will become, in place of what was observed. */
    static Survey of(Manifests manifests, Blueprint blueprint) {
        List<Skipped> skipped = new ArrayList<>(manifests.skipped());
        skipped.addAll(blueprint.skipped());
        List<Problem> problems = new ArrayList<>(manifests.problems());
        problems.addAll(blueprint.problems());
        Gathered gathered = new Gathered(
                manifests.sources(), List.of(), List.of(), List.of(), manifests.skipped(), manifests.problems());
        return new Survey(
                gathered,
                blueprint.facts(),
                skipped,
                problems,
                blueprint.topology(),
                List.of(),
                new CheckAnswer(PlanAnswer.findings(blueprint.remarks()), List.of(), List.of()),
                Optional.of(blueprint));
    }

    /** The answer of {@code plan}. */
    PlanAnswer planned(MapAnswer map) {
        Blueprint all = blueprint.orElseThrow();
        return new PlanAnswer(all.objects(), all.files(), all.remarks(), map);
    }

    /**
     * The answer of {@code map} for a part of the topology; needs and findings are those of that part.
     *
     * @param targets whether single targets were asked for: what only a rule wants to see is then no need of theirs
     */
    MapAnswer map(Topology part, boolean targets) {
        Relevance relevance = part.equals(topology) ? Relevance.OF_ALL : Relevance.of(part);
        return new MapAnswer(
                gathered.sources(),
                part,
                needs.stream()
                        .filter(need -> targets ? relevance.any(need.settles()) : relevance.anyOrRule(need.settles()))
                        .toList(),
                blueprint.isPresent() && !targets ? checked.findings() : findings(relevance),
                skipped,
                problems,
                builtInstead(part));
    }

    private List<StandIn> builtInstead(Topology part) {
        Set<DeviceId> drawn = part.machines().stream()
                .flatMap(machine -> machine.nics().stream())
                .flatMap(nic -> nic.path().hops().stream())
                .map(hop -> new DeviceId(hop.scope(), hop.label()))
                .collect(Collectors.toSet());
        return facts.stream()
                .filter(BuiltInstead.class::isInstance)
                .map(BuiltInstead.class::cast)
                .filter(one -> drawn.contains(new DeviceId(one.place(), one.device())))
                .map(StandIn::of)
                .toList();
    }

    /**
     * The answer of {@code check} for a part of the topology: its findings, and what all rules say of the whole. What is wrong with
     * manifests is of their lines, and not of a part: of a plan all of it is told.
     */
    CheckAnswer check(Topology part) {
        Relevance relevance = part.equals(topology) ? Relevance.OF_ALL : Relevance.of(part);
        return new CheckAnswer(
                blueprint.isPresent() ? checked.findings() : findings(relevance), checked.passed(), checked.open());
    }

    private List<Finding> findings(Relevance relevance) {
        return checked.findings().stream()
                .filter(finding -> relevance.any(finding.affects()) || relevance.any(finding.where()))
                .toList();
    }

    SourcesAnswer sources() {
        return new SourcesAnswer(gathered, facts, skipped, problems);
    }
}
